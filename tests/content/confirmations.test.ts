import { expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { listConfirmations } from "../../src/build/content/confirmations.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { formatConfirmations } from "../../src/build/content/summary.ts";
import { config } from "../../src/core/scenes/config.ts";
import { REAL } from "./base.ts";

const FACTS = REAL.get("story/facts.yaml") ?? "";

function listed(facts: string): readonly string[] {
  return listConfirmations(new Map([["story/facts.yaml", facts]])).map(formatProblem);
}

test("figures of a confidence below A−, or of none, and own searches are listed, each at its line", () => {
  const found = listed(FACTS);
  const [search] = found.slice(-1);
  expect(search).toMatch(
    /^story\/facts\.yaml:\d+:9 查找公开记录截至：\d+年\d+月，把握B，应重新查一遍，改成查完的年月$/,
  );
  expect(found.filter((one) => one.includes("把握A"))).toEqual([]);
  const lower = FACTS.match(/confidence: B/g) ?? [];
  expect(found.filter((one) => one.includes("把握B"))).toHaveLength(lower.length);
  expect(found.filter((one) => one.includes("没有写把握")).length).toBe(found.length - lower.length);
});

test("a fact is confirmed by a day, which fails no check", () => {
  const confirmed = FACTS.replace("confidence: B\n", "confidence: B\n    confirmed: 2026-12-01\n");
  expect(listed(confirmed)).toHaveLength(listed(FACTS).length - 1);
  const check = (facts: string): readonly string[] =>
    compileStory(new Map([...REAL, ["story/facts.yaml", facts]]), new Map(Object.entries(config.scenes))).problems.map(
      formatProblem,
    );
  expect(check(confirmed)).toEqual([]);
  expect(check(confirmed.replace("confirmed: 2026-12-01", "confirmed: 已核对"))).toEqual([
    expect.stringMatching(/confirmed 是文字“已核对”，应是日历上有的日子，如 2021-03-01$/),
  ]);
});

test("the list says how to confirm, or that nothing is left", () => {
  expect(formatConfirmations(listConfirmations(REAL)).split("\n")[0]).toMatch(
    /^发布前请编辑确认 \d+ 项，怎么做见 story\/README\.md“发布前确认”；/,
  );
  expect(formatConfirmations([])).toBe("没有等编辑确认的数");
});
