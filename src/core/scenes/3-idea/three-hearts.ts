import { max, range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { clamp, lerp, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GROUP_SIZE } from "../groups.ts";
import { pointsAlong } from "../../picture/layouts/along-line.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { polygon, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

interface Heart {
  readonly id: string;
  readonly index: number;
  readonly side: -1 | 0 | 1;
  /** Start of its strand in a dot of 心, from the character's middle and baseline, em. */
  readonly dot: Point;
  /** Different tones, so that a plait does not look like a rope. */
  readonly tone: (palette: Palette) => Rgb;
}

const HEARTS: readonly Heart[] = [
  { id: "one", index: 0, side: -1, dot: { x: -0.38, y: -0.3 }, tone: ({ ember }) => ember },
  { id: "two", index: 1, side: 0, dot: { x: 0.06, y: -0.66 }, tone: ({ ember, ink }) => mixRgb(ember, ink, 0.42) },
  {
    id: "three",
    index: 2,
    side: 1,
    dot: { x: 0.375, y: -0.31 },
    tone: ({ ember, background }) => mixRgb(ember, background, 0.26),
  },
];

const BEATS = {
  /** By the distance from the strand's upper end, 0–1: it leaves the plait to its side, then comes down. */
  part: stagger(0.14, 0, 0.34, smoothstep),
  sink: stagger(0.14, 0.12, 0.46, smoothstep),
  tie: stagger(0.08, 0.62, 0.76, smoothstep),
  editor: beat(0.7, 0.9),
};

const TURNS = 2.5;
const PLAIT = 3.4;
const PIECES = 60;

interface Strand extends Heart {
  readonly root: Point;
  readonly end: Point;
}

function layout({ box, size, label }: LayoutContext) {
  const type = typeSize(size, "display");
  const longest = max(HEARTS, ({ id }) => textWidth(label(`to-${id}`), type)) ?? 0;
  const tag = { width: longest + type * 1.3, height: type * 2.1 };
  const em = Math.min(box.width * 0.5, box.height * 0.43);
  const heart = { x: box.x + box.width / 2, y: box.y + box.height - em * 0.1 };
  const ply = clamp(em * 0.032, 2.6, 9);
  const crown = heart.y - 0.9 * em - ply;
  const nameSize = Math.min((box.width / HEARTS.length) * 0.25, (crown - box.y - tag.height) * 0.34, 62);
  const strands = HEARTS.map((own): Strand => ({
    ...own,
    root: { x: heart.x + own.dot.x * em, y: heart.y + own.dot.y * em },
    end: {
      x: heart.x + (own.side * (box.width - tag.width)) / 2,
      y: own.side === 0 ? box.y + tag.height : crown - nameSize * 1.4,
    },
  }));
  return { box, type, note: typeSize(size, "note"), tag, em, heart, ply, crown, nameSize, strands };
}

type Layout = ReturnType<typeof layout>;

function pointOnCurve(a: Point, c: Point, s: number): Point {
  const [t, u, rise] = [s, 1 - s, a.y - c.y];
  const along = (p: number, q: number, r: number, z: number): number =>
    u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * z;
  return { x: along(a.x, a.x, c.x, c.x), y: along(a.y, a.y - rise * 0.42, a.y - rise * 0.12, c.y) };
}

function strandAt({ box, heart, ply, crown }: Layout, { index, root, end }: Strand, t: number): readonly Point[] {
  return range(PIECES + 1).map((k) => {
    const s = k / PIECES;
    const own = pointOnCurve(root, end, s);
    const plaited = {
      x: heart.x + ply * PLAIT * Math.sin(2 * Math.PI * (TURNS * s + index / HEARTS.length)),
      y: lerp(crown - ply, box.y + ply * 2, s),
    };
    return {
      x: lerp(plaited.x, own.x, BEATS.part(t, 1 - s)),
      y: lerp(plaited.y, own.y, BEATS.sink(t, 1 - s)),
    };
  });
}

/** Returns places for a group of grains along a strand, off the character's square, where the strand is a line. */
function grainPlaces({ em, heart, ply }: Layout, strand: readonly Point[]): readonly Point[] {
  const air = ply * 1.4;
  const outside = strand.filter(({ x, y }) => Math.abs(x - heart.x) > em * 0.5 + air || y < heart.y - em * 0.88 - air);
  return pointsAlong(outside, GROUP_SIZE, ply * 0.62);
}

function drawGrains(places: Layout, { tone }: Heart, strand: readonly Point[], palette: Palette): readonly Grain[] {
  const light = tone(palette);
  const dark = mixRgb(light, palette.ink, 0.16);
  return grainPlaces(places, strand).map(({ x, y }, k) => ({
    x,
    y,
    r: places.ply * 0.68,
    fill: k % 2 === 0 ? light : dark,
    opacity: 1,
    hollow: 0,
  }));
}

function drawTag(
  { type, tag, ply, nameSize }: Layout,
  { index, side, end }: Strand,
  texts: { readonly heart: string; readonly purpose: string },
  { ink, layer }: Palette,
  opacity: number,
): readonly Shape[] {
  const [left, right, top, bottom] = [end.x - tag.width / 2, end.x + tag.width / 2, end.y - tag.height, end.y];
  const cut = type * 0.5;
  const outline = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom - cut },
    { x: right - cut, y: bottom },
    { x: left + cut, y: bottom },
    { x: left, y: bottom - cut },
  ];
  const hem = [
    { x: left + 4, y: top + 4 },
    { x: right - 4, y: top + 4 },
  ] as const;
  const aside = ply * 3 + nameSize * 0.2;
  return [
    pathMark({
      key: `hearts:tag:${index}`,
      d: polygon(outline),
      fill: layer,
      stroke: ink,
      strokeWidth: 1.4,
      layer: "back",
      opacity,
    }),
    pathMark({
      key: `hearts:tag:${index}:in`,
      d: segments([hem]),
      stroke: ink,
      strokeWidth: 0.8,
      layer: "back",
      opacity,
    }),
    textMark({
      key: `hearts:to:${index}`,
      text: texts.purpose,
      x: end.x,
      y: top + tag.height / 2,
      baseline: "middle",
      size: type,
      fill: ink,
      anchor: "middle",
      opacity,
    }),
    textMark({
      key: `hearts:name:${index}`,
      text: texts.heart,
      x: side === 1 ? end.x - aside : end.x + aside,
      y: bottom + nameSize * 1.12,
      size: nameSize,
      fill: ink,
      face: "song",
      anchor: side === 1 ? "end" : "start",
      opacity,
    }),
  ];
}

