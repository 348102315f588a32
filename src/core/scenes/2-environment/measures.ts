import { cumsum, max, range, sum } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { clamp, lerp, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";
import { hexDisc } from "../../picture/layouts/hex-disc.ts";
import { rectMark, textMark } from "../../picture/marks.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

/** The two sets of measures with the kinds that were named of each; the second list ended in dots. */
const SETS = [
  { id: "relief", named: ["relief-one", "relief-two", "relief-three", "relief-four"] },
  { id: "support", named: ["support-one", "support-two", "support-three"] },
] as const;
const KINDS = SETS.flatMap(({ named }) => named);
const TOTAL = "measures-total";

/** Dots of the ellipsis; with the names of its set they make as many lines as the other set has. */
const DOTS = 6;
/** A sheet's width and height, in the pitch of the sheets. */
const SHEET = { width: 0.88, height: 1.02, pitch: 1.16 } as const;
const LINE = 1.62;

const BEATS = {
  head: stagger(0.4, 0, 0.12),
  sheet: stagger(0.012, 0.04, 0.2, smoothstep),
  kind: stagger(0.075, 0.26, 0.38),
  dot: stagger(0.03, 0.66, 0.84, smoothstep),
  sum: stagger(0, 0.5, 0.62),
};

interface Room {
  readonly width: number;
  readonly height: number;
  /** Height of a set's head, and of its list of kinds, which the set is no lower than. */
  readonly head: number;
  readonly list: number;
}

/** Tries of a pitch, from the width of a column down to half of it. */
const TRIES = 60;

/** Returns the number of columns at which sheets in two sets, one under the other, are largest. */
function fitSheets(counts: readonly number[], { width, height, head, list }: Room) {
  const fits = range(4, 19).map((columns) => {
    const heightsAt = (pitch: number): readonly number[] =>
      counts.map((count) => Math.max(list, head + Math.ceil(count / columns) * pitch * SHEET.pitch));
    const tries = range(TRIES).map((k) => (width / columns) * (1 - k / TRIES));
    const pitch = tries.find((one) => sum(heightsAt(one)) <= height) ?? 0;
    return { columns, pitch, heights: heightsAt(pitch) };
  });
  return fits.reduce((best, one) => (one.pitch > best.pitch * 1.001 ? one : best));
}

function layout({ box, size, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const name = typeSize(size, "name");
  const counts = SETS.map(({ id }) => fact(id).value ?? 0);
  const foot = note * 2;
  const height = box.height - foot;
  const set = height / SETS.length;
  const head = clamp(set * 0.33, 26, 104);
  const longest = KINDS.map((key) => label(key)).reduce((a, b) => (b.length > a.length ? b : a));
  const kind = Math.min(fitFontSize(longest, box.width * 0.46, 40, 11), set / 4.7 / LINE);
  const list = box.x + box.width - textWidth(longest, kind) - kind * 0.5;
  const width = list - box.x - Math.max(kind, note * 1.4);
  const lines = SETS[0].named.length * kind * LINE;
  const { columns, pitch, heights } = fitSheets(counts, {
    width,
    height: height - note * 1.8,
    head: head + note * 0.9,
    list: lines,
  });
  const tops = [box.y, box.y + height - (heights[1] ?? 0)];
  const firsts = [0, ...cumsum(counts)];
  const sets = SETS.map(({ id, named }, index) => {
    const top = tops[index] ?? box.y;
    const first = top + ((heights[index] ?? 0) - note * 0.9 - lines) / 2 + kind * (LINE / 2);
    const sheets = range(counts[index] ?? 0).map((k): Box => ({
      x: box.x + (k % columns) * pitch,
      y: top + head + Math.floor(k / columns) * pitch * SHEET.pitch,
      width: pitch * SHEET.width,
      height: pitch * SHEET.height,
    }));
    const { value, unit, status } = fact(id);
    return {
      id,
      index,
      first: firsts[index] ?? 0,
      sheets,
      head: { value: String(value), unit, status, name: label(id), y: top + head * 0.74, size: head * 0.94 },
      kinds: named.map((key, k) => ({ key, text: label(key), x: list, y: first + k * kind * LINE })),
    };
  });
  const last = sets[1]?.kinds.at(-1);
  const dot = kind * 0.42;
  const ellipsis = range(DOTS).map((k): Point => ({
    x: list + dot + k * Math.min(dot * 2.9, (box.x + box.width - list - 2 * dot) / (DOTS - 1)),
    y: (last?.y ?? 0) + kind * LINE,
  }));
  return { box, note, name, kind, pitch, sets, dot, ellipsis, count: sum(counts), total: fact(TOTAL).text };
}

type Layout = ReturnType<typeof layout>;
type MeasureSet = Layout["sets"][number];

function drawHead({ box, note, name }: Layout, { id, head }: MeasureSet, opacity: number, palette: Palette) {
  const { value, unit, status, y, size } = head;
  const after = box.x + textWidth(value, size, "song") + 1;
  const named = after + textWidth(unit, name) + name * 0.5;
  const common = { y, opacity } as const;
  return [
    textMark({
      ...common,
      key: `measures:${id}:value`,
      text: value,
      x: box.x - 1,
      size,
      fill: palette.textRed,
      face: "song",
      role: "value",
    }),
    textMark({
      ...common,
      key: `measures:${id}:unit`,
      text: unit,
      x: after,
      size: name,
      fill: palette.ink,
      role: "unit",
    }),
    textMark({
      ...common,
      key: `measures:${id}:name`,
      text: head.name,
      x: named,
      y: y - note * 1.35,
      size: name,
      fill: palette.ink,
      face: "song",
    }),
    textMark({
      ...common,
      key: `measures:${id}:status`,
      text: status,
      x: named,
      size: note,
      fill: palette.muted,
      role: "note",
    }),
  ];
}

/** A sheet is blank, since no measure was read out: the nail at its head is all it has. */
function drawSheets({ pitch }: Layout, { id, first, sheets }: MeasureSet, t: number, palette: Palette) {
  return sheets.map((sheet, k) => {
    const laid = BEATS.sheet(t, first + k);
    return rectMark({
      key: `measures:${id}:${k}`,
      layer: "back",
      ...sheet,
      y: sheet.y - (1 - laid) * pitch * 0.3,
      fill: mixRgb(palette.background, palette.layer, 0.5),
      stroke: palette.ink,
      strokeWidth: Math.max(1, pitch * 0.028),
      radius: 1,
      opacity: laid,
    });
  });
}

function drawKinds({ kind }: Layout, { kinds, index }: MeasureSet, t: number, palette: Palette): readonly Shape[] {
  return kinds.map(({ key, text, x, y }, k) =>
    textMark({
      key: `measures:${key}`,
      text,
      x,
      y,
      baseline: "middle",
      size: kind,
      face: "song",
      fill: palette.ink,
      opacity: BEATS.kind(t, index * SETS[0].named.length + k),
    }),
  );
}

/** One grain nails each sheet; the others are the dots in which the second list ends. */
function drawGrains({ pitch, sets, dot, ellipsis, count }: Layout, t: number, palette: Palette): readonly Grain[] {
  const nails = sets.flatMap(({ sheets }) => sheets.map(({ x, y, width }) => ({ x: x + width / 2, y })));
  const per = Math.floor((GRAIN_COUNT - count) / DOTS);
  const discs = ellipsis.map((centre) => hexDisc(per, centre, dot));
  return range(GRAIN_COUNT).map((index): Grain => {
    const nail = nails[index];
    if (nail !== undefined)
      return { ...nail, r: Math.max(2.2, pitch * 0.085), fill: palette.ember, opacity: 1, hollow: 0 };
    const rest = index - count;
    // Grains left over lie under the first grain of a dot.
    const which = rest < per * DOTS ? Math.floor(rest / per) : rest - per * DOTS;
    const [disc, centre] = [discs[which % DOTS], ellipsis[which % DOTS]];
    const place = disc?.places[rest < per * DOTS ? rest % per : 0] ?? centre ?? { x: 0, y: 0 };
    const gathered = BEATS.dot(t, which % DOTS);
    const along = ((rest % per) + 0.5) / per - 0.5;
    return {
      x: lerp((centre?.x ?? 0) + along * dot * 2.6, place.x, gathered),
      y: lerp(centre?.y ?? 0, place.y, gathered),
      r: lerp(dot * 0.1, (disc?.r ?? 1) * 1.12, gathered),
      fill: mixRgb(palette.muted, palette.ink, gathered),
      opacity: 1,
      hollow: 0,
    };
  });
}

/**
 * A blank sheet for each measure, and beside them the kinds that were named: no kind hangs on a sheet. The second list
 * ends in dots, which hold all grains that nail no sheet.
 */
export const measures = defineScene({
  labels: ["relief", "support", ...KINDS, "sum"],
  facts: [...SETS.map(({ id }) => id), TOTAL],
  elevation: () => 0.88,
  beats: BEATS,
  bundling: 0.3,
  layout,
  points: (at) => {
    const { sets, box, note, total } = layout(at);
    const foot = { x: box.x, y: box.y + box.height - note * 1.6, width: box.width, height: note * 1.6 };
    return [
      ...sets.map(({ id, sheets, head }) => {
        const [first, last] = [sheets[0] ?? box, sheets.at(-1) ?? box];
        const right = max(sheets, ({ x, width }) => x + width) ?? first.x;
        const y = head.y - head.size * 0.8;
        return {
          box: { x: first.x, y, width: right - first.x, height: last.y + last.height - y },
          text: `${head.name}：${head.value}${head.unit}`,
          fact: id,
        };
      }),
      { box: foot, text: total, fact: TOTAL },
    ];
  },
  draw: (places, { t, palette, label }) => ({
    grains: drawGrains(places, t, palette),
    shapes: [
      ...places.sets.flatMap((set) => [
        ...drawSheets(places, set, t, palette),
        ...drawHead(places, set, BEATS.head(t, set.index), palette),
        ...drawKinds(places, set, t, palette),
      ]),
      textMark({
        key: "measures:sum",
        text: label("sum"),
        x: places.box.x,
        y: places.box.y + places.box.height - 3,
        size: places.note,
        fill: palette.muted,
        role: "note",
        opacity: BEATS.sum(t, 0),
      }),
    ],
  }),
});
