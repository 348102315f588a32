import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { paragraphMarks, pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralWidth, splitNumber } from "../../picture/numeral.ts";
import { polyline } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { groupOf, rankInGroup } from "../groups.ts";
import { drawMist, fogInk, WISPS } from "./growth-context-fog.ts";
import {
  ABREAST,
  ESTIMATE,
  type Layout,
  layout,
  NAMES,
  PERIOD,
  type Stack,
  STACKS,
  TOP,
} from "./growth-context-layout.ts";

const BEATS = {
  rise: stagger(0.13, 0.04, 0.42),
  figure: stagger(0.13, 0.36, 0.46),
  chimney: beat(0.4, 0.6),
  drift: beat(0, 1, smoothstep),
  fog: beat(0.62, 0.9),
  estimate: beat(0.8, 0.95),
};

function drawAxis({ box, x, y, note }: Layout, palette: Palette): readonly Shape[] {
  return y.ticks(TOP).flatMap((tick): readonly Shape[] => [
    ruleMark({
      key: `context:grid:${tick}`,
      layer: "back",
      x1: box.x,
      y1: y(tick),
      x2: box.x + box.width,
      y2: y(tick),
      stroke: palette.line,
      dash: tick === 0 ? undefined : "1 5",
    }),
    textMark({
      key: `context:tick:${tick}`,
      text: tick === 0 ? "0" : `${tick}%`,
      x: x(0) - note * 0.5,
      y: y(tick) - note * 0.3,
      anchor: "end",
      size: note,
      fill: palette.muted,
      role: "axis",
    }),
  ]);
}

/** A stack's figure stands on a line at the exact value; the axis has its unit. */
function drawFigure({ pitch, numeral }: Layout, stack: Stack, palette: Palette, opacity: number): readonly Shape[] {
  const { id, x, top, text } = stack;
  const half = pitch * 1.35;
  return [
    ruleMark({
      key: `context:${id}:cap`,
      x1: x - half,
      y1: top - 1,
      x2: x + half,
      y2: top - 1,
      stroke: palette.ink,
      strokeWidth: 1.6,
      opacity,
    }),
    textMark({
      key: `context:${id}:value`,
      text: splitNumber(text)[1],
      x,
      y: top - numeral * 0.24,
      size: numeral * 0.9,
      anchor: "middle",
      face: "song",
      role: "value",
      fill: palette.ink,
      opacity,
    }),
  ];
}

/** The stack of 规上工业 stands in a chimney whose top stays open, since its figure ends in October. */
function drawChimney({ ground, pitch, stacks }: Layout, opacity: number, palette: Palette): readonly Shape[] {
  const last = stacks.at(-1);
  if (last === undefined) return [];
  const flank = (side: -1 | 1): readonly Point[] => [
    { x: last.x + side * pitch * 1.9, y: ground },
    { x: last.x + side * pitch * 1.22, y: last.top + (ground - last.top) * 0.16 },
    { x: last.x + side * pitch * 1.22, y: last.top + 1 },
  ];
  return [
    pathMark({
      key: "context:chimney",
      layer: "back",
      d: polyline(flank(-1)) + polyline(flank(1)),
      stroke: palette.industry,
      strokeWidth: 1.5,
      opacity,
    }),
  ];
}

/** Names stand under the stacks, and what kind of number each is under its name. */
function drawNames(places: Layout, label: (key: string) => string, palette: Palette): readonly Shape[] {
  const { box, border, type, note, nameY, kindY, monthsY, fog, stacks, months } = places;
  const [nation, , city, industry] = stacks;
  if (nation === undefined || city === undefined || industry === undefined) return [];
  const columns = [
    ...stacks.map(({ id, x, name }) => ({ id, x, text: id === industry.id ? label("branch") : name })),
    { id: "estimate", x: fog.x, text: label("product") },
  ];
  const name = { y: nameY, size: type, fill: palette.ink, anchor: "middle" } as const;
  const kind = { y: kindY, size: note, fill: palette.muted, anchor: "middle" } as const;
  return [
    ...columns.map(({ id, x, text }): Shape => textMark({ ...name, key: `context:${id}:name`, text, x })),
    ruleMark({
      key: "context:published:rule",
      x1: nation.x - type,
      y1: nameY + type * 0.38,
      x2: city.x + type,
      y2: nameY + type * 0.38,
      stroke: palette.line,
    }),
    textMark({ ...kind, key: "context:published", text: label("published"), x: (nation.x + city.x) / 2 }),
    textMark({ ...kind, key: "context:expected", text: label("expected"), x: fog.x }),
    textMark({ ...kind, key: "context:period", text: months, x: box.x + box.width, anchor: "end", y: monthsY }),
    ruleMark({
      key: "context:border",
      layer: "back",
      x1: border,
      y1: places.head - type * 0.8,
      x2: border,
      y2: kindY + note * 0.3,
      stroke: palette.muted,
    }),
  ];
}

