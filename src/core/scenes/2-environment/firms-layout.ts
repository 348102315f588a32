import { range } from "d3-array";
import { clamp } from "../../lib/math.ts";
import type { Box, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";
import { textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralSize, numeralWidth, splitNumber } from "../../picture/numeral.ts";
import { breakLines } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

/** Least distance of two grains that stand for no firm, on the floor, px. */
const OTHERS_PITCH = 5.4;
const LEADING = 1.5;

/** Rooms for the number of firms, a grain each, for their loans and for the grains that are no firm. */
interface FirmsStage {
  readonly n: number;
  readonly type: number;
  readonly display: number;
  readonly sideBySide: boolean;
  readonly words: Box;
  readonly field: Box;
  readonly loans: Box;
  readonly others: { readonly places: readonly Point[]; readonly r: number };
}

function layOthers(n: number, box: Box, type: number) {
  const rows = Math.max(1, Math.ceil((n * OTHERS_PITCH) / box.width));
  const columns = Math.max(1, Math.ceil(n / rows));
  const gap = box.width / columns;
  const pitch = Math.min(gap, type * 0.85);
  const top = box.y + box.height - rows * pitch;
  const places = range(n).map((k): Point => ({
    x: box.x + (Math.floor(k / rows) + 0.5) * gap,
    y: top + ((k % rows) + 0.5) * pitch,
  }));
  return { places, r: pitch * 0.4, top };
}

/** Lays out the stage; `loansEm` gives the height that the loans take, in notes' type. */
export function layFirmsStage(
  { size, box, fact }: LayoutContext,
  loansEm: (sideBySide: boolean) => number,
): FirmsStage {
  const n = clamp(fact("firms").value ?? 0, 0, GRAIN_COUNT);
  const [type, display] = [typeSize(size, "note"), typeSize(size, "display")];
  const others = layOthers(GRAIN_COUNT - n, box, type);
  const above = { ...box, height: others.top - type * 0.7 - box.y };
  const sideBySide = above.width > above.height * 1.15;
  const rooms = (sideBySide ? splitAcross : splitDown)(above, type, loansEm(sideBySide) * type);
  return { n, type, display, sideBySide, ...rooms, others };
}

type Rooms = Pick<FirmsStage, "words" | "field" | "loans">;

function splitAcross(box: Box, type: number, loans: number): Rooms {
  const width = Math.min(box.width * 0.5, box.height);
  const left = { ...box, width: box.width - width - type * 2 };
  const below = Math.max(loans, box.height * 0.4);
  return {
    words: { ...left, height: box.height - below - type },
    field: { ...box, x: box.x + box.width - width, width },
    loans: { ...left, y: box.y + box.height - below, height: below },
  };
}

function splitDown(box: Box, type: number, loans: number): Rooms {
  const words = Math.min(box.height * 0.2, box.width * 0.22);
  const below = Math.max(loans, box.height * 0.2);
  const field = box.height - words - below - type * 1.8;
  return {
    words: { ...box, height: words },
    field: { ...box, y: box.y + words + type * 0.7, height: field },
    loans: { ...box, y: box.y + box.height - below, height: below },
  };
}

/**
 * Shares of the number's room: of its width in a narrow column, of its height in a wide box. The largest that leaves
 * room for the notes is taken.
 */
const WIDTHS = [0.575, 0.52, 0.46, 0.4] as const;
const HEIGHTS = [1, 0.9, 0.8, 0.7, 0.6] as const;

type BigNumber = ReturnType<typeof layBigNumber>;

export function layBigNumber({ words, type, display, sideBySide }: FirmsStage, text: string, notes: readonly string[]) {
  const [before, digits, unit] = splitNumber(text);
  const figure = before + digits;
  const leading = type * LEADING;

  function lay(share: number) {
    const size = sideBySide
      ? numeralSize(figure, words.width, words.height * 0.62 * share, 26)
      : numeralSize(figure, words.width * share, words.height / 0.88, 26);
    const left = sideBySide ? words.x : words.x + numeralWidth(figure, size) + type * 0.9;
    const unitSize = Math.max(display, size * 0.3);
    const lines = notes.flatMap((note) => breakLines(note, type, words.x + words.width - left));
    const height = sideBySide
      ? unitSize * 1.3 + lines.length * leading
      : unitSize + (lines.length - 0.7) * leading + type * 0.9;
    return { size, left, unitSize, lines, height, fits: height + (sideBySide ? size * 0.95 : 0) <= words.height };
  }

  const [largest, ...smaller] = sideBySide ? HEIGHTS : WIDTHS;
  const laid = smaller.reduce((found, share) => (found.fits ? found : lay(share)), lay(largest));
  const { size, left, unitSize, lines, height } = laid;
  const base = sideBySide ? words.y + size * 0.86 : words.y + Math.max(size * 0.88, height);
  // Below the number, text starts under the descent of its line; beside it, the last note shares its baseline and the
  // unit stands above.
  const below = base + size * 0.15;
  const firstY = sideBySide ? below + unitSize * 1.2 + type : base - (lines.length - 1) * leading;
  const unitY = sideBySide ? below + unitSize * 0.9 : firstY - type - unitSize * 0.2;
  return {
    figure: { text: figure, x: words.x, y: base, size },
    unit: { text: unit, x: left, y: unitY, size: unitSize },
    notes: lines.map((line, k) => ({ text: line, x: left, y: firstY + k * leading, size: type })),
  };
}

/** Draws a big number; `shown` replaces the figure while it counts up. */
export function drawBigNumber(
  key: string,
  { figure, unit, notes }: BigNumber,
  opacity: number,
  { textRed, ink, muted }: Palette,
  shown?: string,
): readonly Shape[] {
  const { text, x, y, size } = figure;
  return [
    ...drawNumeral(key, text, [x, y], size, { loud: textRed, quiet: ink }, opacity, shown),
    textMark({ key: `${key}:unit`, ...unit, fill: ink, face: "song", role: "unit", opacity }),
    ...notes.map((note, k) => textMark({ key: `${key}:under:${k}`, ...note, fill: muted, role: "note", opacity })),
  ];
}
