import { range } from "d3-array";
import { scaleBand, scalePoint } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { mixRgb } from "../../lib/color.ts";
import { clamp, smoothstep } from "../../lib/math.ts";
import type { DataPoint, Grain, LayoutContext, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, idleColor, mapGrains } from "../../picture/grains.ts";
import { paragraphMarks, pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { breakLines } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { GROUP_SIZE, groupOf, GROUPS, rankInGroup } from "../groups.ts";
import { fault } from "../props/section/fault.ts";

const BEATS = {
  // The years with a known rank open one after another.
  open: stagger(0.09, 0.04, 0.26, smoothstep),
  step: beat(0.7, 0.95, smoothstep),
};

/** Grains round the one of a known rank. */
const PETALS = 8;

/** Width of the fault in widths of a year. */
const GAP = 1.3;

interface Year {
  readonly year: number;
  readonly x: number;
  readonly rank: number | null;
  /** Place in the order of the years with a known rank, else -1. */
  readonly turn: number;
  readonly after: boolean;
}

/** A grain's place, and its way from there when its year opens, px. */
interface Spot extends Point {
  readonly way: Point;
  readonly turn: number;
  readonly petal: boolean;
  /** Tells a year whose rank was looked up. */
  readonly known: boolean;
}

function ranksOf(fact: LayoutContext["fact"]) {
  const { table } = fact("ranks");
  if (table === undefined) throw new RangeError("no table of ranks");
  return table;
}

function layout({ size, box, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const { rows, breakAfter } = ranksOf(fact);
  const places = range(1, (fact("rank-cities").value ?? 0) + 1);
  const scope = breakLines(label("scope"), note, box.width - note);
  const source = breakLines(label("source"), note, box.width - note);
  const scopeY = box.y + note * 0.9;
  const sourceY = box.y + box.height - 3 - (source.length - 1) * note * 1.3;
  const recount = scopeY + note * (1.35 * (scope.length - 1) + 1.8);
  const unknown = sourceY - note * 1.7;
  const ticks = unknown - note * 1.35;
  const [top, foot] = [recount + note * 0.5, ticks - note * 1.05];
  const y = scaleBand(places, [top, foot]);
  const numeral = Math.min(y.bandwidth() * 0.96, box.width * 0.12);
  const left = box.x + Math.max(numeral * 1.15, note * 1.6) + note * 0.4;
  const step = (box.x + box.width - left) / (rows.length + GAP);
  const x = scalePoint(
    rows.map(({ year }) => year),
    [left + step / 2, left + step * (rows.length - 0.5)],
  );
  const known = rows.filter(({ values }) => values[0] !== null);
  const years = rows.map((row): Year => {
    const after = breakAfter !== null && row.year > breakAfter;
    const at = (x(row.year) ?? 0) + (after ? GAP * step : 0);
    return { year: row.year, x: at, rank: row.values[0] ?? null, turn: known.indexOf(row), after };
  });
  const middle = (place: number): number => (y(place) ?? 0) + y.bandwidth() / 2;
  const petal = Math.min(step * 0.5, y.bandwidth() * 0.48) / 3.75;
  const last = years.filter(({ after }) => !after).at(-1);
  return {
    note,
    numeral,
    places,
    middle,
    ledge: (place: number): number => (y(place) ?? 0) + y.bandwidth() * 0.98,
    years,
    step,
    petal,
    ring: Math.min(petal, 3),
    spots: placeSpots(years, places, middle, petal),
    ends: { left: left - note * 0.1, right: box.x + box.width },
    crack: (last?.x ?? left) + step * (0.5 + GAP / 2),
    rows: { scope: scopeY, recount, ticks, unknown, source: sourceY, top, foot },
    lines: { scope, source },
    printed: [
      { place: fact("rank-first").value ?? 0, fact: "rank-first" },
      { place: fact("rank-next").value ?? 0, fact: "rank-next" },
      { place: fact("rank-last").value ?? 0, fact: "rank-last" },
    ],
  };
}

type Layout = ReturnType<typeof layout>;

/** Returns a place for each grain: one for each rank of each year, and eight more round each known rank. */
function placeSpots(
  years: readonly Year[],
  places: readonly number[],
  middle: (place: number) => number,
  petal: number,
): readonly Spot[] {
  const radius = petal / Math.sin(Math.PI / PETALS);
  const still = { x: 0, y: 0 };
  return years.flatMap(({ x, rank, turn }) =>
    places.flatMap((place): readonly Spot[] => {
      const at = { x, y: middle(place) };
      if (place !== rank) return [{ ...at, way: still, turn: -1, petal: false, known: turn >= 0 }];
      const petals = range(PETALS).map((k): Spot => {
        const angle = (2 * Math.PI * k) / PETALS;
        const way = { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
        return { ...at, way, turn, petal: true, known: true };
      });
      return [{ ...at, way: still, turn, petal: false, known: true }, ...petals];
    }),
  );
}

function drawGrains({ spots, petal, ring }: Layout, { t, palette }: SceneContext): readonly Grain[] {
  const idle = idleColor(palette);
  const names = GROUPS.map(({ name }) => name);
  return mapGrains((index): Grain => {
    // The groups take turns, so that each is spread over all years.
    const turn = rankInGroup(index) * (GRAIN_COUNT / GROUP_SIZE) + names.indexOf(groupOf(index));
    const spot = spots[turn];
    if (spot === undefined) throw new RangeError(`no place for grain ${index}`);
    const dim = spot.known ? 0.75 : 0.36;
    const opened = spot.turn < 0 ? 0 : BEATS.open(t, spot.turn);
    return {
      x: spot.x + spot.way.x * opened,
      y: spot.y + spot.way.y * opened,
      r: spot.turn < 0 ? ring : ring + (petal - ring) * opened,
      fill: mixRgb(idle, palette.ember, opened),
      opacity: spot.turn < 0 ? dim : spot.petal ? opened : dim + (1 - dim) * opened,
      hollow: spot.turn < 0 ? 1 : 1 - opened,
    };
  });
}

function drawLedges({ places, ledge, middle, ends, crack, step, note, numeral, printed }: Layout, at: SceneContext) {
  const { palette } = at;
  const most = printed.length;
  const gap = step * GAP * 0.36;
  return places.flatMap((place): readonly Shape[] => {
    const y = ledge(place);
    const order = printed.findIndex((one) => one.place === place);
    const loud = order >= 0;
    const size = loud ? Math.max(note, numeral * (0.72 + (0.28 * order) / (most - 1))) : Math.min(note, numeral);
    const stroke = loud ? mixRgb(palette.background, palette.ember, 0.7) : palette.line;
    const spans = [
      [ends.left, crack - gap],
      [crack + gap, ends.right],
    ] as const;
    const teeth = spans.flatMap(([from, to]) =>
      range(from + 3, to - 5, Math.max(7, step * 0.55)).map(
        (x) =>
          [
            { x: x + 3, y: y + 0.5 },
            { x, y: y + 4 },
          ] as const,
      ),
    );
    return [
      ...spans.map(([x1, x2], side) =>
        ruleMark({ key: `rank:ledge:${place}:${side}`, layer: "back", x1, x2, y1: y, y2: y, stroke }),
      ),
      pathMark({
        key: `rank:ledge:${place}:teeth`,
        layer: "back",
        texture: true,
        d: segments(teeth),
        stroke,
        strokeWidth: 0.8,
        opacity: 0.6,
      }),
      textMark({
        key: `rank:place:${place}`,
        text: String(place),
        x: ends.left - note * 0.4,
        y: middle(place),
        baseline: "middle",
        size,
        anchor: "end",
        face: loud ? "song" : "sans",
        fill: loud ? palette.ink : palette.muted,
        role: loud ? "value" : "axis",
        fact: printed[order]?.fact,
      }),
    ];
  });
}

const stepped = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveStepAfter)
  .digits(1);

/** Joins the years after the fault, every one of which is known; those before it are apart. */
function drawStep({ years, middle }: Layout, { t, palette }: SceneContext): Shape {
  const points = years.flatMap(({ x, rank, after }) => (after && rank !== null ? [{ x, y: middle(rank) }] : []));
  return pathMark({
    key: "rank:step",
    layer: "back",
    d: stepped(points) ?? "",
    stroke: palette.ember,
    strokeWidth: 1.4,
    opacity: BEATS.step(t),
  });
}

/** Years of which no rank was looked up, as runs of neighbours. */
function unknownRuns(years: readonly Year[]): readonly (readonly Year[])[] {
  const runs: Year[][] = [];
  years.forEach((one, k) => {
    if (one.rank !== null) return;
    if (years[k - 1]?.rank === null) runs.at(-1)?.push(one);
    else runs.push([one]);
  });
  return runs;
}

function drawYears({ years, rows, note, step }: Layout, { palette, label }: SceneContext): readonly Shape[] {
  const starts = years.filter(({ rank, after }, k) => rank !== null && !(after && years[k - 1]?.rank === rank));
  const ticks = starts.map(({ year, x }) =>
    textMark({
      key: `rank:year:${year}`,
      text: String(year),
      x,
      y: rows.ticks,
      size: note,
      anchor: "middle",
      fill: palette.ink,
      role: "axis",
    }),
  );
  const unknown = unknownRuns(years).flatMap((run, k) => {
    const [from, to] = [(run[0]?.x ?? 0) - step * 0.35, (run.at(-1)?.x ?? 0) + step * 0.35];
    const y = rows.ticks + note * 0.35;
    return [
      ruleMark({ key: `rank:unknown:${k}`, x1: from, x2: to, y1: y, y2: y, stroke: palette.muted, dash: "1 3" }),
      textMark({
        key: `rank:unknown:${k}:name`,
        text: label("unknown"),
        x: (from + to) / 2,
        y: rows.unknown,
        size: note,
        anchor: "middle",
        fill: palette.muted,
      }),
    ];
  });
  return [...ticks, ...unknown];
}

/** Eleven ledges, the first on top: a grain is a place in a year, nine together are the city's, where it was found. */
export const rank = defineScene({
  labels: ["scope", "recount", "unknown", "found", "source"],
  facts: ["ranks", "rank-cities", "rank-first", "rank-next", "rank-last"],
  limits: [{ facts: ["ranks"], most: "rank-cities" }],
  tables: [{ fact: "ranks", broken: true }],
  elevation: () => 0.12,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { palette, box, label } = at;
    const { note, rows, lines, crack, step } = places;
    const quiet = { x: box.x, leading: note * 1.3, size: note, role: "note" } as const;
    return {
      grains: drawGrains(places, at),
      shapes: [
        ...drawLedges(places, at),
        ...fault("rank:fault", crack, [rows.top - note * 0.2, rows.foot + 4], clamp(step * 0.42, 4, 14), palette),
        drawStep(places, at),
        ...drawYears(places, at),
        textMark({
          key: "rank:recount",
          text: label("recount"),
          x: crack,
          y: rows.recount,
          size: note,
          anchor: "middle",
          fill: palette.textRed,
        }),
        ...paragraphMarks({ key: "rank:scope", lines: lines.scope, y: rows.scope, fill: palette.textEmber, ...quiet }),
        ...paragraphMarks({ key: "rank:source", lines: lines.source, y: rows.source, fill: palette.muted, ...quiet }),
      ],
    };
  },
  points(at) {
    const { years, middle, step, rows } = layout(at);
    const high = rows.foot - rows.top;
    return years.map(({ year, x, rank: place }): DataPoint => {
      const box = { x: x - step / 2, width: step };
      if (place === null)
        return { box: { ...box, y: rows.top, height: high }, text: `${year}年：${at.label("unknown")}`, fact: "ranks" };
      const y = middle(place) - high / 22;
      return { box: { ...box, y, height: high / 11 }, text: `${year}年：${at.label("found")}${place}`, fact: "ranks" };
    });
  },
});
