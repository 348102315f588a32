import { seededRandom } from "../../lib/random.ts";
import type { Point } from "../../model/picture.ts";
import { GRAIN_COUNT, GROUP_SIZE, mapGrains } from "../../picture/grains.ts";

const ROWS = 8;
const COLUMNS = GRAIN_COUNT / ROWS;

/**
 * Places of the seam by grain, in units of its length and thickness. Groups are mixed; the ranks of each run from left
 * to right.
 */
const SEAM: readonly Point[] = (() => {
  const random = seededRandom("seam");
  const spots = Array.from({ length: GRAIN_COUNT }, (_, k) => ({
    x: (Math.floor(k / ROWS) + 0.5 + 0.55 * (random() - 0.5) + (k % 2 === 0 ? 0.25 : -0.25)) / COLUMNS,
    y: ((k % ROWS) + 0.5 + 0.75 * (random() - 0.5)) / ROWS,
    lot: random(),
  }));
  const drawn = [...spots].sort((a, b) => a.lot - b.lot);
  const groups = [0, 1, 2].map((g) =>
    drawn.slice(g * GROUP_SIZE, (g + 1) * GROUP_SIZE).sort((a, b) => a.x - b.x || a.y - b.y),
  );
  return groups.flat();
})();

/** Returns a place for each grain in a band `length` px long and `thickness` px high, whose upper edge is `top(x)`. */
export function seamLayout(
  left: number,
  length: number,
  thickness: number,
  top: (x: number) => number,
): readonly Point[] {
  return mapGrains((index) => {
    const spot = SEAM[index] ?? { x: 0, y: 0 };
    const x = left + spot.x * length;
    return { x, y: top(x) + spot.y * thickness };
  });
}
