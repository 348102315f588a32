import { describe, expect, test } from "vitest";
import { nearestPoint, pointAfterKey } from "../../src/browser/ui/details/data-points.ts";

describe("the points of a data picture", () => {
  const points = [0, 20, 60].map((x) => ({ box: { x, y: 10, width: 10, height: 30 }, text: `${x}`, fact: "a" }));

  test.each([
    [{ x: -5, y: 0 }, 0],
    [{ x: 14, y: 20 }, 0],
    [{ x: 16, y: 20 }, 1],
    [{ x: 500, y: 90 }, 2],
  ])("a finger at %o reads point %i", (at, index) => {
    expect(nearestPoint(points, at)).toBe(index);
  });

  test.each([
    ["ArrowRight", 1, 2],
    ["ArrowRight", 2, 2],
    ["ArrowUp", 0, 1],
    ["ArrowLeft", 0, 0],
    ["ArrowDown", 2, 1],
    ["Home", 2, 0],
    ["End", 0, 2],
    ["Tab", 1, null],
  ])("%s at point %i leads to %s", (key, from, to) => {
    expect(pointAfterKey(key, from, points.length)).toBe(to);
  });
});
