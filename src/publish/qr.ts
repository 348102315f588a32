import { encode } from "uqr";
import type { Box, Rgb, Shape } from "../picture/model.ts";

/** White modules around the code, which readers of codes need to tell it from what it stands on. */
const QUIET = 4;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/**
 * The QR code of `link` (error correction M, quiet zone of four modules) as large as fits the square of `side` px, its lower right
 * corner at `corner`. Modules are whole halves of a pixel, so that their edges stay sharp where it is enlarged. Throws when the link
 * is too long for a code of that size.
 */
export function qr(link: string, side: number, [right, bottom]: readonly [right: number, bottom: number]): Code {
  const { data, size } = encode(link, { ecc: "M", border: 0 });
  const module = Math.floor((2 * side) / (size + 2 * QUIET)) / 2;
  if (module < 1) throw new RangeError(`the link is too long for a code of ${side} px: ${link}`);
  const width = module * (size + 2 * QUIET);
  const box = { x: right - width, y: bottom - width, width, height: width };
  const at = (index: number): number => module * (index + QUIET);
  const runs = data.flatMap((row, y) => blackRuns(row).map(([from, to]) => ({ y, from, to })));
  const d = runs.map(({ y, from, to }) => {
    const [x0, x1] = [box.x + at(from), box.x + at(to)];
    const [y0, y1] = [box.y + at(y), box.y + at(y + 1)];
    return `M${x0} ${y0}L${x1} ${y0}L${x1} ${y1}L${x0} ${y1}Z`;
  });
  return {
    box,
    shapes: [
      { kind: "rect", key: "qr:quiet", opacity: 1, ...box, fill: WHITE, stroke: null, strokeWidth: 0 },
      { kind: "path", key: "qr:modules", opacity: 1, d: d.join(""), fill: BLACK, stroke: null, width: 0 },
    ],
  };
}

/** A code drawn, and the square it takes. */
export interface Code {
  readonly shapes: readonly Shape[];
  readonly box: Box;
}

/** The stretches of black modules in a row: from, and to, which is no longer part of it. */
function blackRuns(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  return row.flatMap((black, from) => {
    if (!black || row[from - 1] === true) return [];
    const end = row.indexOf(false, from);
    return [[from, end === -1 ? row.length : end] as const];
  });
}
