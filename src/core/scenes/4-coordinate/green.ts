import { range } from "d3-array";
import { lerp, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { GRAIN_COUNT, grainRadius, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { pointBetween } from "../../picture/layouts/along-line.ts";
import { ringLayout } from "../../picture/layouts/ring.ts";
import { pathMark, rectMark, textMark, textWithPatch } from "../../picture/marks.ts";
import { circlePath, polygon, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

const POINTS = {
  west: { x: -1, y: 0 },
  north: { x: 0, y: -1 },
  middle: { x: 0, y: 0 },
  south: { x: 0, y: 1 },
  east: { x: 1, y: 0 },
} as const;
const NAMES = ["west", "north", "middle", "south", "east"] as const;

const EACH = GRAIN_COUNT / NAMES.length;
/**
 * Parts of the rims, whose grains count clockwise from the lowest: the first group takes the left side, the second the
 * right, the third the rest.
 */
const SEATS = [
  { point: "west", from: 0, to: EACH },
  { point: "north", from: 0, to: EACH / 2 },
  { point: "south", from: 0, to: 8 },
  { point: "east", from: 0, to: EACH },
  { point: "north", from: EACH / 2, to: EACH },
  { point: "south", from: EACH - 8, to: EACH },
  { point: "middle", from: 0, to: EACH },
  { point: "south", from: 8, to: EACH - 8 },
] as const;

const [OUTER, INNER, HEART] = [0.7, 0.64, 0.3];
const TICKS = range(144).map((k) => (2 * Math.PI * k) / 144);
const RHUMBS = range(32).map((k) => (2 * Math.PI * k) / 32);
const CUTS = range(0.5, 11).map((k) => k / 11);
const QUARTERS = range(4).map((k) => (Math.PI / 2) * k);

const BEATS = {
  open: beat(0, 0.55, smoothstep),
  words: beat(0.5, 0.8),
};

function layout({ size, box, label }: LayoutContext) {
  const type = typeSize(size, "label");
  const lead = type * 1.4;
  const radius = Math.min(box.width, box.height, 700) / 2;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const medal = radius * 0.165;
  const reach = radius - medal * 1.06;
  const medals = NAMES.map((name) => ({
    name,
    x: centre.x + POINTS[name].x * reach,
    y: centre.y + POINTS[name].y * reach,
  }));
  const rims = new Map(
    medals.map(({ name, x, y }) => [name, ringLayout(EACH, 2, 0.66, { x, y }, medal, -Math.PI / 2)] as const),
  );
  return {
    size,
    box,
    type,
    lead,
    radius,
    centre,
    medal,
    reach,
    medals,
    seats: SEATS.flatMap(({ point, from, to }) => rims.get(point)?.slice(from, to) ?? []),
    model: {
      x: box.x,
      y: box.y + box.height - lead * 1.3,
      width: textWidth(label("model"), type) + type * 0.6,
      height: lead * 1.3,
    },
  };
}

type Layout = ReturnType<typeof layout>;

/** Returns a point by its distance from the centre, px, and its turn from the north, radians clockwise. */
function polar({ centre }: Layout, r: number, turn: number): Point {
  return { x: centre.x + r * Math.sin(turn), y: centre.y - r * Math.cos(turn) };
}

interface Rays {
  readonly turns: readonly number[];
  readonly length: number;
  readonly waist: number;
  readonly half: number;
}

function rayPaths(
  places: Layout,
  { turns, length, waist, half }: Rays,
): { readonly edges: string; readonly cuts: string } {
  const { centre } = places;
  const rays = turns.map((turn) => ({
    tip: polar(places, length, turn),
    left: polar(places, waist, turn - half),
    right: polar(places, waist, turn + half),
  }));
  return {
    edges: rays.map(({ tip, left, right }) => polygon([tip, left, centre, right]) + segments([[tip, centre]])).join(""),
    cuts: segments(
      rays.flatMap(({ tip, right }) =>
        CUTS.map((k) => [pointBetween(tip, centre, k), pointBetween(tip, right, k)] as const),
      ),
    ),
  };
}

function drawRose(places: Layout, opened: number, palette: Palette): readonly Shape[] {
  const { box, radius, centre, medal, reach } = places;
  const { ink, muted, background } = palette;
  const long = rayPaths(places, {
    turns: QUARTERS,
    length: (reach - medal * 1.15) * opened,
    waist: radius * 0.3 * opened,
    half: Math.PI / 4,
  });
  const short = rayPaths(places, {
    turns: QUARTERS.map((turn) => turn + Math.PI / 4),
    length: radius * 0.56 * opened,
    waist: radius * 0.26 * opened,
    half: Math.PI / 8,
  });
  const rhumbs = RHUMBS.map((turn) => {
    const edge = Math.min(
      box.width / 2 / Math.max(0.01, Math.abs(Math.sin(turn))),
      box.height / 2 / Math.max(0.01, Math.abs(Math.cos(turn))),
    );
    const heart = radius * HEART;
    return [polar(places, heart, turn), polar(places, lerp(heart, edge, opened * opened), turn)] as const;
  });
  const ticks = TICKS.map(
    (turn) => [polar(places, radius * INNER, turn), polar(places, radius * OUTER, turn)] as const,
  );
  const circles = [OUTER, INNER, HEART].map((k) => circlePath(centre, radius * k));
  const back = { layer: "back" } as const;
  return [
    pathMark({
      key: "compass:rhumbs",
      d: segments(rhumbs),
      stroke: palette.line,
      strokeWidth: 0.7,
      opacity: 0.7,
      ...back,
    }),
    pathMark({ key: "compass:circles", d: circles.join(""), stroke: muted, strokeWidth: 0.8, ...back }),
    pathMark({ key: "compass:rim", d: segments(ticks), stroke: muted, strokeWidth: 0.8, opacity: opened, ...back }),
    pathMark({
      key: "compass:short",
      d: short.edges,
      fill: background,
      stroke: ink,
      strokeWidth: 0.9,
      opacity: opened,
      ...back,
    }),
    pathMark({ key: "compass:short:cut", d: short.cuts, stroke: ink, strokeWidth: 0.7, opacity: opened, ...back }),
    pathMark({ key: "compass:long", d: long.edges, fill: background, stroke: ink, strokeWidth: 1.1, ...back }),
    pathMark({ key: "compass:long:cut", d: long.cuts, stroke: ink, strokeWidth: 0.9, ...back }),
  ];
}

function drawMedals({ medals, medal }: Layout, label: LayoutContext["label"], palette: Palette): readonly Shape[] {
  return [
    pathMark({
      key: "compass:medals",
      d: medals.map((centre) => circlePath(centre, medal * 1.08)).join(""),
      fill: palette.background,
      stroke: palette.ink,
      strokeWidth: 0.9,
      layer: "back",
    }),
    ...medals.map(({ name, x, y }) =>
      textMark({
        key: `compass:${name}`,
        text: label(name),
        x,
        y,
        baseline: "middle",
        size: medal * 0.86,
        fill: palette.ink,
        anchor: "middle",
        face: "song",
      }),
    ),
  ];
}

interface Corner {
  readonly key: string;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly loud?: number;
}

const CORNERS: readonly Corner[] = [
  { key: "village", right: false, bottom: false, loud: 1 },
  { key: "town", right: true, bottom: false, loud: 1 },
  { key: "open", right: true, bottom: true },
];

function drawCorner(
  { size, box, type, lead }: Layout,
  { key, right, bottom, loud }: Corner,
  text: string,
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const lines = text.split("|");
  const first = bottom ? box.y + box.height - (lines.length - 1) * lead - type * 0.4 : box.y + type;
  return lines.flatMap((line, k) =>
    textWithPatch(
      textMark({
        key: `compass:${key}:${k}`,
        text: line,
        x: right ? box.x + box.width : box.x,
        y: first + k * lead,
        size: k === loud ? typeSize(size, "name") : type,
        fill: palette.ink,
        anchor: right ? "end" : "start",
        face: k === loud ? "song" : "sans",
        opacity,
      }),
      palette.background,
    ),
  );
}

/** Draws the model in a dashed frame, since it is a goal. */
function drawModel(
  { model, type }: Layout,
  label: LayoutContext["label"],
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const text = { size: type, fill: palette.textEmber, opacity } as const;
  return [
    rectMark({
      key: "compass:model:frame",
      ...model,
      fill: palette.background,
      stroke: palette.textEmber,
      strokeWidth: 1.4,
      dash: "4 3",
      radius: 2,
      layer: "back",
      opacity,
    }),
    textMark({
      key: "compass:model",
      text: label("model"),
      x: model.x + type * 0.3,
      y: model.y + model.height / 2,
      baseline: "middle",
      ...text,
    }),
    ...textWithPatch(
      textMark({
        key: "compass:goal",
        text: label("goal"),
        x: model.x,
        y: model.y - type * 0.5,
        role: "note",
        ...text,
      }),
      palette.background,
    ),
  ];
}

function drawGrains({ size, medal, centre, seats }: Layout, { ember }: Palette): readonly Grain[] {
  const r = Math.min(grainRadius(size), medal * 0.105);
  return mapGrains((index): Grain => {
    const { x, y } = seats[index] ?? centre;
    return { x, y, r: jitteredRadius(index, r), fill: ember, opacity: 1, hollow: 0 };
  });
}

/**
 * An engraved rose of five equal points, 东南西北中. Hopes stand in the corners, the model is outlined and the list stays
 * open.
 */
export const green = defineScene({
  labels: [...NAMES, "village", "town", "model", "goal", "open"],
  elevation: () => 0.98,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => {
    const shown = BEATS.words(t);
    return {
      grains: drawGrains(places, palette),
      shapes: [
        ...drawRose(places, lerp(0.42, 1, BEATS.open(t)), palette),
        ...drawMedals(places, label, palette),
        ...CORNERS.flatMap((corner) => drawCorner(places, corner, label(corner.key), palette, shown)),
        ...drawModel(places, label, palette, shown),
      ],
    };
  },
});
