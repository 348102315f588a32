import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep } from "../../lib/math.ts";
import type { DataPoint, Grain, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { paragraphMarks, pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { drawNumeral } from "../../picture/numeral.ts";
import { circlePath, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { GROUP_SIZE, groupOf, GROUPS, rankInGroup } from "../groups.ts";
import { adit } from "./coal-ends-adit.ts";
import { GLASS, lampBodies, lampGlow } from "./coal-ends-lamp.ts";
import { type CoalLayout, layoutCoal, type Rack } from "./coal-ends-layout.ts";
import { scopeAndSource } from "../props/scope-and-source.ts";

const BEATS = {
  // A mark walks down the strip: through the first year, over the years between, through the last.
  first: beat(0.04, 0.4),
  between: beat(0.4, 0.56),
  last: beat(0.56, 0.92),
};

/** Reaches of the light round the lamp that stays lit, in its radii, and round a lamp in a rack. */
const [STILL_GLOW, LAMP_GLOW] = [[3.7, 2.8, 2], [1.6]];

/** Returns the moment at which the mark on the strip stands, as a year with its part. */
function dateAt({ years }: CoalLayout, t: number): number {
  const walked = years.first + BEATS.first(t) + (years.last - years.first - 1) * BEATS.between(t);
  return walked + BEATS.last(t);
}

/** Returns how many lamps of a rack are out, a fraction of the next one too. */
function outIn({ year, lamps }: Rack, date: number): number {
  return linearStep(date, year, year + 1) * lamps.length;
}

function drawGrains(places: CoalLayout, { t, palette }: SceneContext): readonly Grain[] {
  const { racks, still, dust, r, note } = places;
  const { background, ember, muted } = palette;
  const coal = mixRgb(background, muted, 0.42);
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
      const fill = mixRgb(ember, muted, lamp.out);
      return { x: lamp.x, y: lamp.y, r: r * GLASS, fill, opacity: 1, hollow: lamp.out };
    }
    if (turn === lamps.length) return { ...still, r: Math.max(still.r, r), fill: ember, opacity: 1, hollow: 0 };
    const k = turn - lamps.length - 1;
    const [row, column] = [Math.floor(k / half), k % half];
    return {
      x: lerp(dust.from, dust.to, (column + 0.5 + row * 0.5) / (half + 0.5)),
      y: dust.y - row * note * 0.3,
      r: Math.max(1.2, note * 0.14),
      fill: coal,
      opacity: 0.85,
      hollow: 0,
    };
  });
}

/** Draws a rail over each row of a rack, the lamps that hang from it, and the light of those that burn. */
function drawRack(places: CoalLayout, rack: Rack, { t, palette }: SceneContext): readonly Shape[] {
  const { left, pitch, row, r } = places;
  const { id, lamps, columns, rows, top } = rack;
  const out = outIn(rack, dateAt(places, t));
  const rails = range(rows).map((k) => {
    const [y, count] = [top + k * row, Math.min(columns, lamps.length - k * columns)];
    return [
      { x: left, y },
      { x: left + count * pitch, y },
    ] as const;
  });
  const burning = lamps.filter((_, k) => k >= Math.ceil(out));
  return [
    ...lampGlow(
      `coal:${id}`,
      burning,
      LAMP_GLOW.map((reach) => reach * r),
      0.2,
      palette,
    ),
    pathMark({ key: `coal:${id}:rails`, layer: "back", d: segments(rails), stroke: palette.line, strokeWidth: 2 }),
    ...lampBodies(`coal:${id}`, lamps, r, palette),
  ];
}

/** Draws the dated strip: the two years with a figure are heavy, the years between are folded. */
function drawStrip(places: CoalLayout, at: SceneContext): readonly Shape[] {
  const { y, years, strip, note, swap, end, left, adit: mouth } = places;
  const { t, palette } = at;
  const here = y(dateAt(places, t));
  const tick = { layer: "back", stroke: palette.ember, strokeWidth: 1.6 } as const;
  return [
    ruleMark({
      key: "coal:strip",
      layer: "back",
      x1: strip,
      x2: strip,
      y1: y(years.first),
      y2: y(years.last + 1),
      stroke: palette.muted,
      dash: "1 4",
    }),
    ...[years.first, years.last].map((year) =>
      ruleMark({
        key: `coal:strip:${year}`,
        layer: "back",
        x1: strip,
        x2: strip,
        y1: y(year),
        y2: y(year + 1),
        stroke: palette.ember,
        strokeWidth: 4,
      }),
    ),
    ruleMark({ ...tick, key: "coal:swap:line", x1: strip, x2: left - note * 0.25, y1: swap, y2: swap }),
    ruleMark({ ...tick, key: "coal:end:line", x1: strip, x2: mouth.x + mouth.width * 0.08, y1: end, y2: end }),
    pathMark({
      key: "coal:here",
      d: circlePath({ x: strip, y: here }, note * 0.4),
      fill: palette.ink,
      stroke: palette.background,
      strokeWidth: 1.5,
    }),
  ];
}

