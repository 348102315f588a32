import { range } from "d3-array";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import type { Grain, LayoutContext, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, rectMark, textMark } from "../../picture/marks.ts";
import { circlePath, hatchPath, pathData, polygon, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { type GrainGroup, groupOf, rankInGroup } from "../groups.ts";

/** The industry that a noun belonged to in the first chapter colours the edge of its tag. */
type Origin = "industry" | "services" | "ember" | "both" | "none";

interface Noun {
  readonly key: string;
  readonly origin: Origin;
  /** The board of tenses hangs it under the same name, and draws it in the same manner. */
  readonly tense: "formed" | "moving" | "demand" | "goal";
}

/** Nouns met before, in the interview's order under the demand that they stand under now. */
const ROPES: readonly { readonly key: string; readonly nouns: readonly Noun[] }[] = [
  {
    key: "one",
    nouns: [
      { key: "one-a", origin: "both", tense: "formed" },
      { key: "one-b", origin: "ember", tense: "demand" },
    ],
  },
  {
    key: "two",
    nouns: [
      { key: "two-a", origin: "services", tense: "demand" },
      { key: "two-b", origin: "none", tense: "demand" },
    ],
  },
  {
    key: "three",
    nouns: [
      { key: "three-a", origin: "industry", tense: "moving" },
      { key: "three-b", origin: "industry", tense: "moving" },
      { key: "three-c", origin: "industry", tense: "goal" },
      { key: "three-d", origin: "none", tense: "moving" },
      { key: "three-e", origin: "none", tense: "formed" },
    ],
  },
];
const STEPS = 5;
const ROPE_OF: Readonly<Record<GrainGroup, number>> = { industry: 0, services: 1, rural: 2 };

/** Grains in each row of a plumb bob, from above: eighty. */
const ROWS = [8, 9, 10, 11, 10, 9, 8, 6, 5, 3, 1];
const WIDEST = Math.max(...ROWS);
const ROW = Math.sqrt(3) / 2;
const SPOTS: readonly Point[] = ROWS.flatMap((n, row) => range(n).map((k) => ({ x: k - (n - 1) / 2, y: row * ROW })));
const BOB = { cap: 1.1, shoulder: 4.1, widest: WIDEST / 2 + 0.62, tip: 10.1 } as const;

const BEATS = {
  run: beat(0, 0.5, smoothstep),
  name: stagger(0.1, 0.14, 0.34),
  hang: stagger(0.08, 0.3, 0.56, smoothstep),
  /** Swing of the ropes, which come to rest. */
  rest: beat(0.1, 1),
};

function layout({ box, size, label }: LayoutContext) {
  const name = typeSize(size, "display") * 1.12;
  const apart = Math.min(box.width / ROPES.length, box.height * 0.46);
  const texts = ROPES.flatMap(({ nouns }) => nouns.map(({ key }) => label(key)));
  const room = apart * 0.94;
  const pad = clamp(apart * 0.05, 4, 12);
  const type = Math.min(...texts.map((text) => fitFontSize(text, room - 3 * pad, typeSize(size, "name"), 11)));
  const head = clamp(box.height * 0.2, 40, 150);
  const pitch = Math.min((apart * 0.36) / BOB.widest, (box.height * 0.24) / (BOB.tip + 1.5));
  const cx = box.x + box.width / 2;
  const bar = box.y + head;
  const bob = box.y + box.height - pitch * (BOB.tip + 1.5) - 2;
  const top = bar + name * 2.05;
  const step = (bob - top - type * 0.4) / STEPS;
  const height = Math.min(type * 1.75, step * 0.84);
  return {
    cx,
    top: box.y,
    bar,
    bob,
    pitch,
    bobOutline: bobPath(pitch),
    type,
    name,
    apart,
    drop: Math.min(type * 0.4, Math.max(0, step - type * 1.15) * 0.5),
    tag: { width: room, height, pad },
    hatching: hatchPath({ x: 0.6, y: 0.6, width: room - 1.2, height: height - 1.2 }, Math.max(4, height * 0.16)),
    xs: ROPES.map((_, k) => cx + (k - 1) * apart),
    ys: range(STEPS).map((k) => top + height / 2 + k * step),
  };
}

type Layout = ReturnType<typeof layout>;

function swing({ bar, bob, apart }: Layout, t: number, y: number): number {
  const rest = BEATS.rest(t);
  return 0.05 * apart * Math.sin(3.5 * Math.PI * rest) * (1 - rest) * linearStep(y, bar, bob);
}

function drawHook({ cx, top, bar, xs, apart, pitch }: Layout, { ink, background, layer }: Palette): readonly Shape[] {
  const head = bar - top;
  const [eye, r] = [top + head * 0.46, head * 0.13];
  const bold = Math.max(1.3, pitch * 0.26);
  const ends = xs.map((x) => ({ x, y: bar }));
  const half = bold * 1.6;
  const hook = pathData((path) => {
    path.moveTo(cx - r * 0.32, top);
    path.lineTo(cx - r * 0.32, eye - r * 1.5);
    path.bezierCurveTo(cx - r * 0.2, eye - r * 0.9, cx + r * 1.5, eye - r * 0.7, cx + r * 1.3, eye + r * 0.45);
    path.bezierCurveTo(cx + r * 1.1, eye + r * 1.5, cx - r * 1.2, eye + r * 1.5, cx - r * 1.35, eye + r * 0.1);
    path.bezierCurveTo(cx - r * 1.05, eye + r * 0.5, cx - r * 0.75, eye + r * 0.62, cx - r * 0.4, eye + r * 0.56);
    path.bezierCurveTo(cx + r * 0.7, eye + r * 0.5, cx + r * 0.75, eye - r * 0.3, cx + r * 0.2, eye - r * 0.7);
    path.bezierCurveTo(cx + r * 0.3, eye - r * 0.95, cx + r * 0.32, eye - r * 1.2, cx + r * 0.32, eye - r * 1.5);
    path.lineTo(cx + r * 0.32, top);
    path.closePath();
  });
  const knot = { x: cx, y: eye + r * 0.9 };
  return [
    pathMark({
      key: "axes:slings",
      layer: "back",
      stroke: ink,
      strokeWidth: bold,
      d: segments(ends.map((end) => [knot, end] as const)),
    }),
    rectMark({
      key: "axes:bar",
      layer: "back",
      x: (xs[0] ?? 0) - apart * 0.16,
      y: bar - half,
      width: 2 * apart + apart * 0.32,
      height: half * 2,
      fill: ink,
      strokeWidth: 0,
      radius: half,
    }),
    pathMark({ key: "axes:hook", fill: ink, strokeWidth: 0, d: hook }),
    pathMark({
      key: "axes:knots",
      fill: background,
      stroke: ink,
      strokeWidth: bold,
      d: [knot, ...ends].map((point) => circlePath(point, bold * 1.9)).join(""),
    }),
    pathMark({
      key: "axes:beam",
      layer: "back",
      fill: mixRgb(background, layer, 0.9),
      stroke: ink,
      strokeWidth: bold * 0.7,
      d: polygon([
        { x: cx - r * 1.5, y: top },
        { x: cx - r * 1.5, y: top + r * 0.75 },
        { x: cx + r * 1.5, y: top + r * 0.75 },
        { x: cx + r * 1.5, y: top },
      ]),
    }),
  ];
}

/** Draws a rope as a twisted cord: short strokes that lean across it, between its two edges. */
function drawRope(places: Layout, k: number, t: number, palette: Palette): readonly Shape[] {
  const { bar, bob, xs, pitch } = places;
  const x = xs[k] ?? 0;
  const end = lerp(bar, bob + pitch * 0.6, BEATS.run(t));
  const half = Math.max(1.5, pitch * 0.24);
  const lay = half * 2.3;
  const at = (y: number, side: number): Point => ({ x: x + swing(places, t, y) + side * half, y });
  const twist = range(bar + lay, end, lay).map((y) => [at(y - lay * 0.9, -1), at(y, 1)] as const);
  return [
    pathMark({
      key: `axes:rope:${k}`,
      layer: "back",
      stroke: palette.ink,
      strokeWidth: Math.max(0.8, half * 0.4),
      d: segments([[at(bar, -1), at(end, -1)], [at(bar, 1), at(end, 1)], ...twist]),
    }),
  ];
}

function bobAt(places: Layout, k: number, t: number): Point {
  const { bar, bob, xs, pitch } = places;
  const y = lerp(bar, bob, BEATS.run(t));
  return { x: (xs[k] ?? 0) + swing(places, t, y), y: y + pitch * 1.5 };
}

/** Outline of a bob in pitches of its grains, from the middle of its upper row. */
function bobPath(pitch: number): string {
  const { cap, shoulder, widest, tip } = BOB;
  return pathData((path) => {
    const to = (x: number, y: number): void => path.lineTo(x * pitch, y * pitch);
    path.moveTo(-cap * pitch, -1.5 * pitch);
    to(cap, -1.5);
    to(cap, -1);
    for (const side of [1, -1]) {
      const curve = (...[x1, y1, x2, y2, x, y]: readonly [number, number, number, number, number, number]): void =>
        path.bezierCurveTo(side * x1 * pitch, y1 * pitch, side * x2 * pitch, y2 * pitch, side * x * pitch, y * pitch);
      if (side > 0) {
        to(shoulder, -0.9);
        curve(shoulder + 1.1, -0.4, widest, 1.1, widest, 2.6);
        curve(widest, 4.6, 1.9, 8.3, 0, tip);
      } else {
        curve(1.9, 8.3, widest, 4.6, widest, 2.6);
        curve(widest, 1.1, shoulder + 1.1, -0.4, shoulder, -0.9);
        to(-cap, -1);
      }
    }
    path.closePath();
  });
}

function drawBob(places: Layout, k: number, t: number, { ink, layer, background }: Palette): readonly Shape[] {
  const { pitch, bobOutline } = places;
  const at = bobAt(places, k, t);
  return [
    pathMark({
      key: `axes:bob:${k}`,
      layer: "back",
      fill: mixRgb(background, layer, 0.8),
      stroke: ink,
      strokeWidth: Math.max(1.1, pitch * 0.18),
      d: bobOutline,
      translate: [at.x, at.y],
    }),
  ];
}

function originInks({ industry, services, ember, muted }: Palette, origin: Origin): readonly Rgb[] {
  if (origin === "both") return [industry, services];
  return [origin === "industry" ? industry : origin === "services" ? services : origin === "ember" ? ember : muted];
}

function drawTag(places: Layout, k: number, row: number, noun: Noun, at: SceneContext): readonly Shape[] {
  const { xs, ys, tag, type } = places;
  const { palette, t } = at;
  const out = BEATS.hang(t, row + k * 0.4);
  const y = (ys[row] ?? 0) - places.drop * (1 - out);
  const x = (xs[k] ?? 0) + swing(places, t, y);
  const [left, top] = [x - tag.width / 2, y - tag.height / 2];
  const opacity = linearStep(out, 0.1, 0.7);
  const inks = originInks(palette, noun.origin);
  const formed = noun.tense === "formed";
  return [
    rectMark({
      key: `axes:tag:${noun.key}`,
      x: left,
      y: top,
      width: tag.width,
      height: tag.height,
      fill: formed ? palette.textEmber : palette.background,
      stroke: formed ? palette.textEmber : palette.ink,
      strokeWidth: 1.2,
      radius: 1.5,
      dash: noun.tense === "goal" ? "4 3" : undefined,
      opacity,
    }),
    ...(noun.tense === "moving"
      ? [
          pathMark({
            key: `axes:tone:${noun.key}`,
            d: places.hatching,
            translate: [left, top],
            stroke: mixRgb(palette.background, palette.ember, 0.36),
            strokeWidth: 1,
            opacity,
          }),
        ]
      : []),
    ...inks.map((fill, part) =>
      rectMark({
        key: `axes:edge:${noun.key}:${part}`,
        x: left + 2,
        y: top + 2 + (part * (tag.height - 4)) / inks.length,
        width: Math.max(3, tag.pad * 0.6),
        height: (tag.height - 4) / inks.length,
        fill,
        strokeWidth: 0,
        opacity,
      }),
    ),
    textMark({
      key: `axes:noun:${noun.key}`,
      text: at.label(noun.key),
      x: x + tag.pad * 0.35,
      y,
      baseline: "middle",
      anchor: "middle",
      size: type,
      fill: formed ? palette.background : palette.ink,
      opacity,
    }),
  ];
}

function drawNames({ xs, bar, name }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  return ROPES.flatMap(({ key }, k) => {
    const text = textMark({
      key: `axes:name:${key}`,
      text: label(key),
      x: xs[k] ?? 0,
      y: bar + name * 1.5,
      anchor: "middle",
      size: name,
      face: "song",
      fill: palette.textRed,
      opacity: BEATS.name(t, k),
    });
    return [
      rectMark({
        key: `axes:plate:${key}`,
        x: text.x - name * 2.15,
        y: text.y - name * 1.02,
        width: name * 4.3,
        height: name * 1.34,
        fill: palette.background,
        strokeWidth: 0,
        opacity: text.opacity,
      }),
      text,
    ];
  });
}

function drawGrains(places: Layout, t: number, palette: Palette): readonly Grain[] {
  const { pitch } = places;
  const bobs = ROPES.map((_, k) => bobAt(places, k, t));
  return mapGrains((index): Grain => {
    const bob = bobs[ROPE_OF[groupOf(index)]] ?? { x: 0, y: 0 };
    const spot = SPOTS[rankInGroup(index)] ?? { x: 0, y: 0 };
    return {
      x: bob.x + spot.x * pitch,
      y: bob.y + spot.y * pitch,
      r: pitch * 0.44,
      fill: palette.textEmber,
      opacity: 1,
      // Keeping an eye on a thing is a demand.
      hollow: 1,
    };
  });
}

/** Three equal plumb lines from one hook. Nouns met before hang as tags from the line that the interview gives them. */
export const axes = defineScene({
  labels: ROPES.flatMap(({ key, nouns }) => [key, ...nouns.map((noun) => noun.key)]),
  elevation: () => 0.92,
  beats: BEATS,
  layout,
  draw: (places, at) => {
    const { t, palette } = at;
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        ...drawHook(places, palette),
        ...ROPES.flatMap((_, k) => [...drawRope(places, k, t, palette), ...drawBob(places, k, t, palette)]),
        ...drawNames(places, at),
        ...ROPES.flatMap(({ nouns }, k) => nouns.flatMap((noun, row) => drawTag(places, k, row, noun, at))),
      ],
    };
  },
});
