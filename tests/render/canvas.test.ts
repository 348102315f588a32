import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Picture, Shape, Size } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { type CanvasOptions, drawPicture } from "../../src/core/render/canvas.ts";
import { grainPaths } from "../../src/core/render/grain-paths.ts";
import { createOutlines } from "../../src/core/render/outlines.ts";
import { shapeAttributes, shapesInLayer } from "../../src/core/render/svg-attributes.ts";
import { realStory } from "../pictures/real-story.ts";
import { createRecorder, recordedPath, type Recorder, type Trace } from "./canvas-recorder.ts";

const story = realStory();
const paint = createPainter(story);
const SIZES: readonly Size[] = [
  { width: 390, height: 490 },
  { width: 900, height: 860, untitled: true },
];
const FACES = { song: "Song", sans: "Sans" };
const RATIO = 2;

interface Drawn extends Recorder {
  readonly layer: Recorder;
}

function drawn(picture: Picture, size: Size, more: Partial<CanvasOptions> = {}): Drawn {
  const [main, layer] = [createRecorder(), createRecorder()];
  drawPicture(main.context, picture, {
    ratio: RATIO,
    view: { x: 0, y: 0, width: size.width, height: size.height },
    background: null,
    words: true,
    faces: FACES,
    outlines: createOutlines(recordedPath),
    layer: { context: layer.context, image: {}, width: 4000, height: 8000 },
    ...more,
  });
  return { ...main, layer };
}

/** Marks and texts as the SVG writer has them, less what leaves no trace. */
type Expected = Omit<Trace, "transform" | "shape"> & { readonly key: string };

function ofShape(shape: Shape): readonly Expected[] {
  const { fill = "", stroke, opacity = "1", ...rest } = shapeAttributes(shape);
  const alpha = Number(opacity);
  const empty = rest["d"] === "" || (shape.kind === "rect" && (rest["width"] === "0" || rest["height"] === "0"));
  if (alpha <= 0 || empty) return [];
  const { key } = shape;
  if (shape.kind === "text") {
    const font = `${shape.face === "song" ? 900 : 400} ${rest["font-size"]}px ${FACES[shape.face]}`;
    return [{ key, by: "text", paint: fill, alpha, font }];
  }
  const width = Number(rest["stroke-width"] ?? 0);
  const dash = (rest["stroke-dasharray"] ?? "").split(" ").filter(Boolean).map(Number);
  return [
    ...(fill === "none" ? [] : [{ key, by: "fill", paint: fill, alpha } as const]),
    ...(stroke === undefined || width <= 0 ? [] : [{ key, by: "stroke", paint: stroke, alpha, width, dash } as const]),
  ];
}

function isPair(found: readonly Expected[]): boolean {
  return found.length === 2 && (found[0]?.alpha ?? 1) < 1;
}

function withoutPlace({ transform: _transform, shape: _shape, ...trace }: Trace): object {
  return trace;
}

const withoutKey = ({ key: _key, ...expected }: Expected): object => expected;

/** Expects the traces of one layer of shapes, and takes them from the front; a squeezed text has several. */
function expectShapes(traces: Trace[], layer: Trace[], shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    const expected = ofShape(shape);
    if (expected.length === 0) continue;
    if (isPair(expected)) {
      expect(traces.shift(), shape.key).toMatchObject({ by: "image", alpha: expected[0]?.alpha });
      const opaque = expected.map((one) => ({ ...withoutKey(one), alpha: 1 }));
      expect(layer.splice(0, 2).map(withoutPlace), shape.key).toEqual(opaque);
    } else if (shape.kind === "text") {
      let said = "";
      while (traces[0]?.by === "text" && said.length < shape.text.length) {
        const trace = traces.shift();
        if (trace === undefined) break;
        expect(withoutPlace(trace), shape.key).toEqual(withoutKey(expected[0] ?? fail(shape.key)));
        said += trace.shape.replace(/ \S+ \S+ \w+$/, "");
      }
      expect(said).toBe(shape.text);
    } else expect(traces.splice(0, expected.length).map(withoutPlace), shape.key).toEqual(expected.map(withoutKey));
  }
}

function fail(key: string): never {
  throw new Error(`no trace of ${key}`);
}

/** Centres and radii of the circles in a path of the SVG. */
function circles(d: string): readonly (readonly number[])[] {
  return [...d.matchAll(/M(\S+) ([^a]+)a(\S+) /g)].flatMap(([, left, y, r]) =>
    Number(r) > 0 ? [[Number(left) + Number(r), Number(y), Number(r)]] : [],
  );
}

function arcs(shape: string): readonly (readonly number[])[] {
  return [...shape.matchAll(/A([^ ]+)/g)].map(([, list = ""]) => list.split(",").slice(0, 3).map(Number));
}

function expectGrains(traces: Trace[], { grains }: Picture): void {
  for (const { attributes } of grainPaths(grains)) {
    const opacity = Number(attributes["opacity"] ?? 1);
    const filled = opacity * Number(attributes["fill-opacity"] ?? 1);
    const width = Number(attributes["stroke-width"] ?? 0);
    const expected = circles(attributes["d"] ?? "");
    let clear = 1;
    for (const by of [...(filled > 0 ? ["fill"] : []), ...(width > 0 && opacity > 0 ? ["stroke"] : [])]) {
      const trace = traces.shift() ?? fail(by);
      expect([trace.by, trace.paint]).toEqual([by, attributes["fill"]]);
      if (by === "stroke") expect([trace.width, trace.dash]).toEqual([width, []]);
      const more = by === "fill" ? width / 2 : 0;
      const found = arcs(trace.shape);
      expect(found).toHaveLength(expected.length);
      found.forEach(([x = 0, y = 0, r = 0], index) => {
        const [ex = 0, ey = 0, er = 0] = expected[index] ?? [];
        expect(Math.abs(x - ex) + Math.abs(y - ey) + Math.abs(r - er - more)).toBeLessThan(1e-6);
      });
      clear *= 1 - trace.alpha;
    }
    // Fill and outline, where they overlap, are as opaque as the SVG's group.
    expect(1 - clear).toBeCloseTo(width > 0 ? opacity : filled, 6);
  }
}

describe("the canvas shows the marks of the SVG, each once and in order,", () => {
  test.each(story.steps.map(({ id }, step) => ({ id, step })))("at step $id", ({ step }) => {
    const moment = fc.record({
      progress: fc.oneof(fc.constantFrom(0.2, 0.4, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      size: fc.constantFrom(...SIZES),
      theme: fc.constantFrom("day" as const, "night" as const),
    });
    fc.assert(
      fc.property(moment, ({ progress, size, theme }) => {
        const picture = paint({ step, progress }, size, theme);
        const { traces, layer, saved, dashes } = drawn(picture, size);
        const rest = [...traces];
        const onLayer = [...layer.traces];
        expectShapes(rest, onLayer, shapesInLayer(picture.shapes, "back"));
        expectGrains(rest, picture);
        expectShapes(rest, onLayer, shapesInLayer(picture.shapes, "front"));
        expect([rest, onLayer]).toEqual([[], []]);
        expect([saved(), layer.saved(), dashes(), layer.dashes()]).toEqual([0, 0, [], []]);
      }),
      { seed: 11, numRuns: 6 },
    );
  });
});
