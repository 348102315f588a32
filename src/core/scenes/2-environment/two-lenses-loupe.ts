import { mixRgb, type Rgb } from "../../lib/color.ts";
import type { Box, Palette, PathMark, Point } from "../../model/picture.ts";
import { ringLayout } from "../../picture/layouts/ring.ts";
import { circlePath, pathMark } from "../../picture/old-marks.ts";

/** A round magnifying glass, px. `angle` (radians) and `length` are those of its handle. */
export interface Loupe extends Point {
  readonly r: number;
  readonly angle: number;
  readonly length: number;
}

const HELD = 24;

/** Thickness of the rim, in radii. */
export const LENS_RIM = 0.065;

function held({ x, y, angle }: Loupe, far: number, aside: number): Point {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return { x: x + far * c - aside * s, y: y + far * s + aside * c };
}

function handle(on: Loupe): string {
  const thick = on.r * 0.075;
  const neck = on.r * (1 + LENS_RIM / 2);
  const end = on.r * 1.1 + on.length;
  const outline = [
    [neck, -0.5],
    [on.r * 1.1, -0.5],
    [on.r * 1.12, -1],
    [end - thick, -1.15],
    [end, -0.5],
    [end, 0.5],
    [end - thick, 1.15],
    [on.r * 1.12, 1],
    [on.r * 1.1, 0.5],
    [neck, 0.5],
  ].map(([far = 0, aside = 0]) => held(on, far, aside * thick));
  return `M${outline.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;
}

function shading({ x, y, r }: Loupe): string {
  return Array.from({ length: 40 }, (_, k) => {
    const angle = -0.75 + (2.9 * k) / 39;
    const length = 0.11 * Math.sin((Math.PI * (k + 0.5)) / 40);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const from = r * (1 - LENS_RIM / 2);
    return `M${x + from * c} ${y + from * s}L${x + (from - length * r) * c} ${y + (from - length * r) * s}`;
  }).join("");
}

function glare({ x, y, r }: Loupe): string {
  const at = (far: number, angle: number) => `${x + far * r * Math.cos(angle)} ${y + far * r * Math.sin(angle)}`;
  return `M${at(0.88, 3.35)}A${0.88 * r} ${0.88 * r} 0 0 1 ${at(0.88, 4.3)}A${1.02 * r} ${1.02 * r} 0 0 0 ${at(0.88, 3.35)}Z`;
}

/**
 * Draws a magnifying glass at the origin and translates it, so that its paths stay the same. Its tinted glass is
 * translucent.
 */
export function loupe(key: string, on: Loupe, tint: Rgb, { background, ink, layer }: Palette): readonly PathMark[] {
  const { x, y, r } = on;
  const still = { ...on, x: 0, y: 0 };
  const whole = circlePath(0, 0, r);
  const line = Math.max(1, r * 0.009);
  return [
    pathMark(`${key}:glass`, whole, null, 0, { fill: mixRgb(background, tint, 0.2), opacity: 0.55 }),
    pathMark(`${key}:glare`, glare(still), null, 0, { fill: mixRgb(background, [255, 255, 255], 0.4), opacity: 0.85 }),
    pathMark(`${key}:shade`, shading(still), ink, line * 0.7, { opacity: 0.5 }),
    pathMark(`${key}:handle`, handle(still), ink, line, { fill: layer }),
    pathMark(`${key}:rim`, whole, layer, r * LENS_RIM),
    pathMark(
      `${key}:edges`,
      circlePath(0, 0, r * (1 + LENS_RIM / 2)) + circlePath(0, 0, r * (1 - LENS_RIM / 2)),
      ink,
      line,
    ),
  ].map((part): PathMark => ({ ...part, translate: [x, y] }));
}

/** Returns the places and radii of `n` grains, px: round the rim from the handle on, the last of them on the handle. */
export function loupePlaces(on: Loupe, n: number): readonly (Point & { readonly r: number })[] {
  const studs = n - HELD;
  const bead = Math.min(on.r * LENS_RIM * 0.4, ((Math.PI * on.r) / studs) * 0.86);
  const gap = (on.length * 0.94 - on.r * 0.03) / (HELD / 2);
  return [
    ...ringLayout(studs, 1, 1, on, on.r, on.angle + Math.PI).map((place) => ({ ...place, r: bead })),
    ...Array.from({ length: HELD }, (_, k) => ({
      ...held(on, on.r * 1.13 + (Math.floor(k / 2) + 0.5) * gap, (k % 2 === 0 ? -0.5 : 0.5) * on.r * 0.075),
      r: Math.min(gap * 0.42, on.r * 0.03),
    })),
  ];
}

type Reach = readonly [from: number, to: number];

function chord({ x, y, r }: Loupe, at: number): Reach {
  const half = Math.sqrt(Math.max(0, r ** 2 - (at - y) ** 2));
  return [x - half, x + half];
}

function broken(y: number, [from, to]: Reach, over: readonly Reach[]): string {
  let d = "";
  let x = from;
  for (const [start, end] of [...over].sort((a, b) => a[0] - b[0])) {
    if (start > x + 1) d += `M${x} ${y}L${Math.min(start, to)} ${y}`;
    x = Math.max(x, end);
    if (x >= to) return d;
  }
  return to > x + 1 ? `${d}M${x} ${y}L${to} ${y}` : d;
}

/** Returns heights from `from` to `to`, `pitch` px apart and aligned with `through`. */
function rows(through: number, pitch: number, from: number, to: number): readonly number[] {
  const first = Math.ceil((from - through) / pitch);
  return Array.from(
    { length: Math.floor((to - through) / pitch) - first + 1 },
    (_, k) => through + (first + k) * pitch,
  );
}

/**
 * Returns the path data of a ruled sheet beside the lenses, under one of them and under both. A lens enlarges about its
 * middle, `power` times; the lines leave out the boxes in `clear`.
 */
export function refractedLines(
  sheet: Box,
  pitch: number,
  [a, b]: readonly [Loupe, Loupe],
  power: number,
  clear: readonly Box[],
): readonly [beside: string, under: string, both: string] {
  const written = (y: number): readonly Reach[] =>
    clear.filter((box) => y > box.y && y < box.y + box.height).map((box) => [box.x, box.x + box.width] as const);
  const middle = (a.y + b.y) / 2;
  const beside = rows(middle, pitch, sheet.y, sheet.y + sheet.height).map((y) =>
    broken(y, [sheet.x, sheet.x + sheet.width], [chord(a, y), chord(b, y)]),
  );
  const under = [
    [a, b],
    [b, a],
  ].flatMap(([own = a, other = b]) =>
    rows(own.y, pitch * power, own.y - own.r, own.y + own.r).map((y) =>
      broken(y, chord(own, y), [chord(other, y), ...written(y)]),
    ),
  );
  const both = rows(middle, pitch * power ** 2, Math.max(a.y, b.y) - a.r, Math.min(a.y, b.y) + a.r).map((y) => {
    const [from, to] = [Math.max(chord(a, y)[0], chord(b, y)[0]), Math.min(chord(a, y)[1], chord(b, y)[1])];
    return broken(y, [from, to], written(y));
  });
  return [beside.join(""), under.join(""), both.join("")];
}