/**
 * Each of the three dots of one 心 starts a strand. They rise as a plait, come undone, and each is tied to the purpose
 * of its word.
 */
export const threeHearts = defineScene({
  labels: ["heart", ...HEARTS.map(({ id }) => id), ...HEARTS.map(({ id }) => `to-${id}`), "editor"],
  elevation: () => 0.92,
  beats: BEATS,
  layout,
  draw(places, { t, palette, label }) {
    const { box, heart, em, note, ply } = places;
    const strands = places.strands.map((strand) => ({ strand, points: strandAt(places, strand, t) }));
    return {
      grains: strands.flatMap(({ strand, points }) => drawGrains(places, strand, points, palette)),
      shapes: [
        textMark({
          key: "hearts:heart",
          text: label("heart"),
          x: heart.x,
          y: heart.y,
          size: em,
          fill: palette.ink,
          face: "song",
          anchor: "middle",
        }),
        ...strands.flatMap(({ strand, points }): readonly Shape[] => [
          pathMark({
            key: `hearts:thread:${strand.index}`,
            d: polyline(points),
            stroke: strand.tone(palette),
            strokeWidth: ply * 2.4,
            layer: "back",
          }),
          ...drawTag(
            places,
            strand,
            { heart: label(strand.id), purpose: label(`to-${strand.id}`) },
            palette,
            BEATS.tie(t, strand.index),
          ),
        ]),
        textMark({
          key: "hearts:editor",
          text: label("editor"),
          x: box.x,
          y: box.y + box.height - note * 0.2,
          size: note,
          fill: palette.muted,
          role: "note",
          opacity: BEATS.editor(t),
        }),
      ],
    };
  },
});
