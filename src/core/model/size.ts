import type { Size } from "./picture.ts";

/** Width kept free for the progress nav at the stage's right edge, px. */
export const NAV_WIDTH = 30;

/** Margin of labels at the right edge, px, unless the page asks for more. */
export const NAV_MARGIN = NAV_WIDTH + 6;

export function isSameSize(one: Size, other: Size): boolean {
  const same = one.width === other.width && one.height === other.height;
  return same && one.untitled === other.untitled && one.navMargin === other.navMargin;
}
