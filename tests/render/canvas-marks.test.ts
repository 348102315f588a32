import { describe, expect, test } from "vitest";
import type { PathMark, RectMark, Shape, TextMark } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { type CanvasOptions, drawPicture } from "../../src/core/render/canvas.ts";
import { createOutlines, pathBox } from "../../src/core/render/outlines.ts";
import { realStory } from "../pictures/real-story.ts";
import { ADVANCE, createRecorder, recordedPath, type Trace } from "./canvas-recorder.ts";

const path: PathMark = {
  kind: "path",
  key: "a:path",
  opacity: 1,
  d: "M10,20L30,40",
  fill: [255, 0, 10],
  stroke: null,
  strokeWidth: 2,
};
const rect: RectMark = { ...path, kind: "rect", x: 1, y: 2, width: 30, height: 8, radius: 20 };
const text: TextMark = {
  kind: "text",
  key: "a:text",
  opacity: 1,
  x: 100,
  y: 20,
  text: "安源",
  size: 20,
  face: "song",
  anchor: "start",
  fill: [16, 16, 16],
  role: "label",
};

function traced(shapes: readonly Shape[], more: Partial<CanvasOptions> = {}): readonly Trace[] {
  const { context, traces } = createRecorder();
  drawPicture(
    context,
    { grains: [], shapes },
    {
      ratio: 2,
      view: { x: 0, y: 0, width: 100, height: 50 },
      background: null,
      words: true,
      faces: { song: "Song", sans: "Sans" },
      outlines: createOutlines(recordedPath),
      ...more,
    },
  );
  return traces;
}

describe("the canvas", () => {
  test("has the ground's colour, or nothing, below the marks", () => {
    expect(traced([], { background: [1, 2, 3] })).toEqual([
      { by: "fill", paint: "#010203", alpha: 1, transform: [1, 0, 0, 1, 0, 0], shape: "0 0 200 100" },
    ]);
    expect(traced([])).toEqual([]);
    // Above its stage a picture lies over other content.
    const view = { x: -5, y: -10, width: 110, height: 60 };
    expect(traced([], { background: [1, 2, 3], view }).map(({ shape }) => shape)).toEqual(["0 20 220 100"]);
  });

  test("shows the part of the picture that it is to show, at its device pixels", () => {
    const [still, moved] = traced([path, { ...path, translate: [1.26, -2] }], {
      view: { x: -10, y: -20, width: 120, height: 90 },
    });
    expect(still?.transform).toEqual([2, 0, -0, 2, 20, 40]);
    expect(moved?.transform).toEqual([2, 0, -0, 2, 22.6, 36]);
  });

  test("leaves words out when others show them", () => {
    expect(traced([path, text], { words: false }).map(({ by }) => by)).toEqual(["fill"]);
  });

  test("makes each path once", () => {
    const made: string[] = [];
    const outlines = createOutlines((d) => recordedPath((made.push(d), d)));
    traced([path, path], { outlines });
    traced([path], { outlines });
    expect(made).toEqual([path.d]);
  });

  test("caps each radius of a rectangle by itself and begins its dashes where SVG does", () => {
    const [first] = traced([rect]);
    expect(first?.shape).toMatch(/^M16,2 L16,2 C\S+,31,6 L31,6 C\S+,16,10 /);
    expect(traced([{ ...rect, width: 0 }])).toEqual([]);
  });
});

