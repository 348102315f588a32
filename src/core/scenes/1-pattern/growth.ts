import { max, range, sum } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { hatchPath, polyline, segments } from "../../picture/path.ts";
import { scaleLinear } from "../../picture/scale.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { GROUP_SIZE, groupOf, rankInGroup } from "../groups.ts";

const RATES = ["gdp", "revenue", "income"] as const;
/** End of the ruler and value of one grain, per cent. */
const END = 8;
const GRAIN = 0.1;
/** Half the length of the fading end of an approximate value (左右), per cent. */
const SOFT = 0.36;

const SOFT_STROKES = 6;
const SOFT_GRAINS = 7;

const BEATS = {
  lift: stagger(0.2, 0.04, 0.52),
  grow: stagger(0.2, 0.06, 0.5, smoothstep),
  // Names wait for their bar, because grains on their way to the bars above pass here.
  label: stagger(0.2, 0.4, 0.55),
};

interface Bar {
  readonly id: string;
  readonly index: number;
  readonly value: number;
  readonly count: number;
  readonly soft: boolean;
  readonly box: Box;
  readonly unit: string;
}

function layout({ box, size, fact }: LayoutContext) {
  const type = typeSize(size, "label");
  const note = typeSize(size, "note");
  const x = scaleLinear([0, END], [box.x + 2, box.x + box.width - type]);
  const dot = Math.min(x(GRAIN) - x(0), 6.5);
  /** Two grains stand above each other, so a column is two grains wide. */
  const column = x(2 * GRAIN) - x(0);
  const axis = box.y + box.height - note * 3.3;
  const row = (axis - dot * 5.5 - box.y) / RATES.length;
  const longest = max(RATES, (id) => fact(id).value) ?? 0;
  const numeral = Math.min(row * 0.58, (box.x + box.width - x(longest)) / 1.25);
  const grainRows = 1.7 * column;
  // As high as the figure beside it: hatching above two rows of grains.
  const height = Math.max(numeral * 0.79, grainRows + 8);
  const bars = RATES.map((id, index): Bar => {
    const { value, text } = fact(id);
    const known = value ?? 0;
    return {
      id,
      index,
      value: known,
      count: Math.round(known / GRAIN),
      soft: text.includes("左右"),
      box: { x: x(0), y: box.y + index * row + type * 1.75, width: x(known) - x(0), height },
      unit: text.slice(String(value).length),
    };
  });
  return { box, type, note, x, dot, column, axis, numeral, hatched: height - grainRows, bars };
}

type Layout = ReturnType<typeof layout>;

function drawBar({ x, hatched }: Layout, bar: Bar, grown: number, palette: Palette): readonly Shape[] {
  const { id, value, soft, box } = bar;
  const [left, top, bottom] = [box.x, box.y, box.y + box.height];
  const right = x((soft ? value - SOFT : value) * grown);
  const [middle, stroke] = [top + hatched, palette.ink];
  const corners = [
    { x: right, y: top },
    { x: left, y: top },
    { x: left, y: bottom },
    { x: right, y: bottom },
  ];
  const seam = [
    { x: left, y: middle },
    { x: right, y: middle },
  ] as const;
  const slant = Math.min(hatched, (x(SOFT) - x(0)) / 3);
  const end = range(SOFT_STROKES).map((k) => {
    const from = x((value - SOFT + (2 * SOFT * k) / SOFT_STROKES) * grown);
    return pathMark({
      key: `rates:${id}:soft:${k}`,
      d: polyline([
        { x: from, y: middle },
        { x: from + slant, y: top },
      ]),
      stroke,
      strokeWidth: 1.5 - 0.14 * k,
      opacity: 0.95 - 0.15 * k,
    });
  });
  return [
    pathMark({
      key: `rates:${id}:hatch`,
      d: hatchPath({ x: left, y: top, width: right - left, height: hatched }, Math.max(4.4, hatched * 0.3)),
      stroke,
      strokeWidth: Math.max(1.3, hatched * 0.075),
    }),
    pathMark({
      key: `rates:${id}:edge`,
      d: polyline(corners) + (soft ? "" : "Z") + segments([seam]),
      stroke,
      strokeWidth: 1.4,
    }),
    ...(soft ? end : []),
  ];
}

