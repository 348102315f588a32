import type { Box, Palette, Point, Shape } from "../../model/picture.ts";
import { circlePath, pathMark } from "../../picture/old-marks.ts";

/** A beam balance, px. */
export interface Balance {
  readonly pivot: Point;
  readonly ends: readonly [Point, Point];
  /** Length of the cords, half the width of a pan, and the middle of each pan's floor. */
  readonly cord: number;
  readonly half: number;
  readonly floors: readonly [Point, Point];
  readonly foot: number;
}

/**
 * Lays out a balance with `under` px free below the pans. The beam is turned by `tilt` radians; a positive tilt lowers
 * the left end.
 */
export function layoutBalance({ x, y, width, height }: Box, under: number, tilt: number): Balance {
  const half = Math.min(width * 0.235, height * 0.42);
  const arm = half * 1.13;
  const pivot = { x: x + width / 2, y: y + height * 0.1 };
  const [dx, dy] = [arm * Math.cos(tilt), arm * Math.sin(tilt)];
  const foot = y + height;
  const cord = foot - under - half * 0.34 - pivot.y;
  const ends = [
    { x: pivot.x - dx, y: pivot.y + dy },
    { x: pivot.x + dx, y: pivot.y - dy },
  ] as const;
  const floorOf = (end: Point): Point => ({ x: end.x, y: end.y + cord });
  return { pivot, ends, cord, half, floors: [floorOf(ends[0]), floorOf(ends[1])], foot };
}

function pan({ x, y }: Point, half: number): string {
  return `M${x - half} ${y}L${x + half} ${y}C${x + half * 0.8} ${y + half * 0.22} ${x - half * 0.8} ${y + half * 0.22} ${x - half} ${y}Z`;
}

function panShade({ x, y }: Point, half: number): string {
  return Array.from({ length: 13 }, (_, k) => {
    const along = x + half * (0.02 + (0.72 * k) / 12);
    return `M${along} ${y + 1.5}L${along - half * 0.03} ${y + half * 0.15 * Math.sqrt(1 - ((along - x) / half) ** 2)}`;
  }).join("");
}

export function castWeight({ x, y }: Point, wide: number, tall: number): string {
  const [w, r] = [wide / 2, wide * 0.08];
  const top = y - tall;
  return `M${x - w} ${y}L${x - w * 0.94} ${y - tall * 0.14}L${x - w * 0.8} ${top + tall * 0.06}C${x - w * 0.78} ${top} ${x - w * 0.6} ${top} ${x - w * 0.5} ${top}L${x - r} ${top}L${x - r} ${top - r}C${x - r * 2.6} ${top - r * 3.6} ${x + r * 2.6} ${top - r * 3.6} ${x + r} ${top - r}L${x + r} ${top}L${x + w * 0.5} ${top}C${x + w * 0.6} ${top} ${x + w * 0.78} ${top} ${x + w * 0.8} ${top + tall * 0.06}L${x + w * 0.94} ${y - tall * 0.14}L${x + w} ${y}Z`;
}

export function balance(key: string, on: Balance, { ink, layer, background }: Palette): readonly Shape[] {
  const { pivot, ends, half, floors, foot } = on;
  const line = Math.max(1.2, half * 0.016);
  const [a, b] = ends;
  const w = half * 0.05;
  const post = `M${pivot.x - w * 0.6} ${pivot.y}L${pivot.x + w * 0.6} ${pivot.y}L${pivot.x + w} ${foot - half * 0.1}L${pivot.x - w} ${foot - half * 0.1}Z`;
  const base = `M${pivot.x - half * 0.42} ${foot}C${pivot.x - half * 0.3} ${foot - half * 0.12} ${pivot.x - w * 2} ${foot - half * 0.1} ${pivot.x - w} ${foot - half * 0.16}L${pivot.x + w} ${foot - half * 0.16}C${pivot.x + w * 2} ${foot - half * 0.1} ${pivot.x + half * 0.3} ${foot - half * 0.12} ${pivot.x + half * 0.42} ${foot}Z`;
  const beam = `M${a.x} ${a.y}C${(a.x + pivot.x) / 2} ${(a.y + pivot.y) / 2 - w * 1.6} ${(b.x + pivot.x) / 2} ${(b.y + pivot.y) / 2 - w * 1.6} ${b.x} ${b.y}C${(b.x + pivot.x) / 2} ${(b.y + pivot.y) / 2 + w * 1.6} ${(a.x + pivot.x) / 2} ${(a.y + pivot.y) / 2 + w * 1.6} ${a.x} ${a.y}Z`;
  const cords = ends.map((end, k) => {
    const { x, y } = floors[k] ?? end;
    return `M${x - half} ${y}L${end.x} ${end.y}L${x + half} ${y}`;
  });
  const r = w * 0.9;
  const knobs = [a, b, pivot].map(({ x, y }) => circlePath(x, y, r));
  return [
    pathMark(`${key}:cords`, cords.join(""), ink, line * 0.8),
    pathMark(`${key}:post`, post + base, ink, line, { fill: layer }),
    pathMark(`${key}:beam`, beam, ink, line, { fill: layer }),
    pathMark(`${key}:knobs`, knobs.join(""), background, line * 0.6, { fill: ink }),
    pathMark(`${key}:pans`, floors.map((floor) => pan(floor, half)).join(""), ink, line, { fill: layer }),
    pathMark(`${key}:shade`, floors.map((floor) => panShade(floor, half)).join(""), ink, line * 0.6),
  ];
}