describe("a mark with a fill and a stroke", () => {
  const pair: PathMark = { ...path, stroke: [0, 0, 0], opacity: 0.5 };
  const layerOf = (width: number, height: number) => {
    const { context, traces } = createRecorder();
    return { layer: { context, image: {}, width, height }, traces };
  };

  test("is drawn opaque on the layer, as far as it reaches, and copied from there with its opacity", () => {
    const { layer, traces } = layerOf(200, 100);
    const [copy, ...more] = traced([pair], { layer });
    expect(traces.map(({ by, alpha }) => [by, alpha])).toEqual([
      ["fill", 1],
      ["stroke", 1],
    ]);
    // Five pixels around the path: two for each side of a miter and one for rounding.
    expect(copy).toMatchObject({ by: "image", alpha: 0.5, shape: "0 0 60 60 10 30 60 60" });
    expect(traces[0]?.transform).toEqual([2, 0, -0, 2, -10, -30]);
    expect(more).toEqual([]);
  });

  test("stands beside others on the layer, and in front of what the canvas has", () => {
    const { layer, traces } = layerOf(130, 200);
    const copies = traced([pair, path, { ...pair }, { ...pair, opacity: 0.2 }], { layer });
    expect(copies.map(({ by, shape }) => [by, shape.split(" ").slice(0, 2).join(" ")])).toEqual([
      ["image", "0 0"],
      ["fill", path.d],
      ["image", "60 0"],
      ["image", "0 60"],
    ]);
    expect(traces).toHaveLength(6);
  });

  test("takes the place of others on a layer that is full", () => {
    const { layer, traces } = layerOf(70, 70);
    const copies = traced([pair, path, { ...pair }], { layer });
    expect(copies.map(({ by, shape }) => [by, shape.split(" ").slice(0, 2).join(" ")])).toEqual([
      ["image", "0 0"],
      ["fill", path.d],
      ["image", "0 0"],
    ]);
    expect(traces).toHaveLength(4);
  });

  test("is drawn at once when it is opaque, and when the layer has no room", () => {
    const { layer, traces } = layerOf(20, 20);
    expect(traced([{ ...pair, opacity: 1 }, pair], { layer }).map(({ by, alpha }) => [by, alpha])).toEqual([
      ["fill", 1],
      ["stroke", 1],
      ["fill", 0.5],
      ["stroke", 0.5],
    ]);
    expect(traces).toEqual([]);
  });
});

describe("a text", () => {
  const shapesOf = (marks: readonly TextMark[]): readonly string[] => traced(marks).map(({ shape }) => shape);

  test("stands at its anchor", () => {
    expect(shapesOf([text, { ...text, anchor: "middle" }, { ...text, anchor: "end" }])).toEqual([
      "安源 100 20 left",
      "安源 100 20 center",
      "安源 100 20 right",
    ]);
  });

  test("hangs and squeezes its punctuation in the story's own face alone", () => {
    expect(shapesOf([{ ...text, text: "“安源", size: 20 }])).toEqual(["“安源 90 20 left"]);
    expect(shapesOf([{ ...text, text: "“安源", face: "sans" }])).toEqual(["“安源 100 20 left"]);
    // Seven characters of ten pixels, less two halves of a character.
    const squeezed = { ...text, text: "安”，“源。安" };
    expect(shapesOf([squeezed])).toEqual(["安” 100 20 left", "， 110 20 left", "“源。安 110 20 left"]);
    expect(shapesOf([{ ...squeezed, anchor: "end" }])).toEqual([
      "安” 50 20 left",
      "， 60 20 left",
      "“源。安 60 20 left",
    ]);
    expect(ADVANCE).toBe(10);
  });

  test("turns about its own point", () => {
    const [turned] = traced([{ ...text, rotate: 90, text: "“安" }]);
    expect(turned?.transform.map((number) => Math.round(number))).toEqual([0, 2, -2, 0, 200, 40]);
    expect(turned?.shape).toBe("“安 -10 0 left");
  });
});

describe("the box of a path", () => {
  test("holds its points, its control points and its arcs", () => {
    expect(pathBox("M1,2L-3,4")).toEqual({ x: -3, y: 2, width: 4, height: 2 });
    expect(pathBox("M0,0Q5,-9,10,0C1,1,20,20,3,3Z")).toEqual({ x: 0, y: -9, width: 20, height: 29 });
    expect(pathBox("M1,2h30v8h-30Z")).toEqual({ x: 1, y: 2, width: 30, height: 8 });
    const { x, y, width, height } = pathBox("M0,0A0.1,0.1,0,0,1,10,0");
    expect([x <= 0, y <= -5, x + width >= 10, y + height >= 5]).toEqual([true, true, true, true]);
    expect(pathBox("")).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });

  test("knows every command of the story's paths", () => {
    const story = realStory();
    const paint = createPainter(story);
    const commands = new Set<string>();
    for (const { d } of story.steps.flatMap((_, step) =>
      paint({ step, progress: 1 }, { width: 390, height: 490 }, "day").shapes.filter((shape) => shape.kind === "path"),
    ))
      for (const command of d.match(/[a-z]/gi) ?? []) commands.add(command);
    expect([...commands].filter((command) => !"MLQCAhvZ".includes(command))).toEqual([]);
  });
});
