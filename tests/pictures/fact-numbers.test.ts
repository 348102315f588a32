import { describe, expect, test } from "vitest";
import { hitAreas } from "../../src/browser/ui/details/hit-areas.ts";
import type { Box, Size, TextMark } from "../../src/core/model/picture.ts";
import { ACTION_END, REST_AT } from "../../src/core/model/timing.ts";
import { matchFacts } from "../../src/core/picture/fact-numbers.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const story = realStory();
const paint = createPainter(story);
const sizes = Object.entries(SIZES);

/** Texts at rest that must tell where they come from: axes are scales, not statements. */
function texts(step: number, progress: number, size: Size): readonly TextMark[] {
  return paint({ step, progress }, size, "day").shapes.filter(
    (shape): shape is TextMark => shape.kind === "text" && shape.role !== "axis" && shape.opacity >= 0.5,
  );
}

describe.each(sizes)("at %s", (_, size) => {
  test.each(story.steps.map(({ id }, index) => ({ id, index })))(
    "every number in the picture of $id prints one fact of its step",
    ({ index }) => {
      const ids = story.steps[index]?.facts ?? [];
      const facts = story.facts.filter(({ id }) => ids.includes(id));
      for (const text of texts(index, REST_AT, size)) {
        if (text.fact !== undefined) expect(ids).toContain(text.fact);
        else
          for (const { from, to, fact } of matchFacts(text.text, facts))
            expect(fact, `${text.text.slice(from, to)} in 「${text.text}」`).not.toBeNull();
        if (/\d/.test(text.text)) expect(text.rotate ?? 0).toBe(0);
      }
    },
  );

  test("numbers have arrived where they stand when a picture holds, so that what is laid over them stays on them", () => {
    const placed = (step: number, progress: number) =>
      texts(step, progress, size).filter(({ text, fact }) => fact !== undefined || /\d/.test(text));
    const numbers = story.steps.map((_step, index) => placed(index, 1));
    expect(numbers.flat().length).toBeGreaterThan(40);
    for (const [index, held] of numbers.entries()) {
      const before = placed(index, ACTION_END - 1e-6);
      expect(before.map(({ text }) => text)).toEqual(held.map(({ text }) => text));
      for (const [k, { text, x, y }] of held.entries())
        expect(Math.hypot(x - (before[k]?.x ?? 0), y - (before[k]?.y ?? 0)), text).toBeLessThan(0.1);
    }
  });
});

describe("a number in a text", () => {
  const facts = [
    { id: "year", text: "2020年" },
    { id: "half", text: "2020年上半年" },
    { id: "relief", text: "8条" },
    { id: "support", text: "18条" },
    { id: "period", text: "2020年1—8月" },
    { id: "average", text: "约374万元" },
    { id: "times", text: "8倍" },
    { id: "place", text: "老工矿区" },
  ];

  test.each([
    ["平均每家约374万元", [["约374万元", "average"]]],
    ["374", [["374", "average"]]],
    ["助企撑企18条", [["18条", "support"]]],
    [
      "8条与18条",
      [
        ["8条", "relief"],
        ["18条", "support"],
      ],
    ],
    ["2020年1—8月", [["2020年1—8月", "period"]]],
    ["2020年上半年，写入报告", [["2020年上半年", "half"]]],
    ["2020", [["2020", null]]],
    ["8", [["8", null]]],
    ["99家", [["99", null]]],
    ["老工矿区", []],
  ])("%s", (text, expected) => {
    expect(matchFacts(text, facts).map(({ from, to, fact }) => [text.slice(from, to), fact])).toEqual(expected);
  });
});

describe("touch targets", () => {
  const bounds: Box = { x: 0, y: 0, width: 300, height: 300 };

  test("grows about its middle", () => {
    expect(hitAreas([{ x: 100, y: 100, width: 20, height: 60 }], bounds, 44)).toEqual([
      { x: 88, y: 100, width: 44, height: 60 },
    ]);
  });

  test("ends halfway to a neighbour and at the stage's edge", () => {
    const [one, other] = hitAreas(
      [
        { x: 4, y: 100, width: 60, height: 20 },
        { x: 4, y: 126, width: 60, height: 20 },
      ],
      bounds,
      44,
    );
    expect(one).toEqual({ x: 4, y: 88, width: 60, height: 35 });
    expect(other).toEqual({ x: 4, y: 123, width: 60, height: 35 });
    expect(hitAreas([{ x: 2, y: 2, width: 10, height: 10 }], bounds, 44)).toEqual([
      { x: 0, y: 0, width: 29, height: 29 },
    ]);
  });
});
