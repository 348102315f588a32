import { mixRgb } from "../../lib/color.ts";
import { clamp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Palette, Scene, SceneContext, Shape, Size } from "../../model/picture.ts";
import { stageMargin } from "../../picture/header.ts";
import { textMark, typeSize } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";
import { workedSeam } from "../props/mine.ts";
import { type Land, strata } from "../props/strata.ts";
import { contextCard } from "./city-card.ts";
import { coreSlice, type DrillCore, type Rock } from "./city-drill-core.ts";

const SECTORS = ["primary", "secondary", "tertiary"] as const;
type Sector = (typeof SECTORS)[number];
const YEARS = ["2015", "2020"] as const;

function footLand(size: Size): Land {
  return { horizon: -0.2 * size.height, seam: 1.07, thickness: 0.13, level: 0 };
}

function rock(sector: Sector, { background, ink, ember }: Palette): Rock {
  if (sector === "tertiary") return { fill: ember, stroke: mixRgb(ember, background, 0.4), pitch: 7 };
  if (sector === "secondary") {
    return { fill: mixRgb(background, ink, 0.3), stroke: mixRgb(background, ink, 0.62), pitch: 3.4 };
  }
  return { fill: mixRgb(background, ink, 0.78), stroke: null, pitch: 99 };
}

/** Returns the interval of each sector in the whole, as shares, from the foot up. */
function shares(at: SceneContext, year: string): readonly (readonly [low: number, high: number])[] {
  let low = 0;
  return SECTORS.map((sector) => [low, (low += (at.fact(`sector-${year}-${sector}`).value ?? 0) / 100)] as const);
}

function values(
  at: SceneContext,
  year: string,
  core: DrillCore,
  right: boolean,
  numeral: number,
  shown: number,
): Shape[] {
  const { palette, size } = at;
  const small = typeSize(size, 12, 17);
  return shares(at, year).flatMap(([low, high], k) => {
    const sector = SECTORS[k] ?? "primary";
    const { value, unit } = at.fact(`sector-${year}-${sector}`);
    const digits = String(value);
    const middle = core.foot - ((low + high) / 2) * core.height + numeral * 0.36;
    const y = Math.min(middle, core.foot + numeral * (right ? 0.22 : -0.1));
    const gap = Math.max(numeral * 0.26, small * 0.6);
    const x = right ? core.left + core.width + gap : core.left - gap - textWidth(unit, small);
    const fill = sector === "tertiary" ? palette.textEmber : palette.ink;
    const key = `sectors:${year}:${sector}`;
    const manner = { face: "song", role: "value", opacity: shown, anchor: right ? "start" : "end" } as const;
    const after = right ? x + textWidth(digits, numeral, "song") : x;
    return [
      textMark(`${key}:value`, digits, [x, y], numeral, fill, manner),
      textMark(`${key}:unit`, unit, [after, y], small, palette.muted, { role: "unit", opacity: shown }),
    ];
  });
}

function names(at: SceneContext, one: DrillCore, two: DrillCore, joined: number): Shape[] {
  const { palette, label } = at;
  const type = typeSize(at.size, 12, 17);
  const [x1, x2] = [one.left + one.width, two.left];
  const [first, last] = [shares(at, "2015"), shares(at, "2020")];
  return SECTORS.flatMap((sector, k): Shape[] => {
    const [a, b] = [first[k] ?? [0, 0], last[k] ?? [0, 0]];
    const y = one.foot - (one.height * (a[0] + a[1] + b[0] + b[1])) / 4 + type * 0.36;
    // The thinnest slice is lower than its name, which is moved below the joint over it.
    const clear = one.foot - (one.height * (a[1] + b[1])) / 2 + type * 1.05;
    const place = [(x1 + x2) / 2, k === 0 ? Math.max(y, clear) : y] as const;
    const name = textMark(`sectors:name:${sector}`, label(sector), place, type, palette.muted, { anchor: "middle" });
    if (k === 0) return [name];
    const [y1, y2] = [one.foot - one.height * a[0], two.foot - two.height * b[0]];
    const joint = { x1: x1 + 3, y1, x2: x2 - 3, y2, stroke: palette.muted, strokeWidth: 1, dash: "2 4" };
    return [name, { kind: "line", key: `sectors:joint:${sector}`, opacity: 0.7 * joined, ...joint }];
  });
}

/**
 * Context from outside the interview on a card of its own: two drill cores of equal height, cut by the shares of three
 * sectors, above the worked seam.
 */
export const city: Scene = {
  labels: ["context", "primary", "secondary", "tertiary", "first-year", "last-year", "coal"],
  facts: YEARS.flatMap((year) => SECTORS.map((sector) => `sector-${year}-${sector}`)),
  elevation: () => 0.12,
  draw(at) {
    const { t, box, palette, size, label } = at;
    const type = typeSize(size, 12, 17);
    const tick = Math.max(11, type * 0.86);
    const top = box.y + type * 0.6;
    const card: Box = { x: box.x, y: top, width: box.width, height: size.height * 0.82 - top };
    const pad = clamp(stageMargin(size) * 0.6, 8, 26);
    const inner = Math.min(card.width - 2 * pad, card.height * 1.9);
    const left = card.x + card.width / 2 - inner / 2;
    const foot = card.y + card.height - pad - type * 2.9;
    const [width, column, height] = [inner * 0.135, inner * 0.255, foot - (card.y + type * 3.3)];
    const numeral = clamp(Math.min((column - type * 1.5) / 2.4, height * 0.2), 14, 84);
    const one: DrillCore = { left: left + column, width, foot, height };
    const two: DrillCore = { ...one, left: left + inner - column - width };
    const joined = linearStep(t, 0.8, 1);
    const scale = one.left - 5;
    const rule = { x1: scale, y1: foot - height, x2: scale, y2: foot };
    const below = [card.x + card.width / 2, card.y + card.height - pad] as const;
    const axis = { anchor: "end", role: "axis" } as const;
    return {
      grains: workedSeam(at, footLand(size), 1),
      shapes: [
        ...strata(footLand(size), size, palette, 0.7),
        ...contextCard("sectors:plate", card, label("context"), type, palette),
        ...[one, two].flatMap((core, k): Shape[] => {
          const year = YEARS[k] ?? "2015";
          const grown = { ...core, height: height * smoothstep(linearStep(t, 0.12 + 0.28 * k, 0.5 + 0.28 * k)) };
          const shown = linearStep(t, 0.4 + 0.28 * k, 0.55 + 0.28 * k);
          const head = [core.left + width / 2, foot - height - type * 0.5] as const;
          const name = label(k === 0 ? "first-year" : "last-year");
          return [
            ...shares(at, year).flatMap((share, s) =>
              coreSlice(
                `sectors:${year}:${s}`,
                grown,
                share,
                rock(SECTORS[s] ?? "primary", palette),
                palette.background,
              ),
            ),
            ...values(at, year, core, k === 1, numeral, shown),
            textMark(`sectors:${year}`, name, head, type * 1.15, palette.ink, { face: "song", anchor: "middle" }),
          ];
        }),
        ...names(at, one, two, joined),
        { kind: "line", key: "sectors:axis", opacity: 0.8, ...rule, stroke: palette.line, strokeWidth: 1 },
        textMark("sectors:full", "100%", [scale - 4, foot - height + type * 0.36], tick, palette.muted, axis),
        textMark("sectors:zero", "0", [scale - 4, foot + type], tick, palette.muted, axis),
        textMark("sectors:coal", label("coal"), below, type, palette.ink, {
          anchor: "middle",
          role: "note",
          opacity: joined,
        }),
      ],
    };
  },
};
