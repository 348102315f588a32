import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const WIDTH = 120;

/** A line of a comment: `/** …`, ` * …`, `// …`. */
const COMMENT = /^\s*(?:\/\*\*?|\*|\/\/)(?:\s|$)/;

/** A comment, or a sentence in it, that begins with a free relative clause. */
const FREE_CLAUSE = /(?:^\s*(?:\/\*\*?|\*|\/\/)|[.:;])\s+(?:What|Who|Where|Whether|Whatever|Whoever)\b/;

/** Words that have a plain name: cleanup, source dialog, history entry, handshake, press kit, site archive, facts table. */
const GIVEN_UP = /\b(?:undo|undoes|slip|slips|manners|greets?|greeting|obeys?|wishes|capsule|ledger|wears?)\b/i;

interface Line {
  readonly place: string;
  readonly text: string;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

const comments: readonly Line[] = files.flatMap((file) =>
  readFileSync(join("src", file), "utf8")
    .split("\n")
    .map((text, index): Line => ({ place: `${file}:${index + 1}`, text }))
    .filter(({ text }) => COMMENT.test(text)),
);

function found(pattern: RegExp): readonly string[] {
  return comments.filter(({ text }) => pattern.test(text)).map(({ place, text }) => `${place} ${text.trim()}`);
}

describe("comments in src", () => {
  test("are found", () => {
    expect(comments.length).toBeGreaterThan(500);
  });

  test(`are at most ${WIDTH} columns wide`, () => {
    expect(comments.filter(({ text }) => text.length > WIDTH).map(({ place }) => place)).toEqual([]);
  });

  test("begin no sentence with a free relative clause", () => {
    expect(found(FREE_CLAUSE)).toEqual([]);
  });

  test("use no word that has been given up", () => {
    expect(found(GIVEN_UP)).toEqual([]);
  });
});

/**
 * Chinese that is no word of the interface: messages to editors, statuses of facts, a status that a scene looks for,
 * signs as a voice says them.
 */
const OTHER_CHINESE =
  /^(?:build\/content\/.*|core\/lib\/speech\.ts|core\/model\/(?:story|strings)\.ts|core\/scenes\/.*)$/;

test("Chinese words of the interface stand in one file", () => {
  const strays = files.filter((file) => {
    const code = readFileSync(join("src", file), "utf8").replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, "");
    return /\p{Script=Han}/u.test(code) && !OTHER_CHINESE.test(file.replaceAll("\\", "/"));
  });
  expect(strays).toEqual([]);
});
