import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { BASE, BASE_SCENES } from "./base.ts";
import { broken, said } from "./broken.ts";

const HEAD: readonly [string, string] = ["subtitle: 矿的尽头\n", ""];

/** The first chapter of the base story with another line in its head. */
function withLine(line: string): ReadonlyMap<string, string> {
  return broken("1-mine.md", [HEAD[0], `${HEAD[0]}${line}\n`]);
}

function chosen(sources: ReadonlyMap<string, string>): readonly string[] | undefined {
  return compileStory(sources, BASE_SCENES).story?.chapters[0]?.carousel;
}

/** The base story with more steps in its first chapter, all like its second. */
function withSteps(count: number, line = ""): ReadonlyMap<string, string> {
  const file = "story/1-mine.md";
  const text = (line === "" ? BASE : withLine(line)).get(file) ?? "";
  const step = text.slice(text.lastIndexOf("\n## "));
  const id = /^id: (.*)$/mu.exec(step)?.[1] ?? "";
  const more = Array.from({ length: count }, (_, index) => step.replace(`id: ${id}`, `id: more-${index}`));
  return new Map([...BASE, [file, `${text}${more.join("")}`]]);
}

describe("the steps of a carousel", () => {
  test("are those that the chapter's head names, in reading order, and by default all", () => {
    const all = chosen(BASE) ?? [];
    expect(all.length).toBeGreaterThan(1);
    expect(chosen(withLine(`carousel: [${[...all].reverse().join(", ")}]`))).toEqual(all);
    expect(chosen(withLine(`carousel: [${all[1]}]`))).toEqual([all[1]]);
  });

  test("are steps of the chapter, each once", () => {
    expect(said(withLine("carousel: [depleton]"))).toEqual([
      "story/1-mine.md:6:12 这一章没有这一幕：depleton，应是这一章里某一幕的 id（是不是 depletion？）",
    ]);
    expect(said(withLine("carousel: [depletion, depletion]"))).toEqual([
      "story/1-mine.md:6:23 组图里列了两次：depletion，应只列一次",
    ]);
    expect(said(withLine("carousel: []"))).toEqual(["story/1-mine.md:6:11 carousel 是一个列表，应是至少一幕"]);
  });

  test("are at most seven", () => {
    const long = withSteps(6);
    expect(said(long).filter((line) => line.includes("组图"))).toEqual([
      expect.stringMatching(
        /^story\/1-mine\.md:2:5 这一章有 8 幕，组图最多放 7 幕，应在这里写 carousel，列出要放的（例如 carousel: \[depletion, .+\]）$/,
      ),
    ]);
    const ids = Array.from({ length: 8 }, (_, index) => `more-${index}`);
    expect(said(withSteps(8, `carousel: [${ids.join(", ")}]`)).filter((line) => line.includes("组图"))).toEqual([
      "story/1-mine.md:6:68 组图列了 8 幕，应在 7 幕以内（从这一幕起删去）",
    ]);
  });
});
