import { memoizeLatest } from "../lib/memoize.ts";
import type { Box } from "../model/picture.ts";

/** The path of a `d` string. */
export interface Outline {
  readonly path: object;
  /** Returns a box that holds the path, and may be larger. */
  readonly box: () => Box;
}

export type Outlines = (d: string) => Outline;

/** Number of paths that are kept; a picture has up to 90. */
const MOST = 600;

/** Keeps the last paths that `makePath` made; in a browser that is `new Path2D(d)`. */
export function createOutlines(makePath: (d: string) => object): Outlines {
  return memoizeLatest((d) => {
    const path = makePath(d);
    let box: Box | undefined;
    return { path, box: () => (box ??= pathBox(d)) };
  }, MOST);
}

/** Numbers of each command. Paths are absolute but for the two sides of a rectangle. */
const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, A: 7, h: 1, v: 1 };

/** Returns the reach of an arc from its end, px: its diameters, which grow until the arc spans `dx` and `dy`. */
function arcReach(rx: number, ry: number, dx: number, dy: number): number {
  const grown = Math.max(1, Math.hypot(dx / (2 * rx), dy / (2 * ry)));
  return 2 * grown * Math.max(rx, ry);
}

/** Returns a box around a path's points, its control points and everything that its arcs can reach. */
export function pathBox(d: string): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  const take = (px: number, py: number, reach: number): void => {
    [left, right] = [Math.min(left, px - reach), Math.max(right, px + reach)];
    [top, bottom] = [Math.min(top, py - reach), Math.max(bottom, py + reach)];
  };
  for (const [, command = "", list = ""] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (list.match(/-?[\d.]+/g) ?? []).map(Number);
    const count = NUMBERS[command] ?? Infinity;
    for (let from = 0; from + count <= numbers.length; from += count) {
      const own = numbers.slice(from, from + count);
      const [fromX, fromY] = [x, y];
      if (command === "h") x += own[0] ?? 0;
      else if (command === "v") y += own[0] ?? 0;
      else [x, y] = [own[count - 2] ?? 0, own[count - 1] ?? 0];
      take(x, y, command === "A" ? arcReach(own[0] ?? 0, own[1] ?? 0, x - fromX, y - fromY) : 0);
      // The control points of a curve come before its end.
      if (command === "Q" || command === "C")
        for (let at = 0; at < count - 2; at += 2) take(own[at] ?? 0, own[at + 1] ?? 0, 0);
    }
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}