function drawLabels(
  { x, type, note, numeral }: Layout,
  { id, value, soft, box, unit }: Bar,
  name: string,
  status: string,
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const y = box.y - type * 0.45;
  const swatch = box.x + textWidth(name, type) + type * 0.8;
  const figure = x(soft ? value + SOFT : value) + numeral * 0.17;
  const baseline = box.y + box.height;
  return [
    textMark({ key: `rates:${id}:name`, text: name, x: box.x - 1, y, size: type, fill: palette.ink, opacity }),
    pathMark({
      key: `rates:${id}:swatch`,
      d: hatchPath({ x: swatch, y: y - note * 0.78, width: note * 1.3, height: note * 0.86 }, note * 0.34),
      stroke: palette.ink,
      strokeWidth: 1.2,
      layer: "back",
      opacity,
    }),
    textMark({
      key: `rates:${id}:status`,
      text: status,
      x: swatch + note * 1.65,
      y,
      size: note,
      fill: palette.muted,
      opacity,
    }),
    textMark({
      key: `rates:${id}:value`,
      text: String(value),
      x: figure,
      y: baseline,
      size: numeral,
      fill: palette.textRed,
      face: "song",
      role: "value",
      opacity,
    }),
    textMark({
      key: `rates:${id}:unit`,
      text: unit,
      x: figure + textWidth(String(value), numeral) + 2,
      y: baseline,
      size: Math.max(note, numeral * 0.3),
      fill: palette.ink,
      role: "unit",
      opacity,
    }),
  ];
}

function drawAxis({ box, x, dot, axis, note }: Layout, palette: Palette): readonly Shape[] {
  return x.ticks(2).flatMap((tick): readonly Shape[] => [
    textMark({
      key: `rates:tick:${tick}`,
      text: tick === 0 ? "0" : `${tick}%`,
      x: x(tick),
      y: axis + note * 1.35,
      size: note,
      fill: palette.muted,
      anchor: "middle",
      role: "axis",
    }),
    ruleMark({
      key: `rates:grid:${tick}`,
      layer: "back",
      opacity: 0.9,
      x1: x(tick),
      y1: box.y,
      x2: x(tick),
      y2: axis - dot * 4.5,
      stroke: palette.line,
      dash: tick === 0 ? undefined : "1 4",
    }),
  ]);
}

/**
 * Returns `n` places on the ruler from left to right, in units of `GRAIN` and of a dot's height: one per step, the rest
 * stacked as ticks on the whole numbers.
 */
function rulerPlaces(n: number): readonly (readonly [step: number, level: number])[] {
  const steps = range(Math.round(END / GRAIN) + 1);
  const stacked = range(n - steps.length).map((k) => [(k % (END + 1)) / GRAIN, 1 + Math.floor(k / (END + 1))] as const);
  return [...steps.map((step) => [step, 0] as const), ...stacked].slice(0, n);
}

function drawGrains({ x, dot, column, axis, hatched, bars }: Layout, t: number, palette: Palette): readonly Grain[] {
  const onRuler = mixRgb(palette.background, palette.ink, 0.55);
  const ruler = rulerPlaces(sum(bars, ({ count }) => GROUP_SIZE - count)).values();
  return mapGrains((index): Grain => {
    const bar = bars[["industry", "services", "rural"].indexOf(groupOf(index))];
    const rank = rankInGroup(index);
    if (bar === undefined || rank >= bar.count) {
      const [step, level] = ruler.next().value ?? [0, 0];
      return { x: x(step * GRAIN), y: axis - level * dot, r: dot * 0.36, fill: onRuler, opacity: 1, hollow: 0 };
    }
    const { count, soft, box } = bar;
    const fade = soft ? linearStep(rank, count - SOFT_GRAINS, count) : 0;
    const turn = 0.5 * (rank / count);
    const lifted = smoothstep(linearStep(BEATS.lift(t, bar.index), turn, turn + 0.5));
    const own = Math.min(jitteredRadius(index, column * 0.38), column * 0.42) * (1 - 0.35 * fade);
    return {
      x: x(0) + lerp((rank + 0.5) / 2, 0.45 + (rank * (count / 2 - 0.9)) / (count - 1), lifted) * column,
      y: lerp(axis, box.y + hatched + column * (0.49 + 0.72 * (rank % 2)), lifted),
      r: lerp(dot * 0.36, own, lifted),
      fill: mixRgb(onRuler, palette.ink, lifted),
      opacity: 1 - 0.6 * fade * lifted,
      hollow: 0,
    };
  });
}

/**
 * Three rates on one ruler: the grains of each bar, a tenth of a per cent each, lift off it. Hatching stands for 预计,
 * fading strokes for 左右.
 */
export const growth = defineScene({
  labels: ["gdp", "revenue", "income", "expected", "note"],
  facts: RATES,
  elevation: () => 0.86,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => ({
    grains: drawGrains(places, t, palette),
    shapes: [
      ...places.bars.flatMap((bar) => [
        ...drawBar(places, bar, BEATS.grow(t, bar.index), palette),
        ...drawLabels(places, bar, label(bar.id), label("expected"), palette, BEATS.label(t, bar.index)),
      ]),
      ...drawAxis(places, palette),
      textMark({
        key: "rates:note",
        text: label("note"),
        x: places.x(0) - 1,
        y: places.box.y + places.box.height - 2,
        size: places.note,
        fill: palette.muted,
        role: "note",
      }),
    ],
  }),
});
