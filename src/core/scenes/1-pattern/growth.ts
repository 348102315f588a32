import { range, sum } from "d3-array";
import { scaleLinear } from "d3-scale";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { circlePath, hatchPath } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { GROUP_SIZE, groupOf, rankInGroup } from "../groups.ts";

const RATES = ["gdp", "revenue", "income"] as const;
/** End of the ruler and value of one grain, per cent. */
const END = 7;
const GRAIN = 0.1;
/** Rows of a bar: columns of three tenths, of which all three values are whole numbers. */
const ROWS = 3;
/** Columns on either side of an approximate value (左右) that fade: their ink adds up to half of them. */
const SOFT = 2;

/** Height of the ruler's ticks, in dots. */
const TICK = 5.5;

const BEATS = {
  lift: stagger(0.18, 0.02, 0.5),
  /** The strokes of 预计 cross a bar once its grains lie still. */
  hatch: stagger(0.18, 0.46, 0.62),
  // Names wait for their bar, because grains on their way to the bars above pass here.
  label: stagger(0.18, 0.4, 0.55),
};

interface Bar {
  readonly id: string;
  readonly index: number;
  /** Grains, those that fade among them. */
  readonly count: number;
  /** Rank of the first grain that fades; `count` if none does. */
  readonly solid: number;
  readonly end: number;
  readonly box: Box;
  readonly text: string;
}

function layout({ box, size, fact, label }: LayoutContext) {
  const type = typeSize(size, "label");
  const note = typeSize(size, "note");
  const notes = [label("grain"), label("note")];
  const oneLine = textWidth(notes.join("　"), note) < box.width;
  const foot = box.y + box.height - 2;
  const noteLines = oneLine ? [notes.join("　")] : notes;
  const axis = foot - note * (1.4 * noteLines.length + 1.5);
  // A bar is three rows of three tenths high, a tick half of one per cent, so all lengths follow from one per cent's.
  const unit = Math.min((box.width - 4) / 7.45, (axis - box.y - type * 6.1) / 3.3);
  const x = scaleLinear([0, END], [box.x + 2, box.x + 2 + unit * END]);
  const pitch = x(ROWS * GRAIN) - x(0);
  const height = ROWS * pitch;
  // The bars stand on the ruler, clear of its ticks; a stage that is taller leaves its room above them.
  const dot = Math.min(unit * GRAIN, 7);
  const foremost = axis - dot * TICK - note * 0.4;
  const name = type * 1.65;
  const between = Math.min((foremost - box.y - name - height) / (RATES.length - 1), (name + height) * 2.4);
  const bars = RATES.map((id, index): Bar => {
    const { value, text } = fact(id);
    const soft = text.includes("左右") ? SOFT : 0;
    const exact = Math.round((value ?? 0) / GRAIN);
    return {
      id,
      index,
      count: exact + soft * ROWS,
      solid: exact - soft * ROWS,
      end: (value ?? 0) + soft * ROWS * GRAIN,
      box: {
        x: x(0),
        y: foremost - height - (RATES.length - 1 - index) * between,
        width: x(value ?? 0) - x(0),
        height,
      },
      text,
    };
  });
  const top = (bars[0]?.box.y ?? box.y) - name;
  return { type, note, noteLines, top, dot, foot, x, pitch, axis, numeral: height * 1.24, bars };
}

type Layout = ReturnType<typeof layout>;

function drawHatch({ x, pitch }: Layout, { id, box, end }: Bar, opacity: number, palette: Palette): Shape {
  return pathMark({
    key: `growth:${id}:hatch`,
    texture: true,
    d: hatchPath({ ...box, width: x(end) - x(0) }, Math.max(3.4, pitch * 0.31)),
    stroke: palette.background,
    strokeWidth: Math.max(1, pitch * 0.085),
    opacity,
  });
}

function drawName(
  { type, note }: Layout,
  { id, box }: Bar,
  name: string,
  status: string,
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const y = box.y - type * 0.6;
  const r = note * 0.46;
  const swatch = { x: box.x + textWidth(name, type) + type * 0.7 + r, y: y - type * 0.31 };
  return [
    textMark({ key: `growth:${id}:name`, text: name, x: box.x - 1, y, size: type, fill: palette.ink, opacity }),
    pathMark({
      key: `growth:${id}:swatch`,
      d: circlePath(swatch, r),
      fill: palette.ink,
      strokeWidth: 0,
      opacity,
    }),
    pathMark({
      key: `growth:${id}:swatch:hatch`,
      texture: true,
      d: hatchPath({ x: swatch.x - r, y: swatch.y - r, width: 2 * r, height: 2 * r }, r * 0.72),
      stroke: palette.background,
      strokeWidth: Math.max(0.9, r * 0.2),
      opacity,
    }),
    textMark({
      key: `growth:${id}:status`,
      text: status,
      x: swatch.x + r * 1.6,
      y,
      size: note,
      fill: palette.muted,
      opacity,
    }),
  ];
}

