import { STILL_SIZE } from "../../core/model/files.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { sourceLine } from "../../core/model/source-line.ts";
import type { Step, Story } from "../../core/model/story.ts";
import { breakLines, squeezeShifts } from "../../core/picture/text.ts";

/** Sizes at the default text size, CSS px. Keep them in step with `figure-page.css`. */
const PAD = 18;
const WIDEST = 520;
const TITLE = { size: 22, leading: 30 } as const;
const NOTE = { size: 14, leading: 22 } as const;
const LINKS = 44;
const SPACES = 14 + 8 + 2 * 4 + 4;

/** Frame widths for which heights are precomputed, px: phones and article columns. */
const WIDTHS = [320, 390, 480, 600] as const;

export interface FigureCaption {
  readonly title: string;
  readonly notes: readonly string[];
}

/** Length by which the title's own face squeezes its marks, px. */
function squeezed(title: string): number {
  return -TITLE.size * squeezeShifts(title).reduce((sum, shift) => sum + shift, 0);
}

/** Estimates the page's height in a frame of `width`, px. Notes, in a reader's own face, keep half a character free. */
function heightAt({ title, notes }: FigureCaption, width: number): number {
  const picture = Math.min(width, WIDEST);
  const room = picture - 2 * PAD;
  const rows = (text: string, { size, leading }: typeof TITLE | typeof NOTE, measure: number): number =>
    leading * breakLines(text, size, measure).length;
  const written =
    rows(title, TITLE, room + squeezed(title)) +
    notes.reduce((sum, note) => sum + rows(note, NOTE, room - NOTE.size / 2), 0);
  return Math.ceil((picture * STILL_SIZE.height) / STILL_SIZE.width + written + LINKS + SPACES);
}

export function figureHeights(text: FigureCaption): readonly (readonly [width: number, height: number])[] {
  return WIDTHS.map((width) => [width, heightAt(text, width)]);
}

export function figureCaption(story: Illustrated<Story>, step: Step): readonly [kind: string, source: string] {
  const { name, meaning } = story.config.kinds[step.kind];
  return [`${name}　${meaning}`, sourceLine(story, step)];
}
