import { clamp, lerp } from "../lib/math.ts";
import type { Size } from "../model/picture.ts";

/** Roles of type on a picture, from the smallest to the largest. */
export type TypeRole = "note" | "small" | "label" | "name" | "display";

/** Font sizes in px on a phone and on a desktop. */
const SCALE: Readonly<Record<TypeRole, readonly [phone: number, desktop: number]>> = {
  /** Sources, units, remarks on reading the picture. */
  note: [12, 17],
  /** Words beside small marks and in rows. */
  small: [13, 19],
  /** Words that name a mark. */
  label: [14, 22],
  /** Names of a picture's main things. */
  name: [15, 24],
  /** The few words that a picture is about. */
  display: [17, 30],
};

/** Stage of a phone and of a desktop, px: the shorter of its width and 1.3 times its height. */
const [PHONE, DESKTOP] = [360, 880];

/** Font size of a role in px by the size of the stage; 1 px less below 340 px of width, never below 11. */
export function typeSize(size: Size, role: TypeRole): number {
  const [phone, desktop] = SCALE[role];
  const room = Math.min(size.width, size.height * 1.3);
  const share = clamp((room - PHONE) / (DESKTOP - PHONE));
  return Math.max(11, lerp(phone, desktop, share) - (size.width < 340 ? 1 : 0));
}
