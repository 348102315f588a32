import type { Point } from "../../model/picture.ts";

interface Spot extends Point {
  readonly shell: number;
}

/** Hexagonal lattice with unit pitch, from the centre outwards; at least `n` places. */
function lattice(n: number): readonly Spot[] {
  const reach = Math.ceil(Math.sqrt(n) * 0.65) + 2;
  const spots: (Point & { readonly far: number; readonly turn: number })[] = [];
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      const [x, y] = [column + row / 2, (row * Math.sqrt(3)) / 2];
      const turn = Math.atan2(y, x);
      spots.push({ x, y, far: Math.round(1000 * Math.hypot(x, y)), turn });
    }
  }
  const sixth = Math.PI / 3;
  // Sort places at equal distance by angle modulo 60°: a partly filled ring then keeps its six-fold symmetry.
  const skew = (turn: number) => Math.round(1000 * ((turn + 3 * sixth + 0.001) % sixth));
  return spots
    .sort((a, b) => a.far - b.far || skew(a.turn) - skew(b.turn) || a.turn - b.turn)
    .map(({ x, y }) => ({ x, y, shell: Math.floor(Math.hypot(x, y) + 0.01) }));
}

export interface HexDisc {
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
  const all = lattice(n + others);
  const spots = all.slice(0, n);
  const reach = Math.max(...spots.map((spot) => Math.hypot(spot.x, spot.y)), 0);
  const pitch = radius / (reach + 0.5);
  const placed = (spot: Spot): Spot => ({ ...spot, x: x + spot.x * pitch, y: y + spot.y * pitch });
  return {
    places: spots.map(placed),
    about: all
      .slice(n)
      .filter((spot) => Math.abs(spot.y) <= reach)
      .sort((a, b) => Math.abs(a.x) - Math.abs(b.x) || a.x - b.x || a.y - b.y)
      .slice(0, others)
      .map(placed),
    r: (pitch * (1 - air)) / 2,
    shells: Math.max(...spots.map(({ shell }) => shell), 0) + 1,
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
  const places: Point[] = [];
  for (let row = 0; places.length < n; row++) {
    const count = Math.min(base - row, n - places.length);
    for (let k = 0; k < count; k++)
      places.push({
        x: foot.x + (k - (count - 1) / 2) * pitch,
        y: foot.y - (0.5 + (row * Math.sqrt(3)) / 2) * pitch,
      });
  }
  return { places, r: pitch * 0.46 };
}

/** Sorts the `upper` highest places from left to right, then the others likewise, so that grains keep their row. */
export function sortInBands<P extends Point>(places: readonly P[], upper: number): readonly P[] {
  const down = [...places].sort((a, b) => a.y - b.y || a.x - b.x);
  return [down.slice(0, upper), down.slice(upper)].flatMap((band) => band.sort((a, b) => a.x - b.x || a.y - b.y));
}