/** Heads the two halves with the places whose figures they hold, and states the source. */
function drawNotes(places: Layout, label: (key: string) => string, palette: Palette): readonly Shape[] {
  const { box, border, type, note, head, foot, source } = places;
  const leading = note * 1.35;
  const heading = { y: head, size: type, fill: palette.ink } as const;
  return [
    textMark({ ...heading, key: "context:elsewhere", text: label("elsewhere"), x: box.x }),
    textMark({ ...heading, key: "context:district", text: label("district"), x: border + type * 0.7 }),
    ...paragraphMarks({
      key: "context:source",
      x: box.x,
      size: note,
      fill: palette.muted,
      lines: source,
      y: foot - (source.length - 1) * leading,
      leading,
      role: "note",
    }),
  ];
}

function drawEstimate({ fog, numeral }: Layout, palette: Palette, opacity: number): readonly Shape[] {
  return drawNumeral(
    "context:estimate:value",
    fog.text,
    [fog.x - numeralWidth(fog.text, numeral) / 2, fog.y - fog.deep * 2.9],
    numeral,
    { loud: palette.textRed, quiet: palette.ink },
    opacity,
  );
}

function drawGrains(places: Layout, t: number, palette: Palette): readonly Grain[] {
  const { box, border, ground, pitch, stacks, fog } = places;
  const stone = mixRgb(palette.background, palette.ink, 0.86);
  const stackOf = range(GRAIN_COUNT).map((index) => {
    const rank = rankInGroup(index);
    return stacks.find(({ group, first, count }) => group === groupOf(index) && rank >= first && rank < first + count);
  });
  const wisps = range(GRAIN_COUNT).filter((index) => stackOf[index] === undefined);
  const ink = new Map(fogInk(fog.value, wisps).map((opacity, k) => [wisps[k], opacity]));
  const clouded = BEATS.fog(t);
  return mapGrains((index): Grain => {
    const stack = stackOf[index];
    if (stack === undefined) {
      const { x, y, r, drift } = WISPS[index] ?? { x: 0, y: 0, r: 0, drift: 0 };
      const way = (BEATS.drift(t) - 1) * fog.across * 1.6 * (0.6 + drift);
      // Wisps that would drift over the border on the left are turned back.
      const left = lerp(box.x, border, BEATS.drift(t)) + pitch * 0.5;
      const place = left + Math.abs(fog.x + x * fog.across * 0.42 + way - left);
      return {
        x: Math.min(place, box.x + box.width - pitch),
        y: fog.y + y * fog.deep,
        r: pitch * lerp(0.16, 0.4, r),
        fill: palette.ink,
        opacity: lerp(0.5, 1, clouded) * (ink.get(index) ?? 0),
        hollow: 0,
      };
    }
    const rank = rankInGroup(index) - stack.first;
    // Each of the two columns ends at the exact value, also where one has a grain more.
    const column = rank % ABREAST;
    const high = Math.ceil((stack.count - column) / ABREAST);
    const up = ((Math.floor(rank / ABREAST) + 0.5) / high) * (ground - stack.top);
    const turn = 0.5 * (rank / stack.count);
    const risen = smoothstep(linearStep(BEATS.rise(t, stack.index), turn, turn + 0.5));
    const spread = (rank + 0.5) / stack.count - 0.5;
    return {
      x: lerp(stack.x + spread * pitch * 5, stack.x + (column - (ABREAST - 1) / 2) * pitch, risen),
      y: lerp(ground - pitch * 0.4, ground - up, risen),
      r: lerp(pitch * 0.2, pitch * 0.44, risen),
      fill: stack.id === "district-industry" ? palette.industry : stone,
      opacity: 1,
      hollow: 0,
    };
  });
}

/**
 * The estimate put back into its year: accounts that were published later are stacks of grains, the estimate is a fog
 * about its value, and the district's industry, for ten months, stands in a chimney.
 */
export const growthContext = defineScene({
  labels: [...NAMES, "elsewhere", "product", "published", "expected", "branch", "source"],
  facts: [...STACKS.map(({ id }) => id), ESTIMATE, PERIOD],
  limits: [{ facts: [...STACKS.map(({ id }) => id), ESTIMATE], most: TOP }],
  elevation: () => 0.15,
  beats: BEATS,
  bundling: 0.4,
  layout,
  points: (at) => {
    const { stacks, fog, pitch, ground } = layout(at);
    const [nation, province, city, industry] = stacks.map(({ id, name, text, x, top }) => ({
      box: { x: x - pitch * 1.5, y: top, width: pitch * 3, height: ground - top },
      text: `${name}${id === "district-industry" ? at.label("branch") : ""}：${text}`,
      fact: id,
    }));
    const estimate = {
      box: { x: fog.x - fog.across, y: fog.y - fog.deep * 2, width: 2 * fog.across, height: fog.deep * 4 },
      text: `${at.label("district")}：${at.label("expected")}${fog.text}`,
      fact: ESTIMATE,
    };
    return [nation, province, city, estimate, industry].filter((point) => point !== undefined);
  },
  draw: (places, { t, palette, label }) => ({
    grains: drawGrains(places, t, palette),
    shapes: [
      ...drawAxis(places, palette),
      ...drawMist(places, BEATS.fog(t), palette),
      ...drawChimney(places, BEATS.chimney(t), palette),
      ...places.stacks.flatMap((stack) => drawFigure(places, stack, palette, BEATS.figure(t, stack.index))),
      ...drawEstimate(places, palette, BEATS.estimate(t)),
      ...drawNames(places, label, palette),
      ...drawNotes(places, label, palette),
    ],
  }),
});