/** Draws what stands on the floor: the mine of the last day, walled up as it comes, and the lamp that is still lit. */
function drawFloor(places: CoalLayout, date: number, at: SceneContext): readonly Shape[] {
  const { adit: mouth, still, r, floor, left, right, years, words, lines, leading, note } = places;
  const { palette } = at;
  const radius = Math.max(still.r, r);
  const column = (id: "end" | "still", fact: string) =>
    paragraphMarks({
      key: `coal:${id}`,
      lines: lines[id],
      x: words[id],
      y: words.middle - ((lines[id].length - 1) * leading) / 2,
      leading,
      baseline: "middle",
      size: note,
      fill: id === "end" ? palette.ink : palette.textEmber,
      fact,
    });
  return [
    ...lampGlow(
      "coal:still",
      [still],
      STILL_GLOW.map((reach) => reach * radius),
      0.1,
      palette,
    ),
    ...lampBodies("coal:still", [still], radius, palette),
    ...adit("coal:end:adit", mouth, linearStep(date, years.last + 0.6, years.last + 1), palette),
    ruleMark({
      key: "coal:floor",
      layer: "back",
      x1: left,
      x2: right,
      y1: floor,
      y2: floor,
      stroke: palette.line,
      strokeWidth: 2,
    }),
    ...column("end", "mines-end-day"),
    ...column("still", "mine-listed"),
  ];
}

function drawFigures({ racks, numeral, note, strip }: CoalLayout, { palette, label, box }: SceneContext) {
  const inks = { loud: palette.ink, quiet: palette.muted };
  // The line of a large numeral is higher than its figures.
  const apart = Math.max(0, numeral * 0.27 - 8);
  return racks.flatMap(({ id, top, text }): readonly Shape[] => [
    textMark({
      key: `coal:${id}:year`,
      text: id === "first" ? label("first") : label("last"),
      x: box.x,
      y: top + note * 0.85,
      size: Math.min(note, ((strip - box.x) / textWidth(label(id), 1)) * 0.95),
      fill: palette.textEmber,
    }),
    ...drawNumeral(`coal:${id}:count`, text, [box.x, top + note * 1.02 + numeral * 0.885 + apart], numeral, inks),
  ]);
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
  layout: layoutCoal,
  draw(places, at) {
    const { t, palette, box, label } = at;
    const { note, racks, left, swap } = places;
    return {
      grains: drawGrains(places, at),
      shapes: [
        ...racks.flatMap((rack) => drawRack(places, rack, at)),
        ...drawFloor(places, dateAt(places, t), at),
        ...drawStrip(places, at),
        textMark({
          key: "coal:swap",
          text: label("swap"),
          x: left,
          y: swap,
          baseline: "middle",
          size: note,
          fill: palette.muted,
        }),
        ...drawFigures(places, at),
        ...scopeAndSource("coal", places, box.x, palette),
      ],
    };
  },
  points(at) {
    const { racks, row, pitch, note, left, right, swap, adit: mouth, floor, words } = layoutCoal(at);
    const panel = { y: mouth.y, height: floor - mouth.y };
    const say = (id: "end" | "still"): string => at.label(id).replaceAll("|", "");
    return [
      ...racks.map(({ id, columns, rows, top, text }): DataPoint => ({
        box: { x: left, y: top, width: columns * pitch, height: rows * row },
        text: `${at.label(id)}${text}`,
        fact: id === "first" ? "mines-2016" : "mines-2025",
      })),
      {
        box: { x: left, y: swap - note * 0.8, width: textWidth(at.label("swap"), note), height: note * 1.6 },
        text: at.label("swap"),
        fact: "swap-month",
      },
      { box: { x: left, ...panel, width: (right - left) / 2 - note }, text: say("end"), fact: "mines-end-day" },
      {
        box: { x: words.still - mouth.width - note * 0.6, ...panel, width: (right - left) / 2 },
        text: say("still"),
        fact: "mine-listed",
      },
    ];
  },
});
