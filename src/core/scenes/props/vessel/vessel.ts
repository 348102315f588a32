import { line } from "d3-shape";
import { mixRgb, type Rgb } from "../../../lib/color.ts";
import { memoizeByObjects } from "../../../lib/memoize.ts";
import type { Palette, PathMark } from "../../../model/picture.ts";
import { withOpacity } from "../../../picture/old-marks.ts";
import { flange, fretwork, rules } from "./fret.ts";
import { LEG_OFFSET } from "./geometry.ts";
import { innerLines, shade, shinShade } from "./hatching.ts";
import { contour, earArea, leg, partArea, type VesselPoint } from "./outline.ts";
import type { VesselStage } from "./stage.ts";

export interface VesselPresence {
  readonly cast: number;
  readonly third: number;
  readonly fret: number;
}

interface Cut {
  readonly path: PathMark;
  readonly part: number;
  readonly band?: boolean;
}

function trace({ cx, ground, unit }: VesselStage, lines: readonly (readonly VesselPoint[])[], closed = false): string {
  const straight = line<VesselPoint>(
    ([x]) => cx + x * unit,
    ([, y]) => ground - y * unit,
  ).digits(1);
  return lines.map((points) => `${straight(points) ?? ""}${closed ? "Z" : ""}`).join("");
}

/** Paths of the whole vessel in drawing order. They do not depend on its presence, so they are cached. */
const cuts = memoizeByObjects((at: VesselStage, colours: Palette): readonly Cut[] => {
  const bold = Math.max(1.3, at.unit * 0.013);
  const parts: readonly (readonly [part: number, colour: Rgb, deep: Rgb])[] = [
    [-1, colours.industry, colours.textIndustry],
    [1, colours.services, colours.textServices],
    [0, colours.rural, colours.textRural],
  ];
  return parts.flatMap(([part, colour, deep]): readonly Cut[] => {
    const goal = part === 0;
    const dash = goal ? { dash: `${(bold * 2.6).toFixed(1)} ${(bold * 2).toFixed(1)}` } : {};
    const ink = goal ? deep : colours.ink;
    const tone = mixRgb(colours.background, colour, 0.13);
    const cut = (name: string, d: string, stroke: Rgb | null, width: number, more: Partial<PathMark> = {}): Cut => ({
      part,
      path: {
        kind: "path",
        layer: "back",
        key: `ding:${name}`,
        opacity: 1,
        d,
        tenths: true,
        fill: null,
        stroke,
        strokeWidth: width * bold,
        ...more,
      },
    });
    const banded = (...of: Parameters<typeof cut>): Cut => ({ ...cut(...of), band: true });
    const shin = trace(at, [leg(part * LEG_OFFSET)], true);
    const drawn = [
      cut(`contour:${part}`, trace(at, contour(part)), ink, goal ? 0.85 : 1, dash),
      banded(`rules:${part}`, trace(at, rules(part)), ink, 0.6, dash),
      banded(`fret:${part}`, trace(at, fretwork(part)), deep, goal ? 0.4 : 0.6),
    ];
    if (goal) return [...drawn, cut("leg:0", shin, deep, 0.85, dash)];
    const graver = { opacity: 0.55 };
    return [
      cut(`body:${part}`, trace(at, [partArea(part), earArea(part)], true), null, 0, { fill: tone }),
      cut(`shade:${part}`, trace(at, shade(part)), deep, 0.42, graver),
      ...drawn,
      banded(`flange:${part}`, trace(at, flange(part)), ink, 0.6, { fill: tone }),
      cut(`inner:${part}`, trace(at, innerLines(part)), deep, 0.4, { opacity: 0.8 }),
      cut(`leg:${part}`, shin, ink, 1, { fill: tone }),
      cut(`leg:${part}:shade`, trace(at, shinShade(part)), deep, 0.42, graver),
    ];
  });
});

/** Draws a bronze 鼎 as a woodcut behind the grains: two parts solid, the third a dashed outline. */
export function drawVessel(
  at: VesselStage,
  colours: Palette,
  { cast, third, fret }: VesselPresence,
): readonly PathMark[] {
  return cuts(at, colours).map(({ path, part, band }) =>
    withOpacity(path, (part === 0 ? third : cast) * (band === true ? fret : 1)),
  );
}
