import { clamp } from "../../lib/math.ts";
import type { Box, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";
import { type HexDisc, hexDisc, sortInBands } from "../../picture/layouts/hex-disc.ts";
import { textMark, typeSize } from "../../picture/old-marks.ts";
import { drawNumeral, numeralSize, numeralWidth, splitNumber } from "../../picture/numeral.ts";
import { breakLines } from "../../picture/text.ts";

interface Aside {
  readonly places: readonly Point[];
  readonly r: number;
  readonly note: number;
  readonly above: Box;
}

/** Layout of the big number and the disc: stacked, or side by side in a low box. All px. */
interface Plan {
  readonly n: number;
  readonly type: number;
  readonly aside: Aside;
  readonly side: boolean;
  readonly words: Box;
  readonly field: Box;
}

function aside(n: number, box: Box, type: number): Aside {
  const rows = Math.max(1, Math.ceil((n * 5.4) / box.width));
  const columns = Math.max(1, Math.ceil(n / rows));
  const gap = box.width / columns;
  const pitch = Math.min(gap, type * 0.85);
  const top = box.y + box.height - rows * pitch;
  const note = top - type * 0.55;
  return {
    places: Array.from({ length: n }, (_, k) => ({
      x: box.x + (Math.floor(k / rows) + 0.5) * gap,
      y: top + ((k % rows) + 0.5) * pitch,
    })),
    r: Math.min(pitch, gap) * 0.36,
    note,
    above: { ...box, height: note - type * 1.3 - box.y },
  };
}

/** Lays out both pictures that count firms, so that number and grains keep their places between them. */
export function firmsLayout({ size, box, fact }: SceneContext): Plan {
  const n = clamp(fact("firms").value ?? 0, 0, GRAIN_COUNT);
  const type = typeSize(size, 12, 18);
  const away = aside(GRAIN_COUNT - n, box, type);
  const { above } = away;
  const side = above.width > above.height * 1.2;
  if (side) {
    const share = clamp(above.height / above.width, 0.42, 0.6);
    const left = above.width * (1 - share) - type;
    return {
      n,
      type,
      aside: away,
      side,
      words: { ...above, width: left },
      field: { ...above, x: above.x + left + type, width: above.width * share },
    };
  }
  const height = Math.min(above.height * 0.24, above.width * 0.27);
  const field = { ...above, y: above.y + height + type, height: above.height - height - type };
  return { n, type, aside: away, side, words: { ...above, height }, field };
}

/** Share of the firms' grains in the upper of two bands: about as many as come from the row above. */
const UPPER = 0.46;

export function sortFirmPlaces<P extends Point>(places: readonly P[]): readonly P[] {
  return sortInBands(places, Math.round(places.length * UPPER));
}

/**
 * Fits the largest disc into a box, and packs the other grains about it: those on the left from the top, those on the
 * right from the foot.
 */
export function fitDisc(n: number, { x, y, width, height }: Box): HexDisc {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const packed = hexDisc(n, middle, Math.min(width, height) / 2, GRAIN_COUNT - n);
  const left = packed.about.filter((place) => place.x < middle.x).sort((a, b) => a.y - b.y || a.x - b.x);
  const right = packed.about.filter((place) => place.x >= middle.x).sort((a, b) => b.y - a.y || a.x - b.x);
  return { ...packed, places: sortFirmPlaces(packed.places), about: [...left, ...right] };
}

interface Loud {
  readonly key: string;
  readonly text: string;
  readonly shown?: string;
  readonly opacity?: number;
  readonly under: readonly string[];
}

/** Shares of a narrow column's width for the number; the largest that leaves room for the note beside it is taken. */
const WIDTHS = [0.575, 0.52, 0.46, 0.4] as const;
/** The same for a wide box, as shares of the number's height. */
const HEIGHTS = [1, 0.9, 0.8, 0.7, 0.6] as const;

export function drawBigNumber(
  { words, type, side }: Plan,
  palette: Palette,
  { key, text, shown, opacity = 1, under }: Loud,
): readonly Shape[] {
  const [before, digits, unit] = splitNumber(text);
  const figure = before + digits;
  const largest = side ? words.height * 0.55 : words.height / 0.88;

  function lay(share: number) {
    const size = numeralSize(figure, words.width * (side ? 1 : share), largest * (side ? share : 1), 26);
    const left = side ? words.x : words.x + numeralWidth(figure, size) + type * 0.9;
    const unitSize = Math.max(type * 1.5, size * 0.3);
    const lines = under.flatMap((line) => breakLines(line, type, words.x + words.width - left));
    const stacked = unitSize + (lines.length - 0.7) * type * 1.5 + type * 0.9;
    const tall = unitSize * 1.3 + lines.length * type * 1.5;
    return { size, left, unitSize, lines, stacked, tall, fits: (side ? size * 0.95 + tall : stacked) <= words.height };
  }

  const [largestShare, ...smaller] = side ? HEIGHTS : WIDTHS;
  const laid = smaller.reduce((found, share) => (found.fits ? found : lay(share)), lay(largestShare));
  const { size, left, unitSize, lines, stacked, tall } = laid;
  const base = side
    ? words.y + Math.max(0, (words.height - tall - size * 0.8) / 2.4) + size * 0.88
    : words.y + Math.max(size * 0.88, stacked);
  // Under the number, text starts below the descent of its line; beside it, the unit shares its baseline and the note
  // stands above.
  const below = base + size * 0.15;
  const unitAt = side ? below + unitSize * 0.9 : base;
  const first = side ? below + unitSize * 1.2 + type : base - unitSize - (lines.length - 0.7) * type * 1.5;
  return [
    ...drawNumeral(key, figure, [words.x, base], size, { loud: palette.textRed, quiet: palette.ink }, opacity, shown),
    textMark(`${key}:unit`, unit, [left, unitAt], unitSize, palette.ink, { face: "song", role: "unit", opacity }),
    ...lines.map((line, k) =>
      textMark(`${key}:under:${k}`, line, [left, first + k * type * 1.5], type, palette.muted, {
        role: "note",
        opacity,
      }),
    ),
  ];
}
