import { range } from "d3-array";
import { clamp, easeInQuad, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { grainRadius, jitteredRadius } from "../../picture/grains.ts";
import { GROUP_SIZE } from "../groups.ts";
import { pathMark, textMark, textWithPatch } from "../../picture/marks.ts";
import { polygon, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { typeSize } from "../../picture/type-scale.ts";

const BEATS = {
  cross: beat(0, 0.42, smoothstep),
  fall: stagger(0.18, 0.44, 0.54),
};

/** Unevenness, −1 … 1, of the cuts' ends and of the ground line: the admitted problem stays under everything. */
const UNEVEN: readonly number[] = (() => {
  const random = seededRandom("unbalanced");
  return range(41).map(() => 2 * random() - 1);
})();

// WIDE is a plate's width in its lengths, SHORT the mean gap at either end of a cut in half lengths.
const WIDE = 0.33;
const CUTS = 9;
const SHORT = 0.035;

/**
 * `from` and `to` are the directions of a plate's named end before and after crossing, in half turns clockwise from the
 * right; `side` is its place beside the middle before; `dash` is the pattern of its cuts.
 */
const PERIODS = [
  { key: "one", tone: "muted", side: -1, from: 0.5, to: 5 / 6, dash: "1.2 3.4" },
  { key: "two", tone: "ember", side: 0, from: -0.5, to: -0.5, dash: "8 3.5" },
  { key: "three", tone: "ink", side: 1, from: 0.5, to: 1 / 6, dash: undefined },
] as const;

/** The periods with their cuts: `across` in half widths, `from` and `to` in half lengths of the plate. */
const PLATES = PERIODS.map((period, index) => {
  const uneven = (k: number): number => 1 - SHORT * (1 + (UNEVEN[index * 14 + k] ?? 0));
  const cuts = range(CUTS).map((k) => ({
    across: (2 * (k + 1)) / (CUTS + 1) - 1,
    from: -uneven(k),
    to: uneven(CUTS - k),
  }));
  return { ...period, index, cuts };
});

type Plate = (typeof PLATES)[number];

const WORDS = ["beat-one", "beat-two", "beat-three"] as const;

function layout({ size, box }: LayoutContext) {
  const type = typeSize(size, "name");
  // The three words stand beside the plates on a wide stage, otherwise under them.
  const beside = box.width > 1.3 * box.height;
  const area = beside ? box.width * 0.66 : box.width;
  const loud = beside
    ? Math.min((box.width - area) / 3.05, box.height * 0.16)
    : clamp(box.width * 0.098, 22, box.height * 0.12);
  const ground = box.y + box.height - type * 1.9;
  const room = ground - type * 0.7 - box.y - (beside ? 0 : loud * 1.5);
  const long = Math.min(room, area / (Math.cos(Math.PI / 6) + WIDE / 2));
  const half = (long * WIDE) / 2;
  const centre = { x: box.x + area / 2, y: box.y + room / 2 };
  const words = WORDS.map((key, index) => {
    const under = { x: box.x + (box.width * (index + 0.5)) / WORDS.length, y: ground - type * 0.7 - loud * 0.56 };
    const aside = { x: box.x + box.width - loud * 1.5, y: centre.y + (index - 1) * loud * 1.6 };
    return { key, index, ...(beside ? aside : under) };
  });
  const pitch = (2 * long) / GROUP_SIZE;
  return {
    box,
    type,
    note: typeSize(size, "note"),
    loud,
    ground,
    baseline: box.y + box.height - type * 0.2,
    centre,
    long,
    half,
    name: Math.min(type * 1.2, half * 0.58),
    now: half * 0.68,
    words,
    pitch,
    grain: Math.min(grainRadius(size), pitch * 0.44),
  };
}

type Layout = ReturnType<typeof layout>;

function onPlate({ centre, half }: Layout, { side, from, to }: Plate, crossed: number) {
  const angle = Math.PI * lerp(from, to, crossed);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const x = centre.x + side * half * 2.3 * (1 - crossed);
  return (along: number, across: number): Point => ({
    x: x + along * cos - across * sin,
    y: centre.y + along * sin + across * cos,
  });
}

function drawPlate(places: Layout, plate: Plate, crossed: number, palette: Palette): Shape {
  const at = onPlate(places, plate, crossed);
  const [long, half] = [places.long / 2, places.half];
  return pathMark({
    key: `periods:plate:${plate.key}`,
    layer: "back",
    opacity: 0.14,
    fill: palette[plate.tone],
    strokeWidth: 0,
    d: polygon([at(-long, -half), at(long, -half), at(long, half), at(-long, half)]),
  });
}

function drawCuts(places: Layout, plate: Plate, crossed: number, palette: Palette): Shape {
  const at = onPlate(places, plate, crossed);
  const [long, half] = [places.long / 2, places.half];
  return pathMark({
    key: `periods:cuts:${plate.key}`,
    layer: "back",
    opacity: 0.75,
    stroke: palette[plate.tone],
    strokeWidth: 1.1,
    dash: plate.dash,
    d: segments(
      plate.cuts.map(({ across, from, to }) => [at(long * from, half * across), at(long * to, half * across)] as const),
    ),
  });
}

function drawName(
  places: Layout,
  plate: Plate,
  text: string,
  crossed: number,
  { ink, background }: Palette,
): readonly Shape[] {
  const name = textMark({
    key: `periods:name:${plate.key}`,
    text,
    ...onPlate(places, plate, crossed)(places.long * 0.39, 0),
    baseline: "middle",
    size: places.name,
    fill: ink,
    face: "song",
    anchor: "middle",
  });
  return textWithPatch(name, background);
}

function drawNow({ centre, now }: Layout, text: string, crossed: number, palette: Palette): readonly Shape[] {
  const mark = textMark({
    key: "periods:now",
    text,
    ...centre,
    baseline: "middle",
    size: now,
    fill: palette.textRed,
    anchor: "middle",
    face: "song",
    opacity: smoothstep(linearStep(crossed, 0.7, 1)),
  });
  return textWithPatch(mark, palette.background);
}

function drawWord(
  { loud }: Layout,
  { key, x, y }: Layout["words"][number],
  text: string,
  fallen: number,
  palette: Palette,
): Shape {
  return textMark({
    key: `periods:${key}`,
    text,
    x,
    y: y - loud * 0.4 * (1 - easeInQuad(fallen)),
    baseline: "middle",
    size: loud,
    fill: palette.ink,
    anchor: "middle",
    face: "song",
    opacity: smoothstep(fallen),
  });
}

function drawProblem(
  { box, type, note, ground, baseline }: Layout,
  label: (key: string) => string,
  palette: Palette,
): readonly Shape[] {
  const last = UNEVEN.length - 1;
  const rough = UNEVEN.map((up, k) => ({
    x: box.x + (box.width * k) / last,
    y: ground + type * 0.25 * (up + (k > last / 2 ? 1 : 0)),
  }));
  return [
    pathMark({ key: "periods:rough", layer: "back", stroke: palette.textRed, strokeWidth: 1.6, d: polyline(rough) }),
    textMark({
      key: "periods:problem",
      text: label("problem"),
      x: box.x + box.width / 2,
      y: baseline,
      size: type,
      fill: palette.textRed,
      anchor: "middle",
      face: "song",
    }),
    textMark({
      key: "periods:editor",
      text: label("editor"),
      x: box.x,
      y: baseline,
      size: note,
      fill: palette.muted,
      role: "note",
    }),
  ];
}

function plateGrains(places: Layout, plate: Plate, t: number, palette: Palette): readonly Grain[] {
  const { half, pitch, grain } = places;
  const at = onPlate(places, plate, BEATS.cross(t));
  const fallen = BEATS.fall(t, plate.index);
  const swell = 1 + 0.9 * fallen * (1 - fallen);
  const fill = palette[plate.tone];
  const first = plate.index * GROUP_SIZE;
  return range(GROUP_SIZE).map((rank) => {
    const along = (Math.floor(rank / 2) - (GROUP_SIZE / 2 - 1) / 2) * pitch;
    const { x, y } = at(along, rank % 2 === 0 ? -half : half);
    return { x, y, r: jitteredRadius(first + rank, grain) * swell, fill, opacity: 1, hollow: 0 };
  });
}

/**
 * Three equal plates are laid across the one present, without first, last or axis of time. Three words follow in beats;
 * the admitted problem stays.
 */
export const threePeriods = defineScene({
  labels: [...PERIODS.map(({ key }) => key), ...WORDS, "now", "problem", "editor"],
  elevation: () => 0.94,
  beats: BEATS,
  layout,
  draw(places, { t, palette, label }) {
    const crossed = BEATS.cross(t);
    return {
      grains: PLATES.flatMap((plate) => plateGrains(places, plate, t, palette)),
      shapes: [
        ...PLATES.map((plate) => drawPlate(places, plate, crossed, palette)),
        ...PLATES.map((plate) => drawCuts(places, plate, crossed, palette)),
        ...PLATES.flatMap((plate) => drawName(places, plate, label(plate.key), crossed, palette)),
        ...drawNow(places, label("now"), crossed, palette),
        ...places.words.map((word) => drawWord(places, word, label(word.key), BEATS.fall(t, word.index), palette)),
        ...drawProblem(places, label, palette),
      ],
    };
  },
});
