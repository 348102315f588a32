import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { BASE, BASE_SCENES } from "./base.ts";

type Change = readonly [from: string, to: string];

/** The text of one base file after replacements, each of which has to find its words. */
export function broken(name: string, ...changes: readonly Change[]): ReadonlyMap<string, string> {
  const file = `story/${name}`;
  const text = changes.reduce(
    (now, [from, to]) => {
      if (!now.includes(from)) throw new Error(`not in ${file}: ${from}`);
      return now.replace(from, to);
    },
    BASE.get(file) ?? "",
  );
  return new Map([...BASE, [file, text]]);
}

/** Problems of a story with the scenes of the base story, as the editor reads them. */
export function said(sources: ReadonlyMap<string, string>): readonly string[] {
  return compileStory(sources, BASE_SCENES).problems.map(formatProblem);
}

/** A text of the base story in place of 据介绍. */
export function writing(words: string): readonly string[] {
  return said(broken("1-mine.md", ["据介绍，", words]));
}
