import { range } from "d3-array";
import { scaleLinear } from "d3-scale";
import { curveStep, line } from "d3-shape";
import { mixRgb } from "../../lib/color.ts";
import { clamp, smoothstep } from "../../lib/math.ts";
import type { DataPoint, Grain, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, idleColor, mapGrains } from "../../picture/grains.ts";
import { pathMark, rectMark, ruleMark, textMark } from "../../picture/marks.ts";
import { segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { GROUP_SIZE, groupOf, GROUPS, rankInGroup } from "../groups.ts";
import { fault } from "../props/section/fault.ts";
import { layoutRanks, type RankLayout, type Run } from "./rank-layout.ts";
import { scopeAndSource } from "../props/scope-and-source.ts";

const BEATS = {
  // The years with a known rank open one after another.
  open: stagger(0.09, 0.04, 0.26, smoothstep),
  step: beat(0.7, 0.95, smoothstep),
};

function drawGrains({ spots, petal, ring }: RankLayout, { t, palette }: SceneContext): readonly Grain[] {
  const idle = idleColor(palette);
  const names = GROUPS.map(({ name }) => name);
  return mapGrains((index): Grain => {
    // The groups take turns, so that each is spread over all years.
    const turn = rankInGroup(index) * (GRAIN_COUNT / GROUP_SIZE) + names.indexOf(groupOf(index));
    const spot = spots[turn];
    if (spot === undefined) throw new RangeError(`no place for grain ${index}`);
    const dim = spot.known ? 0.8 : 0.42;
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

/** Draws the beds on either side of the fault: the folded ranks, then a bed for each rank, the deeper the darker. */
function drawBeds(places: RankLayout, palette: Palette): readonly Shape[] {
  const {
    band,
    ends,
    crack,
    fault: { half },
    folded,
    middle,
    note,
    loose,
    ledge,
    row,
  } = places;
  const sides = [
    [ends.left, crack - half],
    [crack + half, ends.right],
  ] as const;
  const beds = [band, ...loose.map((place) => ({ y: ledge(place) - row, height: row }))];
  const fills = scaleLinear([0, 1, beds.length], [0.66, 0.36, 0.08]);
  return [
    ...beds.flatMap(({ y, height }, bed) =>
      sides.map(([from, to], side) =>
        rectMark({
          key: `rank:bed:${bed}:${side}`,
          layer: "back",
          x: from,
          y,
          width: to - from,
          height,
          fill: mixRgb(palette.background, palette.layer, fills(bed)),
          strokeWidth: 0,
        }),
      ),
    ),
    ...[1, folded].map((place) =>
      textMark({
        key: `rank:place:${place}`,
        text: String(place),
        x: ends.left - note * 0.5,
        y: clamp(middle(place), band.y + note * 0.4, band.y + band.height - note * 0.4),
        baseline: "middle",
        size: note,
        anchor: "end",
        fill: palette.muted,
        role: "axis",
      }),
    ),
  ];
}

/** Draws a shelf of rock under the years of a known rank, and a thin line where the shelf goes on for other years. */
function drawLedges({ loose, ledge, ends, crack, fault: { half }, runs, note, step }: RankLayout, palette: Palette) {
  const rock = mixRgb(palette.background, palette.ember, 0.72);
  const thick = clamp(note * 0.26, 3, 7);
  const shelves = runs.flatMap(({ rank: place, left, right }, k): readonly Shape[] => {
    if (place === null) return [];
    const y = ledge(place);
    const teeth = range(left + 2, right - 3, clamp(step * 0.16, 4, 9)).map(
      (x) =>
        [
          { x: x + thick, y: y + thick },
          { x, y: y + thick * 2.1 },
        ] as const,
    );
    const common = { layer: "back", opacity: 1 } as const;
    return [
      rectMark({
        ...common,
        key: `rank:shelf:${k}`,
        x: left + 1,
        y,
        width: right - left - 2,
        height: thick,
        fill: rock,
        strokeWidth: 0,
      }),
      pathMark({
        ...common,
        key: `rank:shelf:${k}:teeth`,
        texture: true,
        d: segments(teeth),
        stroke: rock,
        strokeWidth: 0.9,
      }),
    ];
  });
  const lines = loose.flatMap((place) =>
    [
      [ends.left, crack - half],
      [crack + half, ends.right],
    ].map(([x1 = 0, x2 = 0], side) =>
      ruleMark({
        key: `rank:ledge:${place}:${side}`,
        layer: "back",
        x1,
        x2,
        y1: ledge(place) + thick / 2,
        y2: ledge(place) + thick / 2,
        stroke: palette.line,
        dash: "1 4",
      }),
    ),
  );
  return [...lines, ...shelves];
}

/** Size of a rank that is printed again, in sizes of the first. */
const AGAIN = 0.5;

/** Prints its rank over each run of known years, a rank that has been printed smaller. */
function drawNumerals(places: RankLayout, { t, palette }: SceneContext): readonly Shape[] {
  const { runs, note, numeral, numeralBase, ends, printed } = places;
  return runs.flatMap(({ rank: place, years: [first], left, right }, k): readonly Shape[] => {
    if (place === null) return [];
    const again = runs.slice(0, k).some((run) => run.rank === place);
    const size = again ? Math.max(note, numeral * AGAIN) : numeral;
    const half = textWidth(String(place), size, "song") / 2;
    return [
      textMark({
        key: `rank:numeral:${first.year}`,
        text: String(place),
        x: Math.min((left + right) / 2, ends.right - half),
        y: numeralBase(place, size),
        size,
        anchor: "middle",
        face: "song",
        fill: again ? palette.muted : palette.ink,
        opacity: BEATS.open(t, first.turn),
        role: "value",
        fact: printed.find((one) => one.place === place)?.fact,
      }),
    ];
  });
}

const stepped = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveStep)
  .digits(1);

/** Joins the years after the fault, every one of which is known; those before it are apart. */
function drawStep({ years, middle }: RankLayout, { t, palette }: SceneContext): Shape {
  const points = years.flatMap(({ x, rank, after }) => (after && rank !== null ? [{ x, y: middle(rank) }] : []));
  return pathMark({
    key: "rank:step",
    layer: "back",
    d: stepped(points) ?? "",
    stroke: palette.ember,
    strokeWidth: 1.6,
    opacity: BEATS.step(t),
  });
}

/** Writes the years of a run under its shelf: all of them if there is room, else the first. */
function drawYears({ ledge, note, step }: RankLayout, { years, rank: place }: Run, { ink }: Palette) {
  if (place === null) return [];
  const all = step > textWidth("2000", note) * 1.2;
  return (all ? years : years.slice(0, 1)).map(({ year, x }) =>
    textMark({
      key: `rank:year:${year}`,
      text: String(year),
      x,
      y: ledge(place) + note * 1.65,
      size: note,
      anchor: "middle",
      fill: ink,
      role: "axis",
    }),
  );
}

/** Marks the folded years: beside the years next to them, or all below those where that is too narrow for one. */
function drawUnknown({ runs, ledge, note, row, step }: RankLayout, { palette, label }: SceneContext) {
  const folds = runs.flatMap((run, k) => {
    const near = runs[k - 1]?.rank ?? null;
    return run.rank === null && near !== null ? [{ ...run, near }] : [];
  });
  const taken = textWidth("2000", note) + textWidth(label("unknown"), note) + note * 0.3;
  const wide = folds.filter(({ left, right }) => right - left + step > taken);
  const beside = wide.length === folds.length || row < note * 5;
  return (beside ? wide : folds).map(({ left, right, near, years: [first] }) =>
    textMark({
      key: `rank:unknown:${first.year}`,
      text: label("unknown"),
      x: (left + right) / 2,
      y: ledge(near) + note * (beside ? 1.65 : 3),
      size: note,
      anchor: "middle",
      fill: palette.muted,
    }),
  );
}

/** Ledges below a band of ranks: a grain is a place in a year, nine together are the city's, where it was found. */
export const rank = defineScene({
  labels: ["scope", "recount", "unknown", "found", "source"],
  facts: ["ranks", "rank-cities", "rank-first", "rank-next", "rank-last"],
  limits: [{ facts: ["ranks"], most: "rank-cities" }],
  tables: [{ fact: "ranks", broken: true }],
  elevation: () => 0.12,
  beats: BEATS,
  layout: layoutRanks,
  draw(places, at) {
    const { palette, box, label } = at;
    const { note, rows, crack, step, runs } = places;
    const { top, foot } = places.fault;
    return {
      grains: drawGrains(places, at),
      shapes: [
        ...drawBeds(places, palette),
        ...drawLedges(places, palette),
        ...fault("rank:fault", crack, [top, foot], clamp(step * 0.36, 6, 22), palette),
        drawStep(places, at),
        ...drawNumerals(places, at),
        ...runs.flatMap((run) => drawYears(places, run, palette)),
        ...drawUnknown(places, at),
        textMark({
          key: "rank:recount",
          text: label("recount"),
          x: crack,
          y: rows.recount,
          size: note,
          anchor: "middle",
          fill: palette.textRed,
        }),
        ...scopeAndSource("rank", places, box.x, palette),
      ],
    };
  },
  points(at) {
    const { years, ledge, row, band, loose } = layoutRanks(at);
    return years.map(({ year, x, width, rank: place }): DataPoint => {
      const column = { x: x - width / 2, width };
      if (place !== null)
        return {
          box: { ...column, y: ledge(place) - row, height: row },
          text: `${year}年：${at.label("found")}${place}`,
          fact: "ranks",
        };
      const height = band.height + loose.length * row;
      return { box: { ...column, y: band.y, height }, text: `${year}年：${at.label("unknown")}`, fact: "ranks" };
    });
  },
});
