import type { Grain, Point } from "../model/picture.ts";
import type { Group } from "../model/scene-config.ts";
import { splitByGroup } from "./groups.ts";

/**
 * Decides which grain of one picture becomes which of the next: returns the grains of `a` in the order of those of `b`,
 * so that in each group they together travel least.
 */
export function matchGrains(a: readonly Grain[], b: readonly Grain[], groups: readonly Group[]): readonly Grain[] {
  const targets = splitByGroup(b, groups);
  return splitByGroup(a, groups).flatMap((members, group) => {
    const matched = [...members];
    const places = assign(members, targets[group] ?? []);
    members.forEach((grain, k) => (matched[places[k] ?? k] = grain));
    return matched;
  });
}

/**
 * Matches `n` points to `n` places so that the sum of squared distances is smallest: returns, for each point, the index
 * of its place. Equal costs are decided by index. Throws a RangeError when the lists differ in length.
 *
 * The Hungarian method with shortest augmenting paths, O(n³): R. Jonker and A. Volgenant, "A shortest augmenting path
 * algorithm for dense and sparse linear assignment problems", Computing 38 (1987).
 */
export function assign(points: readonly Point[], places: readonly Point[]): readonly number[] {
  const n = points.length;
  if (places.length !== n) throw new RangeError(`${n} points for ${places.length} places`);
  const cost = squaredDistances(points, places);
  // Rows are points and columns places, both from 1; column 0 stands for the row that is being added.
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  const before = new Int32Array(n + 1);
  const shortest = new Float64Array(n + 1);
  const reached = new Uint8Array(n + 1);
  for (const row of matchCheapest(cost, n, rowPotential, columnPotential, rowOf)) {
    rowOf[0] = row;
    shortest.fill(Number.POSITIVE_INFINITY);
    reached.fill(0);
    let column = 0;
    do {
      reached[column] = 1;
      const at = rowOf[column] ?? 0;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= n; j++) {
        if (reached[j] === 1) continue;
        const reduced = (cost[(at - 1) * n + j - 1] ?? 0) - (rowPotential[at] ?? 0) - (columnPotential[j] ?? 0);
        if (reduced < (shortest[j] ?? 0)) {
          shortest[j] = reduced;
          before[j] = column;
        }
        if ((shortest[j] ?? 0) < least) {
          least = shortest[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (reached[j] === 1) {
          const held = rowOf[j] ?? 0;
          rowPotential[held] = (rowPotential[held] ?? 0) + least;
          columnPotential[j] = (columnPotential[j] ?? 0) - least;
        } else shortest[j] = (shortest[j] ?? 0) - least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const last = before[column] ?? 0;
      rowOf[column] = rowOf[last] ?? 0;
      column = last;
    }
  }
  const found = points.map(() => 0);
  for (let j = 1; j <= n; j++) found[(rowOf[j] ?? 0) - 1] = j - 1;
  return found;
}

/**
 * Sets potentials under which no reduced cost is negative, matches rows to columns of reduced cost 0, and returns the
 * rows that are left. Saves two thirds of the augmenting paths.
 */
function matchCheapest(
  cost: Float64Array,
  n: number,
  rowPotential: Float64Array,
  columnPotential: Float64Array,
  rowOf: Int32Array,
): readonly number[] {
  for (let j = 1; j <= n; j++) {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 1; i <= n; i++) least = Math.min(least, cost[(i - 1) * n + j - 1] ?? 0);
    columnPotential[j] = least;
  }
  const left: number[] = [];
  for (let i = 1; i <= n; i++) {
    let least = Number.POSITIVE_INFINITY;
    let free = 0;
    for (let j = 1; j <= n; j++) {
      const reduced = (cost[(i - 1) * n + j - 1] ?? 0) - (columnPotential[j] ?? 0);
      if (reduced < least || (reduced === least && free === 0 && rowOf[j] === 0)) {
        least = reduced;
        free = rowOf[j] === 0 ? j : 0;
      }
    }
    rowPotential[i] = least;
    if (free === 0) left.push(i);
    else rowOf[free] = i;
  }
  return left;
}

/**
 * Coordinates in whole tenths of a px: sums of integers are exact, so engines whose sines differ by one ULP still match
 * symmetric places alike. The offset keeps halves of tenths, which layouts have often, away from the rounding's edge.
 */
function inTenths(value: number): number {
  return Math.round(value * 10 + 0.137);
}

function squaredDistances(points: readonly Point[], places: readonly Point[]): Float64Array {
  const cost = new Float64Array(points.length * places.length);
  const ends = places.map(({ x, y }) => ({ x: inTenths(x), y: inTenths(y) }));
  let cell = 0;
  for (const { x, y } of points) {
    const [fromX, fromY] = [inTenths(x), inTenths(y)];
    for (const to of ends) cost[cell++] = (fromX - to.x) ** 2 + (fromY - to.y) ** 2;
  }
  return cost;
}
