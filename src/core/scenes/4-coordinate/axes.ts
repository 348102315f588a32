import { range } from "d3-array";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, Shape, TextMark } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { grainRadius, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { type GrainGroup, GROUP_SIZE, groupOf, rankInGroup } from "../groups.ts";
import { pathMark, ruleMark, textMark, textWithPatch } from "../../picture/marks.ts";
import { circlePath, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

/** Directions of the three axes, y up. Isometric, so that none is longer or nearer than another. */
const AXES = {
  one: { x: 0, y: 1 },
  two: { x: -Math.cos(Math.PI / 6), y: -0.5 },
  three: { x: Math.cos(Math.PI / 6), y: -0.5 },
} as const;
type Axis = keyof typeof AXES;
const NAMES = ["two", "one", "three"] as const;
const AXIS_OF: Readonly<Record<GrainGroup, Axis>> = { industry: "two", services: "one", rural: "three" };

/** Faces between two axes. The fewer arcs one has, the lighter it looks, as on a cube. */
const FACES = [
  { key: "01", from: "two", to: "one", arcs: 12 },
  { key: "12", from: "one", to: "three", arcs: 18 },
  { key: "20", from: "three", to: "two", arcs: 30 },
] as const;
const RAYS = 11;
const ARC = range(13).map((k) => ((Math.PI / 2) * k) / 12);

interface Noun {
  readonly key: string;
  readonly axis: Axis;
  readonly along: number;
  /** Side of its leader: −1 is left of the upright axis or below a slanting one. */
  readonly side: -1 | 1;
}

const NOUNS: readonly Noun[] = [
  { key: "one-a", axis: "one", along: 0.74, side: 1 },
  { key: "one-b", axis: "one", along: 0.5, side: -1 },
  { key: "two-a", axis: "two", along: 0.7, side: 1 },
  { key: "two-b", axis: "two", along: 0.4, side: 1 },
  { key: "three-a", axis: "three", along: 0.37, side: 1 },
  { key: "three-b", axis: "three", along: 0.26, side: -1 },
  { key: "three-c", axis: "three", along: 0.73, side: 1 },
  { key: "three-d", axis: "three", along: 0.57, side: -1 },
];

const HEIGHT = 1.74;

const BEATS = {
  grow: beat(0, 0.35, smoothstep),
  name: beat(0.2, 0.4),
  slide: stagger(0.07, 0.25, 0.5, smoothstep),
};

function layout({ box, size }: LayoutContext) {
  const type = typeSize(size, "label");
  const name = typeSize(size, "display");
  const length = Math.min(box.width * 0.56, (box.height - name) / HEIGHT);
  const r = Math.min(grainRadius(size) * 0.8, (length / (GROUP_SIZE / 2)) * 0.6);
  return {
    box,
    type,
    name,
    length,
    origin: { x: box.x + box.width / 2, y: box.y + (box.height - length * HEIGHT - name) / 2 + name + length },
    r,
    ring: r * 1.9,
  };
}

type Layout = ReturnType<typeof layout>;

function pointOn({ origin, length }: Layout, axis: Axis, along: number): Point {
  const { x, y } = AXES[axis];
  return { x: origin.x + x * along * length, y: origin.y - y * along * length };
}

function pointBetween(places: Layout, [a, b]: readonly [Axis, Axis], alongA: number, alongB: number): Point {
  const [onA, onB] = [pointOn(places, a, alongA), pointOn(places, b, alongB)];
  return { x: onA.x + onB.x - places.origin.x, y: onA.y + onB.y - places.origin.y };
}

function drawFaces(places: Layout, grown: number, palette: Palette): readonly Shape[] {
  return FACES.flatMap(({ key, from, to, arcs }) => {
    const at = (radius: number, turn: number): Point =>
      pointBetween(places, [from, to], radius * Math.cos(turn) * grown, radius * Math.sin(turn) * grown);
    const arc = (radius: number): string => polyline(ARC.map((turn) => at(radius, turn)));
    const rays = range(RAYS).map((k) => {
      const turn = ((Math.PI / 2) * (k + 1)) / (RAYS + 1);
      return [at(k % 2 === 0 ? 0.45 : 0.2, turn), at(1, turn)] as const;
    });
    const inner = range(1, arcs).map((k) => arc(k / arcs));
    return [
      pathMark({
        key: `axes:face:${key}`,
        d: inner.join("") + segments(rays),
        stroke: palette.line,
        strokeWidth: 0.8,
        opacity: 0.6,
        layer: "back",
      }),
      pathMark({ key: `axes:rim:${key}`, d: arc(1), stroke: palette.muted, strokeWidth: 1.1, layer: "back" }),
    ];
  });
}

function arrowhead(places: Layout, axis: Axis, grown: number): string {
  const { x, y } = AXES[axis];
  const tip = pointOn(places, axis, grown * 1.02);
  const length = places.r * 3.4;
  const barb = (turn: number): Point => {
    const angle = Math.atan2(-y, x) + turn;
    return { x: tip.x - length * Math.cos(angle), y: tip.y - length * Math.sin(angle) };
  };
  return polyline([barb(0.42), tip, barb(-0.42)]);
}

function drawAxes(places: Layout, grown: number, palette: Palette): readonly Shape[] {
  const { origin, r } = places;
  const { ink } = palette;
  const shafts = NAMES.map((axis) => [pointOn(places, axis, 0), pointOn(places, axis, grown)] as const);
  return [
    pathMark({
      key: "axes:origin",
      d: circlePath(origin, r * 3),
      fill: palette.background,
      stroke: ink,
      strokeWidth: 1.2,
      layer: "back",
    }),
    pathMark({ key: "axes:shafts", d: segments(shafts), stroke: ink, opacity: 0.9, layer: "back" }),
    pathMark({
      key: "axes:heads",
      d: NAMES.map((axis) => arrowhead(places, axis, grown)).join(""),
      stroke: ink,
      strokeWidth: Math.max(1.4, r * 0.55),
      layer: "back",
    }),
  ];
}

function placeName(places: Layout, axis: Axis, width: number): Pick<TextMark, "x" | "y" | "anchor"> {
  const { box, name, length, r } = places;
  const tip = pointOn(places, axis, 1);
  const gap = r * 4;
  const side = AXES[axis].x < 0 ? -1 : 1;
  const room = box.width / 2 - AXES.three.x * length - gap;
  if (axis === "one" || room > width)
    return { x: tip.x + side * gap, y: tip.y + name * 0.5, anchor: side < 0 ? "end" : "start" };
  return {
    x: clamp(tip.x + side * name, box.x, box.x + box.width),
    y: tip.y + gap + name,
    anchor: side < 0 ? "start" : "end",
  };
}

function drawName(places: Layout, axis: Axis, text: string, palette: Palette, opacity: number): readonly Shape[] {
  const mark = textMark({
    key: `axes:name:${axis}`,
    text,
    ...placeName(places, axis, textWidth(text, places.name)),
    size: places.name,
    fill: palette.textRed,
    face: "song",
    opacity,
  });
  return textWithPatch(mark, palette.background);
}

function placeNoun(
  { box, type }: Layout,
  { axis, side }: Noun,
  end: Point,
  width: number,
): Pick<TextMark, "x" | "y" | "anchor"> & { readonly baseline: "middle" | "alphabetic" } {
  if (axis === "one")
    return {
      x: end.x + side * type * 0.3,
      y: end.y,
      baseline: "middle",
      anchor: side < 0 ? "end" : "start",
    };
  const outward = AXES[axis].x < 0 ? -1 : 1;
  const lean = outward * side * Math.max(0, width / 2 - type * 1.3);
  return {
    x: clamp(end.x + lean, box.x + width / 2, box.x + box.width - width / 2),
    y: side > 0 ? end.y - type * 0.3 : end.y + type * 1.02,
    baseline: "alphabetic",
    anchor: "middle",
  };
}

function drawNoun(places: Layout, noun: Noun, text: string, out: number, palette: Palette): readonly Shape[] {
  const { type, ring } = places;
  const { key, axis, along, side } = noun;
  const at = pointOn(places, axis, along * out);
  const upright = axis === "one";
  const leader = type * (upright ? 1.1 : 0.95) + ring;
  const [dx, dy] = upright ? [side, 0] : [0, -side];
  const end = { x: at.x + dx * leader, y: at.y + dy * leader };
  const opacity = linearStep(out, 0.02, 0.2);
  return [
    ruleMark({
      key: `axes:stem:${key}`,
      x1: at.x + dx * ring,
      y1: at.y + dy * ring,
      x2: end.x,
      y2: end.y,
      stroke: palette.ink,
      strokeWidth: 1.1,
      opacity,
      layer: "back",
    }),
    pathMark({
      key: `axes:ring:${key}`,
      d: circlePath(at, ring),
      fill: palette.background,
      stroke: palette.ink,
      strokeWidth: 1.3,
      opacity,
    }),
    ...textWithPatch(
      textMark({
        key: `axes:noun:${key}`,
        text,
        ...placeNoun(places, noun, end, textWidth(text, type)),
        size: type,
        fill: palette.ink,
        opacity: smoothstep(linearStep(out, 0.4, 0.85)),
      }),
      palette.background,
    ),
  ];
}

function drawGrains(places: Layout, grown: number, palette: Palette): readonly Grain[] {
  const { r } = places;
  return mapGrains((index): Grain => {
    const axis = AXIS_OF[groupOf(index)];
    const rank = rankInGroup(index);
    const { x, y } = pointOn(places, axis, 0.04 + (0.94 * (rank + 0.5) * grown) / GROUP_SIZE);
    // The first grain lies above a slanting axis, so that the two are mirror images.
    const above = AXES[axis].x < 0 ? 1 : -1;
    const lane = (rank % 2 === 0 ? above : -above) * r * 0.8;
    return {
      x: x + AXES[axis].y * lane,
      y: y + AXES[axis].x * lane,
      r: jitteredRadius(index, r * 0.82),
      fill: palette.ember,
      opacity: 1,
      hollow: 0,
    };
  });
}

/**
 * Three equal axes with grains strung along them. Things met before slide out to the axis that the interview gives
 * them.
 */
export const axes = defineScene({
  labels: ["one", "two", "three", ...NOUNS.map(({ key }) => key), "editor"],
  elevation: () => 0.96,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => {
    const { box, type } = places;
    const grown = lerp(0.5, 1, BEATS.grow(t));
    return {
      grains: drawGrains(places, grown, palette),
      shapes: [
        ...drawFaces(places, grown, palette),
        ...drawAxes(places, grown, palette),
        ...NAMES.flatMap((axis) => drawName(places, axis, label(axis), palette, BEATS.name(t))),
        ...NOUNS.flatMap((noun, k) => drawNoun(places, noun, label(noun.key), BEATS.slide(t, k), palette)),
        textMark({
          key: "axes:editor",
          text: label("editor"),
          x: box.x,
          y: box.y + type,
          size: type,
          fill: palette.muted,
          role: "note",
        }),
      ],
    };
  },
});
