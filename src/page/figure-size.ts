import { breakLines } from "../picture/text.ts";
import { STILL } from "./still.ts";

/** Measures of a figure's page, CSS pixels; `style/figure-page.css` has the same. */
const PAD = 16;
const WIDEST = 488;
const TITLE = { size: 22, leading: 30 } as const;
const NOTE = { size: 13, leading: 21 } as const;
/** The row of links, and the spaces between the parts. */
const LINKS = 44;
const SPACES = 12 + 6 + 8 + 4;

/** Widths that a figure's height is reckoned for: columns of phones and of articles. */
const WIDTHS = [320, 390, 480, 600] as const;

/** What of a figure's page takes room beside the picture. */
export interface FigureText {
  readonly title: string;
  /** Paragraphs below the picture. */
  readonly notes: readonly string[];
}

/** Height of a figure's page in a frame of `width`, px: no less than it takes. */
function heightAt({ title, notes }: FigureText, width: number): number {
  const room = Math.min(width - 2 * PAD, WIDEST);
  const rows = (text: string, { size, leading }: typeof TITLE | typeof NOTE): number =>
    leading * breakLines(text, size, room - size).length;
  const written = rows(title, TITLE) + notes.reduce((sum, note) => sum + rows(note, NOTE), 0);
  return Math.ceil((room * STILL.height) / STILL.width + written + LINKS + SPACES);
}

/** Heights of a figure's page by the width of its frame, px. */
export function figureHeights(text: FigureText): readonly (readonly [width: number, height: number])[] {
  return WIDTHS.map((width) => [width, heightAt(text, width)]);
}
