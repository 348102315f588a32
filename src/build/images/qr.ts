import { encode } from "uqr";
import type { Rgb } from "../../core/lib/color.ts";
import { qrFile } from "../../core/model/files.ts";
import type { Box, Shape } from "../../core/model/picture.ts";
import type { Story } from "../../core/model/story.ts";
import { pathMark, rectMark } from "../../core/picture/marks.ts";
import { polygon } from "../../core/picture/path.ts";
import { type ShareTarget, shareTargets, shareTargetTitle } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";

/** Quiet zone around the code, in modules, as the QR standard requires. */
const QUIET = 4;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/**
 * Draws a QR code (error correction M, with quiet zone) as large as fits a square of `side` px with its lower right
 * corner at `corner`. Modules are multiples of half a pixel, so that edges stay sharp when scaled up. Throws a
 * RangeError when the link is too long.
 */
export function drawQr(
  link: string,
  side: number,
  [right, bottom]: readonly [right: number, bottom: number],
): QrDrawing {
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
    return polygon([
      { x: x0, y: y0 },
      { x: x1, y: y0 },
      { x: x1, y: y1 },
      { x: x0, y: y1 },
    ]);
  });
  return {
    box,
    shapes: [
      rectMark({ ...box, key: "qr:quiet", fill: WHITE }),
      pathMark({ key: "qr:modules", d: d.join(""), fill: BLACK }),
    ],
  };
}

export interface QrDrawing {
  readonly shapes: readonly Shape[];
  readonly box: Box;
}

function blackRuns(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  return row.flatMap((black, from) => {
    if (!black || row[from - 1] === true) return [];
    const end = row.indexOf(false, from);
    return [[from, end === -1 ? row.length : end] as const];
  });
}

const SIDE = 150;

export function qrImages(story: Story, linkTo: (place: ShareTarget) => string | null): readonly ImageSpec[] {
  return shareTargets(story).flatMap((place): readonly ImageSpec[] => {
    const link = linkTo(place);
    if (link === null) return [];
    const { box, shapes } = drawQr(link, SIDE, [SIDE, SIDE]);
    return [
      {
        file: qrFile(place),
        formats: ["png"],
        title: shareTargetTitle(place, story),
        description: link,
        size: { width: box.width, height: box.height },
        view: box,
        pixels: 2 * box.width,
        ground: [255, 255, 255],
        drawing: { grains: [], shapes },
      },
    ];
  });
}
