import type { Size } from "./picture.ts";

/** Width kept free for the progress nav at the stage's right edge, px. */
export const NAV_WIDTH = 30;

/** Margin of labels at the right edge, px, unless the page asks for more. */
export const NAV_MARGIN = NAV_WIDTH + 6;

/** Least room of a picture beside that margin, px: the labels of most have no room in less. */
const LEAST = { width: 264, height: 300 } as const;

/** Returns the size to lay a picture out for; a stage that is smaller than every phone's shows it reduced. */
export function roomySize(stage: Size & { readonly navMargin: number }): Size {
  const { width, height, navMargin } = stage;
  const zoom = Math.max(1, LEAST.width / Math.max(1, width - navMargin), LEAST.height / Math.max(1, height));
  if (zoom === 1 || width * height === 0) return stage;
  return { ...stage, width: Math.round(width * zoom), height: Math.round(height * zoom), navMargin: navMargin * zoom };
}

/** A film's picture: a phone's screen, 1080 × 1920 device pixels; sizes in CSS pixels. */
export const FILM_SCREEN = { width: 360, height: 640, ratio: 3 } as const;

export function isSameSize(one: Size, other: Size): boolean {
  const same = one.width === other.width && one.height === other.height;
  return same && one.untitled === other.untitled && one.navMargin === other.navMargin;
}