function drawValue(
  { x, numeral, note }: Layout,
  { id, box, end, text }: Bar,
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const figure = /^[\d.]+/.exec(text)?.[0] ?? text;
  const at = { x: x(end) + numeral * 0.12, y: box.y + box.height - numeral * 0.05 };
  return [
    textMark({
      key: `growth:${id}:value`,
      text: figure,
      ...at,
      size: numeral,
      fill: palette.textRed,
      face: "song",
      role: "value",
      opacity,
    }),
    textMark({
      key: `growth:${id}:unit`,
      text: text.slice(figure.length),
      x: at.x + textWidth(figure, numeral, "song") + 2,
      y: at.y,
      size: Math.max(note, numeral * 0.26),
      fill: palette.ink,
      role: "unit",
      opacity,
    }),
  ];
}

function drawAxis({ top, x, axis, note }: Layout, palette: Palette): readonly Shape[] {
  return x.ticks(4).flatMap((tick): readonly Shape[] => [
    textMark({
      key: `growth:tick:${tick}`,
      text: tick === 0 ? "0" : `${tick}%`,
      x: x(tick),
      y: axis + note * 1.5,
      size: note,
      fill: palette.muted,
      anchor: tick === 0 ? "start" : "middle",
      role: "axis",
    }),
    ruleMark({
      key: `growth:grid:${tick}`,
      layer: "back",
      opacity: 0.9,
      x1: x(tick),
      y1: top,
      x2: x(tick),
      y2: axis,
      stroke: palette.line,
      dash: tick === 0 ? undefined : "2 4",
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

function drawGrains({ x, dot, pitch, axis, bars }: Layout, t: number, palette: Palette): readonly Grain[] {
  const onRuler = mixRgb(palette.background, palette.ink, 0.5);
  const ruler = rulerPlaces(sum(bars, ({ count }) => GROUP_SIZE - count)).values();
  return mapGrains((index): Grain => {
    const bar = bars[["industry", "services", "rural"].indexOf(groupOf(index))];
    const rank = rankInGroup(index);
    if (bar === undefined || rank >= bar.count) {
      const [step, level] = ruler.next().value ?? [0, 0];
      return { x: x(step * GRAIN), y: axis - level * dot, r: dot * 0.34, fill: onRuler, opacity: 1, hollow: 0 };
    }
    const { count, solid, box } = bar;
    const column = Math.floor(rank / ROWS);
    const turn = 0.5 * (rank / count);
    const lifted = smoothstep(linearStep(BEATS.lift(t, bar.index), turn, turn + 0.5));
    const left = 1 - (column - solid / ROWS + 0.5) / (2 * SOFT);
    return {
      x: lerp(x((rank + 0.5) * GRAIN), x(0) + (column + 0.5) * pitch, lifted),
      y: lerp(axis, box.y + ((rank % ROWS) + 0.5) * pitch, lifted),
      r: lerp(dot * 0.34, pitch * 0.45, lifted),
      fill: mixRgb(onRuler, palette.ink, lifted),
      opacity: rank < solid ? 1 : lerp(1, left, lifted),
      hollow: 0,
    };
  });
}

/**
 * Three rates on one ruler: a grain is a tenth of a per cent and lifts off it into its bar. Strokes across the grains
 * stand for 预计, fading ones for 左右.
 */
export const growth = defineScene({
  labels: [...RATES, "expected", "grain", "note"],
  facts: RATES,
  limits: [{ facts: RATES, most: END }],
  elevation: () => 0.85,
  bundling: 0.6,
  beats: BEATS,
  layout,
  points: (at) => {
    const { bars, x, numeral } = layout(at);
    return bars.map(({ id, box, end, text }) => ({
      box: { ...box, width: x(end) - box.x + numeral },
      text: `${at.label(id)}：${at.label("expected")}${text}`,
      fact: id,
    }));
  },
  draw: (places, { t, palette, label }) => ({
    grains: drawGrains(places, t, palette),
    shapes: [
      ...drawAxis(places, palette),
      ...places.bars.flatMap((bar) => [
        drawHatch(places, bar, BEATS.hatch(t, bar.index), palette),
        ...drawName(places, bar, label(bar.id), label("expected"), palette, BEATS.label(t, bar.index)),
        ...drawValue(places, bar, palette, BEATS.label(t, bar.index)),
      ]),
      ...places.noteLines.map((text, line) =>
        textMark({
          key: `growth:note:${line}`,
          text,
          x: places.x(0) - 1,
          y: places.foot - (places.noteLines.length - 1 - line) * places.note * 1.35,
          size: places.note,
          fill: palette.ink,
          role: "note",
        }),
      ),
    ],
  }),
});
