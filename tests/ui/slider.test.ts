import { expect, test } from "vitest";
import { describeValue, type SliderStop, valueAfterKey } from "../../src/browser/ui/slider.ts";

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
