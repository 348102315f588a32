import { range } from "d3-array";
import { seededRandom } from "../../lib/random.ts";
import type { Point } from "../../model/picture.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";
import { GROUP_SIZE } from "../groups.ts";

const ROWS = 8;
const COLUMNS = GRAIN_COUNT / ROWS;

/**
 * Places of the seam by grain, in units of its length and thickness. Groups are mixed by lot; the ranks of each run
 * from left to right, because grains leave the seam by rank.
 */
const PLACES: readonly Point[] = (() => {
  const random = seededRandom("seam");
  const mixed = range(GRAIN_COUNT)
    .map((k) => ({
      x: (Math.floor(k / ROWS) + 0.5 + 0.55 * (random() - 0.5) + (k % 2 === 0 ? 0.25 : -0.25)) / COLUMNS,
      y: ((k % ROWS) + 0.5 + 0.75 * (random() - 0.5)) / ROWS,
      lot: random(),
    }))
    .sort((a, b) => a.lot - b.lot);
  return range(0, GRAIN_COUNT, GROUP_SIZE).flatMap((first) =>
    mixed.slice(first, first + GROUP_SIZE).sort((a, b) => a.x - b.x),
  );
})();

export function seamLayout(
  left: number,
  length: number,
  thickness: number,
  top: (x: number) => number,
): readonly Point[] {
  return PLACES.map((place) => {
    const x = left + place.x * length;
    return { x, y: top(x) + place.y * thickness };
  });
}
