import { max, range } from "d3-array";
import { memoizeByKey } from "../../lib/memoize.ts";
import type { Point } from "../../model/picture.ts";

interface Spot extends Point {
  readonly shell: number;
}

const ROW = Math.sqrt(3) / 2;
const SIXTH = Math.PI / 3;

/** Returns a hexagonal lattice with unit pitch, from the centre outwards; at least `n` places. */
function hexLattice(n: number): readonly Spot[] {
  const reach = Math.ceil(Math.sqrt(n) * 0.65) + 2;
  const steps = range(-reach, reach + 1);
  // Sort places at equal distance by angle modulo 60°: a partly filled ring then keeps its six-fold symmetry.
  return steps
    .flatMap((row) =>
      steps.map((column) => {
        const [x, y] = [column + row / 2, row * ROW];
        const distance = Math.hypot(x, y);
        const angle = Math.atan2(y, x);
        const inSixth = Math.round(1000 * ((angle + 3 * SIXTH + 0.001) % SIXTH));
        return { x, y, distance, thousandths: Math.round(1000 * distance), angle, inSixth };
      }),
    )
    .sort((a, b) => a.thousandths - b.thousandths || a.inSixth - b.inSixth || a.angle - b.angle)
    .map(({ x, y, distance }) => ({ x, y, shell: Math.floor(distance + 0.01) }));
}

const latticeOf = memoizeByKey(hexLattice, 8);

interface HexDisc {
  readonly places: readonly Spot[];
  /** Places on the same lattice left and right of the disc, within its height, nearest the middle column first. */
  readonly about: readonly Point[];
  readonly r: number;
  readonly shells: number;
}

/**
 * Packs `n` equal discs into a circle of `radius` px, and `others` beside it. `air` is the gap between neighbours as a
 * share of the pitch.
 */
export function hexDisc(n: number, { x, y }: Point, radius: number, others = 0, air = 0.14): HexDisc {
  const all = latticeOf(n + others);
  const spots = all.slice(0, n);
  const reach = max(spots, (spot) => Math.hypot(spot.x, spot.y)) ?? 0;
  const pitch = radius / (reach + 0.5);
  const placed = ({ x: column, y: row, shell }: Spot): Spot => ({ x: x + column * pitch, y: y + row * pitch, shell });
  return {
    places: spots.map(placed),
    about: all
      .slice(n)
      .filter((spot) => Math.abs(spot.y) <= reach)
      .sort((a, b) => Math.abs(a.x) - Math.abs(b.x) || a.x - b.x || a.y - b.y)
      .slice(0, others)
      .map(placed),
    r: (pitch * (1 - air)) / 2,
    shells: (max(spots, ({ shell }) => shell) ?? 0) + 1,
  };
}

/**
 * Piles `n` equal discs in rows on a floor of `width` px centred at `foot`; the last, incomplete row is centred on top.
 */
export function triangularPile(
  n: number,
  foot: Point,
  width: number,
): { readonly places: readonly Point[]; readonly r: number } {
  const base = Math.ceil((Math.sqrt(8 * n + 1) - 1) / 2);
  const pitch = width / base;
  const places = range(base).flatMap((row) => {
    const below = row * base - (row * (row - 1)) / 2;
    const count = Math.min(base - row, Math.max(0, n - below));
    const y = foot.y - (0.5 + row * ROW) * pitch;
    return range(count).map((k): Point => ({ x: foot.x + (k - (count - 1) / 2) * pitch, y }));
  });
  return { places, r: pitch * 0.46 };
}
