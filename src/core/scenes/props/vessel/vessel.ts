import { mixRgb } from "../../../lib/color.ts";
import { memoizeByObjects } from "../../../lib/memoize.ts";
import type { Palette, PathMark, Point } from "../../../model/picture.ts";
import { pathMark, withOpacity } from "../../../picture/marks.ts";
import { polygon, polyline } from "../../../picture/path.ts";
import { LEG_OFFSET } from "./geometry.ts";
import { bodyShade, innerLines, legShade } from "./engraving.ts";
import { onStage, type VesselStage } from "./layout.ts";
import { bandRules, flange, fretwork } from "./ornament.ts";
import { earArea, legOutline, partArea, partContour } from "./outline.ts";

export interface VesselPresence {
  readonly cast: number;
  readonly third: number;
  readonly fret: number;
}

interface Piece {
  readonly mark: PathMark;
  readonly part: "cast" | "third";
  readonly ornament: boolean;
}

type Lines = readonly (readonly Point[])[];
type Paint = Pick<Parameters<typeof pathMark>[0], "fill" | "stroke" | "strokeWidth" | "opacity" | "dash">;

function linePath(at: VesselStage, lines: Lines): string {
  return lines.map((line) => polyline(line.map((point) => onStage(at, point)))).join("");
}

function areaPath(at: VesselStage, areas: Lines): string {
  return areas.map((area) => polygon(area.map((point) => onStage(at, point)))).join("");
}

function pieceOf(part: Piece["part"], name: string, d: string, paint: Paint, ornament = false): Piece {
  return { mark: pathMark({ key: `ding:${name}`, d, layer: "back", ...paint }), part, ornament };
}

function boldLine({ unit }: VesselStage): number {
  return Math.max(1.3, unit * 0.013);
}

function castPieces(at: VesselStage, part: -1 | 1, palette: Palette): readonly Piece[] {
  const { ink, background } = palette;
  const [colour, deep] = part < 0 ? [palette.industry, palette.textIndustry] : [palette.services, palette.textServices];
  const bold = boldLine(at);
  const tone = mixRgb(background, colour, 0.13);
  const engraved = { stroke: deep, strokeWidth: 0.42 * bold, opacity: 0.55 };
  const piece = (name: string, d: string, paint: Paint): Piece => pieceOf("cast", name, d, paint);
  const onBand = (name: string, d: string, paint: Paint): Piece => pieceOf("cast", name, d, paint, true);
  return [
    piece(`body:${part}`, areaPath(at, [partArea(part), earArea(part)]), { fill: tone, strokeWidth: 0 }),
    piece(`shade:${part}`, linePath(at, bodyShade(part)), engraved),
    piece(`contour:${part}`, linePath(at, partContour(part)), { stroke: ink, strokeWidth: bold }),
    onBand(`rules:${part}`, linePath(at, bandRules(part)), { stroke: ink, strokeWidth: 0.6 * bold }),
    onBand(`fret:${part}`, linePath(at, fretwork(part)), { stroke: deep, strokeWidth: 0.6 * bold }),
    onBand(`flange:${part}`, linePath(at, flange(part)), { fill: tone, stroke: ink, strokeWidth: 0.6 * bold }),
    piece(`inner:${part}`, linePath(at, innerLines(part)), { stroke: deep, strokeWidth: 0.4 * bold, opacity: 0.8 }),
    piece(`leg:${part}`, areaPath(at, [legOutline(part * LEG_OFFSET)]), {
      fill: tone,
      stroke: ink,
      strokeWidth: bold,
    }),
    piece(`leg:${part}:shade`, linePath(at, legShade(part)), engraved),
  ];
}

function goalPieces(at: VesselStage, { textRural }: Palette): readonly Piece[] {
  const bold = boldLine(at);
  const dashed = { stroke: textRural, dash: `${(bold * 2.6).toFixed(1)} ${(bold * 2).toFixed(1)}` };
  return [
    pieceOf("third", "contour:0", linePath(at, partContour(0)), { ...dashed, strokeWidth: 0.85 * bold }),
    pieceOf("third", "rules:0", linePath(at, bandRules(0)), { ...dashed, strokeWidth: 0.6 * bold }, true),
    pieceOf("third", "fret:0", linePath(at, fretwork(0)), { stroke: textRural, strokeWidth: 0.4 * bold }, true),
    pieceOf("third", "leg:0", areaPath(at, [legOutline(0)]), { ...dashed, strokeWidth: 0.85 * bold }),
  ];
}

/** Pieces of the whole vessel in drawing order. They do not depend on its presence, so they are cached. */
const pieces = memoizeByObjects((at: VesselStage, palette: Palette): readonly Piece[] => [
  ...castPieces(at, -1, palette),
  ...castPieces(at, 1, palette),
  ...goalPieces(at, palette),
]);

/** Draws a bronze 鼎 as a woodcut behind the grains: two parts solid, the third a dashed outline. */
export function drawVessel(at: VesselStage, palette: Palette, presence: VesselPresence): readonly PathMark[] {
  return pieces(at, palette).map(({ mark, part, ornament }) =>
    withOpacity(mark, presence[part] * (ornament ? presence.fret : 1)),
  );
}
