import { clamp, lerp } from "../lib/math.ts";
import type { Size } from "../model/picture.ts";

/** Remarks and units, words in rows, words that name a mark, names of main things, words that a picture is about. */
export type TypeRole = "note" | "small" | "label" | "name" | "display";

const SCALE: Readonly<Record<TypeRole, readonly [phone: number, desktop: number]>> = {
  note: [12, 17],
  small: [13, 19],
  label: [14, 22],
  name: [15, 24],
  display: [17, 30],
};

/** Stage of a phone and of a desktop, px: the shorter of its width and 1.3 times its height. */
const [PHONE, DESKTOP] = [360, 880];

/** How far sizes grow on beyond a desktop's stage. */
const LARGEST = 1.5;

/** Font size of a role in px by the size of the stage; 1 px less below 340 px of width, never below 11. */
export function typeSize(size: Size, role: TypeRole): number {
  const [phone, desktop] = SCALE[role];
  const room = Math.min(size.width, size.height * 1.3);
  const share = clamp((room - PHONE) / (DESKTOP - PHONE), 0, LARGEST);
  return Math.max(11, lerp(phone, desktop, share) - (size.width < 340 ? 1 : 0));
}
