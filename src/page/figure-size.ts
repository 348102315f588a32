import { breakLines } from "../picture/text.ts";
import { STILL } from "./still.ts";

/** Measures of a figure's page at the usual size of text, CSS pixels; `style/figure-page.css` has the same. */
const PAD = 18;
const WIDEST = 520;
const TITLE = { size: 22, leading: 30 } as const;
const NOTE = { size: 14, leading: 22 } as const;
/** The row of links, and the spaces between the parts. */
const LINKS = 44;
const SPACES = 14 + 8 + 2 * 4 + 4;

/** Widths that a figure's height is reckoned for: columns of phones and of articles. */
const WIDTHS = [320, 390, 480, 600] as const;

/** What of a figure's page takes room beside the picture. */
export interface FigureText {
  readonly title: string;
  /** Paragraphs below the picture. */
  readonly notes: readonly string[];
}

/** Height of a figure's page in a frame of `width`, px. Browsers break lines by their own fonts: half a character is kept for that. */
function heightAt({ title, notes }: FigureText, width: number): number {
  const picture = Math.min(width, WIDEST);
  const room = picture - 2 * PAD;
  const rows = (text: string, { size, leading }: typeof TITLE | typeof NOTE): number =>
    leading * breakLines(text, size, room - size / 2).length;
  const written = rows(title, TITLE) + notes.reduce((sum, note) => sum + rows(note, NOTE), 0);
  return Math.ceil((picture * STILL.height) / STILL.width + written + LINKS + SPACES);
}

/** Heights of a figure's page by the width of its frame, px. */
export function figureHeights(text: FigureText): readonly (readonly [width: number, height: number])[] {
  return WIDTHS.map((width) => [width, heightAt(text, width)]);
}
