import svgPath from "svgpath";
import { describe, expect, test } from "vitest";
import { shapeAttributes } from "../../src/core/render/svg-attributes.ts";
import { grainPaths } from "../../src/core/render/grain-paths.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { REST_AT } from "../../src/core/model/timing.ts";
import { PRERENDER_SIZE } from "../../src/build/site/stage.ts";
import { shortenPath, shortenPaths } from "../../src/build/site/short-path.ts";
import { realStory } from "../pictures/real-story.ts";

/** Absolute coordinates of a path's every command; one end of a figure for two, since the second does nothing. */
function ends(d: string): readonly (readonly [command: string, ...coordinates: number[]])[] {
  const all: [string, ...number[]][] = [];
  svgPath(d)
    .abs()
    .iterate(([command, ...numbers]) => void all.push([command, ...numbers]));
  return all.filter(([command], k) => command !== "Z" || all[k - 1]?.[0] !== "Z");
}

describe("path data of a page", () => {
  test("has relative coordinates and the decimals that it had", () => {
    expect(shortenPath("M10.5,20L12.5,20.3L12.4,24Z")).toBe("M10.5 20l2 0.3-0.1 3.7z");
    expect(shortenPaths('<path data-d="M1,1L2,2" d="M1,1L2,2L4,4"/>')).toBe(
      '<path data-d="M1,1L2,2" d="M1 1l1 1 2 2"/>',
    );
  });

  const story = realStory();
  const paint = createPainter(story);
  for (const [index, { id }] of story.steps.entries())
    test(`${id}: keeps each point to a hundredth of a px, and is shorter`, () => {
      const { grains, shapes } = paint({ step: index, progress: REST_AT }, PRERENDER_SIZE, "day");
      const paths = [
        ...grainPaths(grains).map(({ attributes }) => attributes["d"] ?? ""),
        ...shapes.flatMap((shape) => (shape.kind === "path" ? [shapeAttributes(shape)["d"] ?? ""] : [])),
      ];
      for (const d of paths) {
        const [before, after] = [ends(d), ends(shortenPath(d))];
        expect(after.map(([command]) => command)).toEqual(before.map(([command]) => command));
        const apart = before.flatMap(([, ...numbers], k) =>
          numbers.map((number, n) => Math.abs(number - Number(after[k]?.[n + 1]))),
        );
        expect(Math.max(0, ...apart)).toBeLessThan(0.01);
      }
      const length = (all: readonly string[]): number => all.join("").length;
      expect(length(paths.map(shortenPath))).toBeLessThan(length(paths));
    });
});
