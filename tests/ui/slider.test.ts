import { expect, test } from "vitest";
import { describeValue, valueAfterKey } from "../../src/browser/ui/slider.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { sliderOf, type SliderStop } from "../../src/core/picture/slider.ts";
import { fixtureStory } from "../fixture-story/compiled.ts";

const WAY: readonly SliderStop[] = [
  { at: 0, name: "老工矿区" },
  { at: 0.44, name: "双轮" },
  { at: 0.88, name: "三足(目标)" },
];

test.each([
  [0, "老工矿区"],
  [0.015, "老工矿区"],
  [0.2, "从老工矿区到双轮"],
  [0.43, "双轮"],
  [0.44, "双轮"],
  [0.7, "从双轮到三足(目标)"],
  [0.88, "三足(目标)"],
  [1, "三足(目标)"],
])("the handle at %f says %s", (share, words) => {
  expect(describeValue(share, WAY)).toBe(words);
});

test.each([
  ["ArrowRight", 0.5, 0.52],
  ["ArrowUp", 1, 1],
  ["ArrowLeft", 0.01, 0],
  ["PageUp", 0, 0.44],
  ["PageUp", 0.44, 0.88],
  ["PageUp", 0.9, 1],
  ["PageDown", 1, 0.88],
  ["PageDown", 0.45, 0],
  ["Tab", 0.5, null],
])("%s leads from %f to %f", (key, from, to) => {
  expect(valueAfterKey(key, from, WAY)).toBe(to);
});

test("a step's slider stands where its scene says, and names its stops by the step's labels", () => {
  const story = fixtureStory();
  const sliders = story.steps.map((_, index) => sliderOf(story, index));
  expect(sliders.map((slider) => slider?.stops.map(({ at, name }) => [at.toFixed(2), name]) ?? null)).toEqual([
    null,
    null,
    [
      ["0.00", "空港"],
      ["0.60", "货船"],
      ["0.75", "驳船"],
      ["0.90", "渔船"],
    ],
  ]);
  const size = { width: 390, height: 490 };
  const track = sliders[2]?.trackAt(size);
  const drawn = createPainter(story)({ step: 2, progress: 0.9 }, size, "day").shapes;
  const line = drawn.find(({ key }) => key === "boats:track");
  expect(line).toMatchObject({ kind: "line", x1: track?.x1, x2: track?.x2, y1: track?.y, y2: track?.y });
});
