import { range } from "d3-array";
import { area } from "d3-shape";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Grain, LayoutContext, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { circlePath, polygon, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

interface Plot {
  readonly key: string;
  /** A goal is fenced with a dashed line, a demand with a whole one. */
  readonly goal: boolean;
  readonly note?: string;
}

/** Terraces from above, in the order of the story's text. */
const PLOTS: readonly Plot[] = [
  { key: "tourism", goal: false, note: "deeper" },
  { key: "village", goal: true },
  { key: "town", goal: true },
  { key: "action", goal: false, note: "open" },
  { key: "model", goal: true },
];
const TREES = GRAIN_COUNT / PLOTS.length;
const TREE_ROWS = 3;
const PITS = 15;

const SCATTER = (() => {
  const random = seededRandom("old pits");
  const spots = (n: number) => range(n).map(() => ({ x: random(), y: random(), lot: random() }));
  return { trees: spots(GRAIN_COUNT), pits: PLOTS.map(() => spots(PITS)) };
})();

const BEATS = {
  lay: stagger(0.1, 0, 0.4, smoothstep),
  plant: stagger(0.1, 0.06, 0.56),
  name: stagger(0.1, 0.36, 0.54),
};

function layout({ size, box, label }: LayoutContext) {
  const sky = clamp(box.height * 0.13, 14, 110);
  const height = (box.height - sky) / PLOTS.length;
  const type = Math.min(typeSize(size, "display") * 1.12, height * 0.36);
  const pad = clamp(box.width * 0.02, 4, 18);
  const room = Math.min(box.width * 0.46, type * 8.2);
  const name = Math.min(...PLOTS.map(({ key }) => fitFontSize(label(key), room - pad, type, 12)));
  const wide = Math.max(...PLOTS.map(({ key }) => textWidth(label(key), name)));
  const left = box.x + pad * 2;
  const remarks = PLOTS.flatMap(({ note }) => (note === undefined ? [] : [label(note)]));
  const note = Math.min(
    typeSize(size, "note"),
    height * 0.24,
    ...remarks.map((text) => fitFontSize(text, wide, 99, 11)),
  );
  const words = Math.max(wide, ...remarks.map((text) => textWidth(text, Math.max(11, note))));
  const right = box.x + box.width * 0.985;
  return {
    box,
    top: box.y + sky,
    height,
    name,
    note: Math.max(11, note),
    left,
    words: left + words,
    trees: { from: Math.min(left + words + name * 0.9, right - box.width * 0.2), to: right },
  };
}

type Layout = ReturnType<typeof layout>;

/** Returns the height of the edge between two terraces; `k` 0 is the uppermost edge. */
function edgeAt({ top, height, box }: Layout, k: number, x: number): number {
  const share = (x - box.x) / box.width;
  const wave = Math.sin(share * 5.4 + k * 0.55 + 0.4) - 1 + k / PLOTS.length;
  return top + height * (k + 0.1 * wave);
}

interface Slice {
  readonly x: number;
  readonly roof: number;
  readonly floor: number;
}

/** Denser towards both ends, where a terrace is round. */
const STEPS = range(49).map((k) => (1 - Math.cos((Math.PI * k) / 48)) / 2);

/** Cuts a terrace into slices up to `end`, a share of its length. It is pointed at both ends. */
function slices(places: Layout, k: number, end: number): readonly Slice[] {
  const { box, height } = places;
  const air = Math.max(1.5, height * 0.045);
  return STEPS.map((step) => {
    const share = step * end;
    const x = box.x + share * box.width;
    const wide = Math.sqrt(clamp(Math.min(share, end - share) / 0.03));
    const [roof, floor] = [edgeAt(places, k, x) + air, edgeAt(places, k + 1, x) - air];
    const middle = lerp(roof, floor, 0.6);
    return { x, roof: lerp(middle, roof, wide), floor: lerp(middle, floor, wide) };
  });
}

const band = area<Slice>()
  .x(({ x }) => x)
  .y1(({ roof }) => roof)
  .y0(({ floor }) => floor)
  .digits(1);

/** Moss and leaf, apart from the green of 乡村振兴. */
function greens({ rural, ember, ink, background }: Palette): Readonly<Record<"leaf" | "turf", Rgb>> {
  const moss = mixRgb(rural, ember, 0.28);
  return { leaf: mixRgb(moss, ink, 0.18), turf: mixRgb(background, moss, 0.16) };
}

function drawHills({ top, box }: Layout, palette: Palette): readonly Shape[] {
  const { turf } = greens(palette);
  const high = top - box.y;
  const hill = (rise: number, phase: number): string =>
    polygon(
      STEPS.map((share) => ({
        x: box.x + share * box.width,
        y: top + 2 - high * rise * Math.sqrt(Math.sin(Math.PI * share)) * (0.6 + 0.4 * Math.sin(share * 9 + phase)),
      })),
    );
  const far = { key: "green:far", d: hill(0.98, 0.4), fill: mixRgb(palette.background, turf, 1.6) };
  const near = { key: "green:near", d: hill(0.62, 2.6), fill: mixRgb(palette.background, turf, 2.6) };
  return [far, near].map((one) => pathMark({ ...one, layer: "back", strokeWidth: 0 }));
}

function drawPlot(places: Layout, k: number, t: number, palette: Palette): readonly Shape[] {
  const { box, height, words } = places;
  const laid = BEATS.lay(t, k);
  const { turf, leaf } = greens(palette);
  const within = (spot: { readonly x: number; readonly y: number }): Point => {
    const x = box.x + (0.02 + 0.96 * spot.x) * box.width;
    return { x, y: lerp(edgeAt(places, k, x), edgeAt(places, k + 1, x), 0.18 + 0.64 * spot.y) };
  };
  const radius = Math.max(1.8, height * 0.05);
  const pits = pathMark({
    key: `green:pits:${k}`,
    layer: "back",
    stroke: palette.muted,
    strokeWidth: 0.9,
    opacity: 0.5,
    d: (SCATTER.pits[k] ?? [])
      .filter((spot) => within(spot).x > words + radius * 2)
      .map((spot) => circlePath(within(spot), radius * (0.7 + 0.6 * spot.lot)))
      .join(""),
  });
  const plot = { key: `green:plot:${k}`, layer: "back", d: band(slices(places, k, 1)) ?? "" } as const;
  const land = pathMark({ ...plot, key: `green:land:${k}`, fill: turf, strokeWidth: 0 });
  if (laid === 0) return [land, pits];
  const goal = PLOTS[k]?.goal === true;
  return [
    land,
    pits,
    pathMark({
      ...plot,
      d: band(slices(places, k, goal ? 1 : laid)) ?? "",
      stroke: leaf,
      strokeWidth: Math.max(goal ? 1.3 : 1.6, height * (goal ? 0.018 : 0.024)),
      dash: goal ? "6 5" : undefined,
      opacity: goal ? laid : 1,
    }),
  ];
}

interface Tree extends Point {
  readonly plot: number;
}

function treePlaces(places: Layout): readonly Tree[] {
  const { trees, height } = places;
  const pitch = (trees.to - trees.from) / (TREES / TREE_ROWS);
  return PLOTS.flatMap((_, plot) =>
    range(TREES).map((k) => {
      const row = k % TREE_ROWS;
      const x = trees.from + (Math.floor(k / TREE_ROWS) + 0.3 + 0.3 * (row % 2)) * pitch;
      return { x, y: edgeAt(places, plot, x) + height * (0.27 + 0.235 * row), plot };
    }),
  );
}

function crownOf({ trees, height }: Layout): number {
  return Math.min(((trees.to - trees.from) / (TREES / TREE_ROWS)) * 0.42, height * 0.085);
}

function drawGrains(places: Layout, t: number, palette: Palette): readonly Grain[] {
  const { box, height } = places;
  const spots = treePlaces(places);
  const crown = crownOf(places);
  const { leaf } = greens(palette);
  return mapGrains((index): Grain => {
    // Every plot is planted by all three groups.
    const place = spots[(index % PLOTS.length) * TREES + Math.floor(index / PLOTS.length)];
    const to = place ?? { x: 0, y: 0, plot: 0 };
    const spot = SCATTER.trees[index] ?? { x: 0, y: 0, lot: 0 };
    const x = lerp(box.x + spot.x * box.width, to.x, 0.2);
    const from = { x, y: lerp(edgeAt(places, to.plot, x), edgeAt(places, to.plot + 1, x), 0.2 + 0.6 * spot.y) };
    const start = 0.5 * clamp((to.x - box.x) / box.width);
    const own = smoothstep(linearStep(BEATS.plant(t, to.plot), start, start + 0.5));
    return {
      x: lerp(from.x, to.x, own),
      y: lerp(from.y, to.y, own),
      r: lerp(height * 0.055, crown, own) * (0.92 + 0.16 * spot.lot),
      fill: mixRgb(palette.muted, leaf, own),
      opacity: 1,
      hollow: 1,
    };
  });
}

/** Draws the trunks of the trees that are demanded; those of a goal are rings on the ground. */
function drawTrunks(places: Layout, t: number, palette: Palette): readonly Shape[] {
  const crown = crownOf(places);
  const grown = treePlaces(places).filter(({ x, plot }) => {
    const start = 0.5 * clamp((x - places.box.x) / places.box.width);
    return PLOTS[plot]?.goal === false && BEATS.plant(t, plot) > start + 0.45;
  });
  const trunk = ({ x, y }: Point) =>
    [
      { x, y: y + crown * 0.9 },
      { x, y: y + crown * 2.1 },
    ] as const;
  return [
    pathMark({
      key: "green:trunks",
      layer: "back",
      stroke: greens(palette).leaf,
      strokeWidth: Math.max(0.9, crown * 0.28),
      d: segments(grown.map(trunk)),
    }),
  ];
}

function drawNames(places: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const { left, name, note, height } = places;
  return PLOTS.flatMap(({ key, note: remark }, k) => {
    const opacity = BEATS.name(t, k);
    const middle = edgeAt(places, k + 0.5, left + name * 2);
    const lift = remark === undefined ? 0 : note * 0.62;
    return [
      textMark({
        key: `green:name:${key}`,
        text: label(key),
        x: left,
        y: middle - lift,
        baseline: "middle",
        size: name,
        face: "song",
        fill: palette.ink,
        opacity,
      }),
      ...(remark === undefined
        ? []
        : [
            textMark({
              key: `green:note:${key}`,
              text: label(remark),
              x: left,
              y: middle + Math.min(name * 0.62, height * 0.3) + note * 0.1,
              baseline: "middle",
              size: note,
              fill: palette.ink,
              role: "note",
              opacity,
            }),
          ]),
    ];
  });
}

/**
 * Five terraces on ground full of hollows. Nothing on them is done: a demand has a whole fence and outlines of trees, a
 * goal a dashed fence and rings.
 */
export const green = defineScene({
  labels: PLOTS.flatMap(({ key, note }) => (note === undefined ? [key] : [key, note])),
  elevation: () => 0.95,
  beats: BEATS,
  layout,
  draw: (places, at) => {
    const { t, palette } = at;
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        ...drawHills(places, palette),
        ...PLOTS.flatMap((_, k) => drawPlot(places, k, t, palette)),
        ...drawTrunks(places, t, palette),
        ...drawNames(places, at),
      ],
    };
  },
});
