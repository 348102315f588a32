import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Scene, Shape } from "../../model/picture.ts";
import { GROUP_SIZE, groupOf, jitteredRadius, mapGrains, rankInGroup } from "../../picture/grains.ts";
import { hatchPath, pathMark, textMark, typeSize } from "../../picture/marks.ts";
import { scaleLinear } from "../../picture/scale.ts";
import { textWidth } from "../../picture/text.ts";

const RATES = ["gdp", "revenue", "income"] as const;
/** End of the ruler, and the value of one grain, per cent. */
const END = 8;
const GRAIN = 0.1;
/** Half the length of the fading end of an approximate value (左右), per cent. */
const SOFT = 0.36;

/**
 * Returns the places of the ruler's `n` grains from left to right, in units of `GRAIN` and of a dot's height: one per
 * step, the rest stacked as ticks on the whole numbers.
 */
function ruler(n: number): readonly (readonly [step: number, level: number])[] {
  const steps = Math.round(END / GRAIN);
  const whole = Array.from({ length: END + 1 }, (_, k) => k / GRAIN);
  const marks = Array.from({ length: steps + 1 }, (_, step) => [step, 0] as const);
  return [
    ...marks,
    ...Array.from(
      { length: Math.max(0, n - marks.length) },
      (_, k) => [whole[k % whole.length] ?? 0, 1 + Math.floor(k / whole.length)] as const,
    ),
  ]
    .slice(0, n)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/**
 * Three rates on one ruler: the grains of each bar, a tenth of a per cent each, lift off it. Hatching stands for 预计,
 * fading strokes for 左右.
 */
export const growth: Scene = {
  labels: ["gdp", "revenue", "income", "expected", "note"],
  facts: RATES,
  elevation: () => 0.86,
  draw({ t, box, fact, palette, size, label }) {
    const type = typeSize(size, 14, 22);
    const small = Math.max(11, type * 0.84);
    const x = scaleLinear([0, END], [box.x + 2, box.x + box.width - type]);
    const column = x(2 * GRAIN) - x(0);
    const dot = Math.min(x(GRAIN) - x(0), 6.5);
    const foot = box.y + box.height - small * 3.3;
    const row = (foot - dot * 5.5 - box.y) / RATES.length;
    const longest = Math.max(...RATES.map((id) => fact(id).value ?? 0));
    const numeral = Math.min(row * 0.58, (box.x + box.width - x(longest)) / 1.25);
    // As high as the figure beside it: hatching above two rows of grains.
    const plank = Math.max(numeral * 0.79, 1.7 * column + 8);
    const band = plank - 1.7 * column;
    const bars = RATES.map((id, k) => {
      const { value, text } = fact(id);
      const top = box.y + k * row + type * 1.75;
      return {
        id,
        value: value ?? 0,
        rest: text.slice(String(value).length),
        soft: text.includes("左右"),
        top,
        lift: linearStep(t, 0.04 + 0.2 * k, 0.52 + 0.2 * k),
        grow: smoothstep(linearStep(t, 0.06 + 0.2 * k, 0.5 + 0.2 * k)),
        said: linearStep(t, 0.4 + 0.2 * k, 0.55 + 0.2 * k),
      };
    });
    const counts = bars.map(({ value }) => Math.round(value / GRAIN));
    const marks = ruler(counts.reduce((sum, n) => sum + GROUP_SIZE - n, 0));

    const shapes: Shape[] = bars.flatMap(({ id, value, rest, soft, top, grow, said }): readonly Shape[] => {
      const end = x(value * grow);
      const bar = { x: x(0), y: top, width: (soft ? x((value - SOFT) * grow) : end) - x(0), height: band };
      const after = x(soft ? value + SOFT : value) + numeral * 0.17;
      const base = top + plank;
      const strokes = Array.from({ length: 6 }, (_, k): Shape => {
        const from = x((value - SOFT + (2 * SOFT * k) / 6) * grow);
        return {
          kind: "path",
          key: `rates:${id}:soft:${k}`,
          opacity: soft ? 0.95 - 0.15 * k : 0,
          d: `M${from} ${top + band}L${from + Math.min(band, (x(SOFT) - x(0)) / 3)} ${top}`,
          fill: null,
          stroke: palette.ink,
          strokeWidth: 1.5 - 0.14 * k,
        };
      });
      const text = textMark(`rates:${id}:value`, String(value), [after, base], numeral, palette.textRed, {
        face: "song",
        role: "value",
        opacity: said,
      });
      const swatch = x(0) + textWidth(label(id), type) + type * 0.8;
      const unitX = after + textWidth(String(value), numeral) + 2;
      return [
        {
          kind: "path",
          key: `rates:${id}:hatch`,
          opacity: 1,
          d: hatchPath(bar, Math.max(4.4, band * 0.3)),
          fill: null,
          stroke: palette.ink,
          strokeWidth: Math.max(1.3, band * 0.075),
        },
        {
          kind: "path",
          key: `rates:${id}:edge`,
          opacity: 1,
          d: `M${bar.x + bar.width} ${top}L${bar.x} ${top}L${bar.x} ${base}L${bar.x + bar.width} ${base}${soft ? "" : "Z"}M${bar.x} ${top + band}L${bar.x + bar.width} ${top + band}`,
          fill: null,
          stroke: palette.ink,
          strokeWidth: 1.4,
        },
        ...(soft ? strokes : []),
        // Names appear when their bar stands, because grains on their way to the bars above pass here.
        textMark(`rates:${id}:name`, label(id), [x(0) - 1, top - type * 0.45], type, palette.ink, { opacity: said }),
        // A legend for the hatching beside each name.
        pathMark(
          `rates:${id}:swatch`,
          hatchPath(
            { x: swatch, y: top - type * 0.45 - small * 0.78, width: small * 1.3, height: small * 0.86 },
            small * 0.34,
          ),
          palette.ink,
          1.2,
          { opacity: said },
        ),
        textMark(
          `rates:${id}:status`,
          label("expected"),
          [swatch + small * 1.65, top - type * 0.45],
          small,
          palette.muted,
          { opacity: said },
        ),
        text,
        textMark(`rates:${id}:unit`, rest, [unitX, base], Math.max(small, numeral * 0.3), palette.ink, {
          role: "unit",
          opacity: said,
        }),
      ];
    });
    for (let tick = 0; tick <= END; tick += 2) {
      shapes.push(
        textMark(
          `rates:tick:${tick}`,
          tick === 0 ? "0" : `${tick}%`,
          [x(tick), foot + small * 1.35],
          small,
          palette.muted,
          { anchor: "middle", role: "axis" },
        ),
      );
      shapes.push({
        kind: "line",
        key: `rates:grid:${tick}`,
        layer: "back",
        opacity: 0.9,
        x1: x(tick),
        y1: box.y,
        x2: x(tick),
        y2: foot - dot * 4.5,
        stroke: palette.line,
        strokeWidth: 1,
        ...(tick === 0 ? {} : { dash: "1 4" }),
      });
    }
    shapes.push(
      textMark("rates:note", label("note"), [x(0) - 1, box.y + box.height - 2], small, palette.muted, { role: "note" }),
    );

    let spent = 0;
    const onRuler = mixRgb(palette.background, palette.ink, 0.55);
    const grains = mapGrains((index): Grain => {
      const k = ["industry", "services", "rural"].indexOf(groupOf(index));
      const rank = rankInGroup(index);
      const bar = bars[k];
      const n = counts[k] ?? 0;
      if (bar !== undefined && rank < n) {
        const fade = bar.soft ? linearStep(rank, n - 7, n) : 0;
        const turn = 0.5 * (rank / n);
        const lifted = smoothstep(linearStep(bar.lift, turn, turn + 0.5));
        const own = Math.min(jitteredRadius(index, column * 0.38), column * 0.42) * (1 - 0.35 * fade);
        return {
          x: x(0) + lerp((rank + 0.5) / 2, 0.45 + (rank * (n / 2 - 0.9)) / (n - 1), lifted) * column,
          y: lerp(foot, bar.top + band + column * (0.49 + 0.72 * (rank % 2)), lifted),
          r: lerp(dot * 0.36, own, lifted),
          fill: mixRgb(onRuler, palette.ink, lifted),
          opacity: 1 - 0.6 * fade * lifted,
          hollow: 0,
        };
      }
      const [step, level] = marks[spent++] ?? [0, 0];
      return { x: x(step * GRAIN), y: foot - level * dot, r: dot * 0.36, fill: onRuler, opacity: 1, hollow: 0 };
    });
    return { grains, shapes };
  },
};
