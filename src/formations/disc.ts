import type { Box } from "../picture/model.ts";
import type { Place } from "./strip.ts";

interface Spot extends Place {
  /** Number of the shell, from 0 in the middle. */
  readonly shell: number;
}

/** The closest packing of equal discs, in units of the distance between two of them, from the middle outwards and round each shell. */
function lattice(n: number): readonly Spot[] {
  const reach = Math.ceil(Math.sqrt(n) * 0.65) + 2;
  const spots: (Place & { readonly far: number; readonly turn: number })[] = [];
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      const [x, y] = [column + row / 2, (row * Math.sqrt(3)) / 2];
      const turn = Math.atan2(y, x);
      spots.push({ x, y, far: Math.round(1000 * Math.hypot(x, y)), turn });
    }
  }
  const sixth = Math.PI / 3;
  // Of a shell that is not needed whole every other place is taken, so that the disc keeps its six-fold turn.
  const skew = (turn: number) => Math.round(1000 * ((turn + 3 * sixth + 0.001) % sixth));
  return spots
    .sort((a, b) => a.far - b.far || skew(a.turn) - skew(b.turn) || a.turn - b.turn)
    .slice(0, n)
    .map(({ x, y }) => ({ x, y, shell: Math.floor(Math.hypot(x, y) + 0.01) }));
}

export interface Disc {
  readonly places: readonly Spot[];
  /** Radius of each of the equal discs, px. */
  readonly r: number;
  readonly shells: number;
}

/** `n` equal discs packed into a circle of `radius` px; `air` is the share of their distance left free between two of them. */
export function disc(n: number, { x, y }: Place, radius: number, air = 0.14): Disc {
  const spots = lattice(n);
  const outer = Math.max(...spots.map((spot) => Math.hypot(spot.x, spot.y)), 0) + 0.5;
  const pitch = radius / outer;
  return {
    places: spots.map((spot) => ({ x: x + spot.x * pitch, y: y + spot.y * pitch, shell: spot.shell })),
    r: (pitch * (1 - air)) / 2,
    shells: Math.max(...spots.map(({ shell }) => shell), 0) + 1,
  };
}

/** `n` places evenly over a box, row by row. */
export function grid(n: number, box: Box): readonly Place[] {
  const columns = Math.max(1, Math.round(Math.sqrt((n * box.width) / Math.max(1, box.height))));
  const rows = Math.ceil(n / columns);
  return Array.from({ length: n }, (_, k) => ({
    x: box.x + (((k % columns) + 0.5) * box.width) / columns,
    y: box.y + ((Math.floor(k / columns) + 0.5) * box.height) / rows,
  }));
}
