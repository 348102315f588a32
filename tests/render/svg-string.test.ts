import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LineMark, PathMark, RectMark, TextMark } from "../../src/core/model/picture.ts";
import { formatLength, shapeAttributes } from "../../src/core/render/svg-attributes.ts";
import { pictureGroups, pictureToSvg, svgElement } from "../../src/core/render/svg-string.ts";
import { parsed } from "../html-tree.ts";

const path: PathMark = {
  kind: "path",
  key: "a:path",
  opacity: 1,
  d: "M0,-1.3L0,20",
  fill: [255, 0, 10],
  stroke: null,
  strokeWidth: 3,
};
const line: LineMark = {
  kind: "line",
  key: "a:line",
  opacity: 0.456,
  x1: 0.04,
  y1: 1.25,
  x2: -0.04,
  y2: 3,
  stroke: [0, 0, 0],
  strokeWidth: 1.234,
  dash: "4 3",
};
const rect: RectMark = {
  kind: "rect",
  key: "a:rect",
  opacity: 1,
  x: 1,
  y: 2,
  width: -1,
  height: 4.44,
  fill: null,
  stroke: [1, 2, 3],
  strokeWidth: 1,
  radius: 2,
};
const text: TextMark = {
  kind: "text",
  key: "a:text",
  opacity: 1,
  x: 10.06,
  y: 20,
  text: "安<源>&",
  size: 12.34,
  face: "song",
  anchor: "middle",
  fill: [16, 16, 16],
  role: "value",
  fact: "loans",
  rotate: 30,
};

describe("the attributes of a shape", () => {
  test("are a path's data as they are, its offset to a tenth of a pixel and its paint", () => {
    expect(shapeAttributes(path)).toEqual({ "data-key": "a:path", d: "M0,-1.3L0,20", fill: "#ff000a" });
    expect(shapeAttributes({ ...path, translate: [1.26, -2] })).toMatchObject({
      d: "M0,-1.3L0,20",
      transform: "translate(1.3 -2)",
    });
  });

  test("are a line's ends, its stroke and its opacity to a hundredth", () => {
    expect(shapeAttributes(line)).toEqual({
      "data-key": "a:line",
      x1: "0",
      y1: "1.3",
      x2: "0",
      y2: "3",
      fill: "none",
      stroke: "#000000",
      "stroke-width": "1.23",
      "stroke-dasharray": "4 3",
      opacity: "0.46",
    });
  });

  test("are a rectangle's box, which is never less than nothing, and its stroke", () => {
    expect(shapeAttributes(rect)).toEqual({
      "data-key": "a:rect",
      x: "1",
      y: "2",
      width: "0",
      height: "4.4",
      rx: "2",
      fill: "none",
      stroke: "#010203",
      "stroke-width": "1",
    });
  });

  test("are a text's baseline, type, anchor, turn, role and fact", () => {
    expect(shapeAttributes(text)).toEqual({
      "data-key": "a:text",
      x: "10.1",
      y: "20",
      "font-size": "12.3",
      fill: "#101010",
      class: "song",
      "text-anchor": "middle",
      transform: "rotate(30 10.1 20)",
      "data-role": "value",
      "data-fact": "loans",
    });
    const { "text-anchor": anchor, transform } = shapeAttributes({ ...text, anchor: "start", rotate: 0 });
    expect([anchor, transform]).toEqual([undefined, undefined]);
  });

  test("have no minus zero and no exponent", () => {
    fc.assert(
      fc.property(fc.double({ min: -2000, max: 2000, noNaN: true }), (value) => {
        expect(formatLength(value)).toMatch(/^(?!-0$)-?\d+(?:\.\d)?$/);
        expect(Math.abs(Number(formatLength(value)) - value)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
      { seed: 11 },
    );
  });
});

describe("a stage as markup", () => {
  test("has the marks behind, the grains and the marks before, in their order", () => {
    const grain = { x: 1, y: 2, r: 3, fill: [1, 1, 1], opacity: 1, hollow: 0 } as const;
    const shapes = [text, { ...path, layer: "back" }, { ...line, layer: "front" }, { ...rect, layer: "back" }] as const;
    const groups = parsed(`<svg>${pictureGroups({ grains: [grain], shapes })}</svg>`)[0]?.children ?? [];
    expect(groups.map(({ name, children }) => [name, ...children.map((child) => child.name)])).toEqual([
      ["g", "path", "rect"],
      ["g", "path"],
      ["g", "text", "line"],
    ]);
  });

  test("is as large as its size says", () => {
    const [stage] = parsed(pictureToSvg({ grains: [], shapes: [] }, { width: 390, height: 490 }, { role: "img" }));
    expect(stage?.attributes).toEqual({ viewBox: "0 0 390 490", role: "img" });
  });

  test("holds hostile texts as texts", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('"><script>', "</text>", "&amp;", "'"), (any, hostile) => {
        const said = (any + hostile).replace(/[\r\0]/g, "");
        const [made, ...more] = parsed(svgElement("p", { title: said }, svgContentOf(said)));
        expect([made?.attributes["title"], made?.children[0]?.text, more.length]).toEqual([said, said, 0]);
      }),
      { seed: 11 },
    );
  });
});

/** The text of a shape in a stage. */
function svgContentOf(said: string): string {
  return `<svg>${pictureGroups({ grains: [], shapes: [{ ...text, text: said }] }).replace(/<\/?g\/?>/g, "")}</svg>`;
}
