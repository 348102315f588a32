import type { Place } from "./strip.ts";

/** Places of the `n` grains of one mark in a square of side 1 about its middle, and a grain's radius there. */
export interface MarkShape {
  readonly places: readonly Place[];
  readonly r: number;
}

/** A works: a square block with what is left over as its chimney. */
export function worksMark(n: number): MarkShape {
  const side = Math.max(1, Math.floor(Math.sqrt(n)));
  const pitch = 1 / (side + 1.25);
  return {
    r: pitch * 0.46,
    places: Array.from({ length: n }, (_, k) => {
      const row = Math.floor(k / side);
      // From the second course on; the last, unfinished one stands on the right like a chimney.
      const column = row < side ? k % side : side - 1 - (k % side);
      return { x: (column - (side - 1) / 2) * pitch, y: ((side - 1) / 2 - row + 0.5) * pitch };
    }),
  };
}

/** A gathering: one in the middle and the others round it. */
export function gatheringMark(n: number): MarkShape {
  const rings = [1, Math.floor((n - 1) / 3), n - 1 - Math.floor((n - 1) / 3)];
  const radii = [0, 0.172, 0.362];
  return {
    r: 0.08,
    places: rings.flatMap((count, ring) =>
      Array.from({ length: count }, (_, k) => {
        const angle = (2 * Math.PI * k) / count - Math.PI / 2;
        return { x: (radii[ring] ?? 0) * Math.cos(angle), y: (radii[ring] ?? 0) * Math.sin(angle) };
      }),
    ),
  };
}

/** Middles of `n` marks in rows of `across`, in units of a mark, from the top left; a last row that is not full stands in the middle. */
export function rowsOf(n: number, across: number): readonly Place[] {
  return Array.from({ length: n }, (_, k) => {
    const row = Math.floor(k / across);
    const inRow = Math.min(across, n - row * across);
    return { x: (k % across) - (inRow - 1) / 2, y: row + 0.5 };
  });
}
