import type { Place } from "../formations/strip.ts";

/** Side of a tile as a share of the distance from one to the next. */
export const TILE = 0.88;

/** Path data of `count` squares in rows of `across` from the top left, and of their edges that lie from the light. */
export function tiles(
  count: number,
  across: number,
  { x: left, y: top }: Place,
  pitch: number,
): readonly [whole: string, dark: string] {
  const side = pitch * TILE;
  const corners = Array.from({ length: count }, (_, tile) => [
    left + (tile % across) * pitch,
    top + Math.floor(tile / across) * pitch,
  ]);
  const lip = side * 0.06;
  return [
    corners.map(([x = 0, y = 0]) => `M${x} ${y}L${x + side} ${y}L${x + side} ${y + side}L${x} ${y + side}Z`).join(""),
    corners
      .map(
        ([x = 0, y = 0]) =>
          `M${x + side - lip} ${y + lip * 2}L${x + side - lip} ${y + side - lip}L${x + lip * 2} ${y + side - lip}`,
      )
      .join(""),
  ];
}
