import { range } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep } from "../../lib/math.ts";
import type { DataPoint, Grain, LayoutContext, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { paragraphMarks, pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralWidth } from "../../picture/numeral.ts";
import { circlePath, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { breakLines } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { GROUP_SIZE, groupOf, GROUPS, rankInGroup } from "../groups.ts";

const BEATS = {
  // A mark walks along the strip: through the first year, over the years between, through the last.
  first: beat(0.04, 0.4),
  between: beat(0.4, 0.56),
  last: beat(0.56, 0.92),
};

/** Rows of a rack of lamps: the racks are as high as each other, so that their widths compare. */
const ROWS = 6;

/** Reach of the light round the lit lamp, in radii of a lamp. */
const GLOW = 2.8;

/** Part of the last year at which the company's swap stands: the end of its seventh month. */
const SWAP = 7 / 12;

interface Rack {
  readonly id: "first" | "last";
  readonly year: number;
  readonly lamps: readonly Point[];
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

function placeLamps(count: number, left: number, top: number, pitch: number, row: number): readonly Point[] {
  const columns = Math.ceil(count / ROWS);
  return range(count).map((k) => ({
    x: left + ((k % columns) + 0.5) * pitch,
    y: top + (Math.floor(k / columns) + 0.6) * row,
  }));
}

function layout({ size, box, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const [first, last] = [fact("mines-2016"), fact("mines-2025")];
  const [firstYear, lastYear] = [fact("mines-2016-year").value ?? 0, fact("mines-end-year").value ?? 0];
  const scope = breakLines(label("scope"), note, box.width - note);
  const source = breakLines(label("source"), note, box.width - note);
  const scopeY = box.y + note * 0.9;
  const sourceY = box.y + box.height - 3 - (source.length - 1) * note * 1.3;
  const end = scopeY + note * (1.35 * (scope.length - 1) + 1.6);
  const swap = end + note * 1.45;
  const strip = swap + note * 0.9;
  const numeral = Math.min(box.height * 0.085, box.width * 0.11, 64);
  const figures = strip + note * 1.2 + numeral * 0.8;
  const dust = sourceY - note * 1.5;
  const still = dust - note * 2.05;
  const top = figures + note * 0.5;
  const columns = [first, last].map(({ value }) => Math.ceil((value ?? 0) / ROWS));
  const widest = box.width / ((columns[0] ?? 0) + (columns[1] ?? 0) + 1.4);
  const room = (still - note * 1.85 - top) / ROWS;
  const pitch = Math.min(widest, room * 1.25);
  const row = Math.min(room, pitch * 2.1);
  const r = Math.min(pitch * 0.24, row * 0.26);
  const right = box.x + box.width;
  const widths = columns.map((count) => count * pitch);
  const lastLeft = right - Math.max(widths[1] ?? 0, numeralWidth(last.text, numeral));
  const racks: readonly Rack[] = [
    {
      id: "first",
      year: firstYear,
      lamps: placeLamps(first.value ?? 0, box.x, top, pitch, row),
      left: box.x,
      right: box.x + (widths[0] ?? 0),
      text: first.text,
    },
    {
      id: "last",
      year: lastYear,
      lamps: placeLamps(last.value ?? 0, lastLeft, top, pitch, row),
      left: lastLeft,
      right: lastLeft + (widths[1] ?? 0),
      text: last.text,
    },
  ];
  return {
    note,
    numeral,
    row,
    r,
    x: scaleLinear([firstYear, lastYear + 1], [box.x, right - 1]),
    years: { first: firstYear, last: lastYear },
    racks,
    still: { x: box.x + r * GLOW, y: still },
    right,
    dust: { from: box.x, to: right, y: dust, count: GRAIN_COUNT - 1 - (first.value ?? 0) - (last.value ?? 0) },
    rows: { scope: scopeY, end, swap, strip, figures, top, source: sourceY },
    lines: { scope, source },
  };
}

type Layout = ReturnType<typeof layout>;

/** Returns the moment at which the mark on the strip stands, as a year with its part. */
function dateAt({ years }: Layout, t: number): number {
  const walked = years.first + BEATS.first(t) + (years.last - years.first - 1) * BEATS.between(t);
  return walked + BEATS.last(t);
}

/** Returns how many lamps of a rack are out, a fraction of the next one too. */
function outIn({ year, lamps }: Rack, date: number): number {
  return linearStep(date, year, year + 1) * lamps.length;
}

function drawGrains(places: Layout, { t, palette }: SceneContext): readonly Grain[] {
  const { racks, still, dust, r, note } = places;
  const { background, ember, muted } = palette;
  const [out, coal] = [mixRgb(background, muted, 0.62), mixRgb(background, muted, 0.3)];
  const names = GROUPS.map(({ name }) => name);
  const date = dateAt(places, t);
  const lamps = racks.flatMap((rack) =>
    rack.lamps.map((place, k) => ({ ...place, out: linearStep(outIn(rack, date), k, k + 1) })),
  );
  const half = Math.ceil(dust.count / 2);
  return mapGrains((index): Grain => {
    // The groups take turns, so that each is spread over both racks and the floor.
    const turn = rankInGroup(index) * (GRAIN_COUNT / GROUP_SIZE) + names.indexOf(groupOf(index));
    const lamp = lamps[turn];
    if (lamp !== undefined) {
      const fill = mixRgb(ember, out, lamp.out);
      return { x: lamp.x, y: lamp.y, r, fill, opacity: lerp(1, 0.75, lamp.out), hollow: lamp.out };
    }
    if (turn === lamps.length) return { ...still, r: r * 1.15, fill: ember, opacity: 1, hollow: 0 };
    const k = turn - lamps.length - 1;
    const [row, column] = [Math.floor(k / half), k % half];
    return {
      x: lerp(dust.from, dust.to, (column + 0.5 + row * 0.5) / (half + 0.5)),
      y: dust.y - row * note * 0.22,
      r: Math.max(1.2, note * 0.12),
      fill: coal,
      opacity: 0.8,
      hollow: 0,
    };
  });
}

/** Draws shelves, and the hook of each lamp on the shelf or beam over it. */
function drawRack({ row, r, rows }: Layout, { id, lamps, left, right }: Rack, { palette }: SceneContext) {
  const hooks = lamps.map(({ x, y }, k) => {
    const beam = rows.top + Math.floor(k / Math.ceil(lamps.length / ROWS)) * row;
    return [
      { x, y: beam },
      { x, y: y - r },
    ] as const;
  });
  const beams = range(ROWS).map((k) => {
    const y = rows.top + k * row;
    return [
      { x: left, y },
      { x: right, y },
    ] as const;
  });
  return [
    pathMark({ key: `coal:${id}:hooks`, layer: "back", d: segments(hooks), stroke: palette.muted, opacity: 0.6 }),
    pathMark({ key: `coal:${id}:beams`, layer: "back", d: segments(beams), stroke: palette.line, strokeWidth: 1.6 }),
  ];
}

/** Light round the lamp that stays lit, in steps. */
function drawGlow({ still, r }: Layout, { ember }: SceneContext["palette"]): readonly Shape[] {
  return [GLOW, GLOW * 0.64].map((reach, k) =>
    pathMark({
      key: `coal:still:glow:${k}`,
      layer: "back",
      d: circlePath(still, r * reach),
      fill: ember,
      strokeWidth: 0,
      opacity: 0.13,
    }),
  );
}

/** Draws the dated strip: the two years with a figure are heavy, the years between are not told. */
function drawStrip(places: Layout, at: SceneContext): readonly Shape[] {
  const { x, years, rows, note } = places;
  const { t, palette } = at;
  const y = rows.strip;
  const here = x(dateAt(places, t));
  return [
    ruleMark({
      key: "coal:strip",
      layer: "back",
      x1: x(years.first),
      x2: x(years.last + 1),
      y1: y,
      y2: y,
      stroke: palette.muted,
      dash: "1 4",
    }),
    ...[years.first, years.last].map((year) =>
      ruleMark({
        key: `coal:strip:${year}`,
        x1: x(year) + 1,
        x2: x(year + 1) - 1,
        y1: y,
        y2: y,
        stroke: palette.ember,
        strokeWidth: 4,
      }),
    ),
    pathMark({
      key: "coal:here",
      d: circlePath({ x: here, y }, note * 0.3),
      fill: palette.ink,
      stroke: palette.background,
      strokeWidth: 1.5,
    }),
  ];
}

/** Writes a dated event, right-aligned, with a line down to its day on the strip. */
function drawEvent(
  { note, rows }: Layout,
  id: "end" | "swap",
  x: number,
  opacity: number,
  { palette, label }: SceneContext,
): readonly Shape[] {
  const y = rows[id];
  const line = [
    { x, y: y - note * 0.7 },
    { x, y: rows.strip - 3 },
  ];
  return [
    pathMark({ key: `coal:${id}:line`, d: polyline(line), stroke: palette.ember, strokeWidth: 1.2, opacity }),
    textMark({
      key: `coal:${id}`,
      text: label(id),
      x: x - note * 0.45,
      y,
      size: note,
      anchor: "end",
      fill: id === "end" ? palette.ink : palette.muted,
      opacity,
    }),
  ];
}

function drawFigures({ racks, numeral, rows, note }: Layout, { palette, label }: SceneContext): readonly Shape[] {
  const inks = { loud: palette.ink, quiet: palette.muted };
  return racks.flatMap(({ id, left, text }) => {
    const width = numeralWidth(text, numeral);
    const name = id === "first" ? label("first") : label("last");
    return [
      ...drawNumeral(`coal:${id}:count`, text, [left, rows.figures], numeral, inks),
      textMark({
        key: `coal:${id}:year`,
        text: name,
        x: id === "first" ? left + width + note * 0.7 : left - note * 0.6,
        y: rows.figures,
        size: note,
        anchor: id === "first" ? "start" : "end",
        fill: palette.muted,
      }),
    ];
  });
}

function eventX({ x, years }: { readonly x: ScaleLinear<number, number>; readonly years: Layout["years"] }) {
  return { swap: x(years.last + SWAP), end: x(years.last + 1) };
}

/** Lamps in two racks go out, one for each mine, in the years that they were closed; one lamp elsewhere stays lit. */
export const coalEnds = defineScene({
  labels: ["scope", "first", "last", "swap", "end", "still", "source"],
  facts: [
    "mines-2016",
    "mines-2016-year",
    "mines-2025",
    "mines-end-year",
    "mines-end-day",
    "swap-month",
    "mine-listed",
  ],
  // One grain is the lamp that stays lit.
  limits: [{ facts: ["mines-2016", "mines-2025"], most: GRAIN_COUNT - 1, together: true }],
  elevation: () => 0.08,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, palette, box, label } = at;
    const { note, rows, lines, racks, years, still, r } = places;
    const date = dateAt(places, t);
    const days = eventX(places);
    const quiet = { x: box.x, leading: note * 1.3, size: note, role: "note" } as const;
    return {
      grains: drawGrains(places, at),
      shapes: [
        ...racks.flatMap((rack) => drawRack(places, rack, at)),
        ...drawGlow(places, palette),
        ...drawStrip(places, at),
        ...drawEvent(places, "swap", days.swap, linearStep(date, years.last + SWAP, years.last + SWAP + 0.2), at),
        ...drawEvent(places, "end", days.end, linearStep(date, years.last + 0.8, years.last + 1), at),
        ...drawFigures(places, at),
        textMark({
          key: "coal:still",
          text: label("still"),
          x: still.x + r * GLOW + note * 0.3,
          y: still.y,
          baseline: "middle",
          size: note,
          fill: palette.textEmber,
        }),
        ...paragraphMarks({ key: "coal:scope", lines: lines.scope, y: rows.scope, fill: palette.textEmber, ...quiet }),
        ...paragraphMarks({ key: "coal:source", lines: lines.source, y: rows.source, fill: palette.muted, ...quiet }),
      ],
    };
  },
  points(at) {
    const places = layout(at);
    const { racks, rows, row, note, still } = places;
    const days = eventX(places);
    const event = (id: "end" | "swap", fact: string): DataPoint => ({
      box: { x: days[id] - note * 8, y: rows[id] - note, width: note * 8 + 2, height: note * 1.4 },
      text: at.label(id),
      fact,
    });
    return [
      ...racks.map(({ id, left, right, text }) => ({
        box: { x: left, y: rows.top, width: right - left, height: ROWS * row },
        text: `${at.label(id)}${text}`,
        fact: id === "first" ? "mines-2016" : "mines-2025",
      })),
      event("swap", "swap-month"),
      event("end", "mines-end-day"),
      {
        box: { x: at.box.x, y: still.y - note, width: note * 10, height: note * 2 },
        text: at.label("still"),
        fact: "mine-listed",
      },
    ];
  },
});
