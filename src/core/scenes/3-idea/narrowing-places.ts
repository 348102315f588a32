import { luminance } from "../../lib/color.ts";
import type { Palette, PathMark } from "../../model/picture.ts";
import { pathMark } from "../../picture/old-marks.ts";

/** Projects a place's own units (x to the right, y down, the eye at 0, 0) to px as path data. */
export type Project = (x: number, y: number) => string;

/**
 * Returns a projection about the vanishing point (cx, eye), `scale` px per unit. x is clamped to `limit` px on either
 * side.
 */
export function vanishingPoint(cx: number, eye: number, scale: number, limit = Infinity): Project {
  return (x, y) => `${cx + Math.max(-limit, Math.min(limit, x * scale))} ${eye + y * scale}`;
}

const steps = (from: number, to: number, n: number): readonly number[] =>
  Array.from({ length: n }, (_, k) => from + ((to - from) * (k + 0.5)) / n);

/** Height of the pier's top and x of its middle, in the wharf's units. */
export const PIER = { top: 0.29, middle: -0.4 };

export function pier(p: Project, { ink, layer }: Palette): readonly PathMark[] {
  const { top } = PIER;
  const piles = steps(-0.92, -0.31, 22)
    .map((x) => `M${p(x, 0.3)}L${p(x - 0.006, 0.35)}`)
    .join("");
  const edge = `M${p(-3, top)}L${p(-0.33, top)}L${p(-0.3, 0.305)}L${p(-0.3, 0.355)}L${p(-3, 0.355)}Z`;
  return [
    pathMark("narrowing:pier", edge, ink, 1.1, { fill: layer }),
    pathMark("narrowing:piles", `${piles}M${p(-3, 0.305)}L${p(-0.3, 0.305)}`, ink, 0.8),
  ];
}

/** Draws a loading derrick on the pier. The rope of its hook ends at (−0.2, −0.27), where a sign hangs. */
export function derrick(p: Project, { ink, background }: Palette, opacity: number): readonly PathMark[] {
  const [x, w, head, foot] = [-0.39, 0.018, -0.3, 0.3];
  const lattice = steps(head + 0.02, foot - 0.02, 12)
    .map((y, k) => `${k === 0 ? "M" : "L"}${p(x + (k % 2 === 0 ? -w : w), y)}`)
    .join("");
  const jib = `M${p(x, -0.06)}L${p(-0.2, -0.36)}L${p(x, -0.085)}`;
  const braces = steps(0.08, 0.95, 9)
    .map((t, k) => `${k === 0 ? "M" : "L"}${p(x + 0.19 * t, (k % 2 === 0 ? -0.06 : -0.085) - 0.29 * t)}`)
    .join("");
  return [
    pathMark(
      "narrowing:derrick:mast",
      `M${p(x - w, head)}L${p(x + w, head)}L${p(x + w * 1.5, foot)}L${p(x - w * 1.5, foot)}Z`,
      ink,
      1.4,
      { fill: background, opacity },
    ),
    pathMark(
      "narrowing:derrick:lattice",
      lattice + braces + `M${p(x, head)}L${p(-0.2, -0.36)}M${p(x, head)}L${p(x - 0.14, foot - 0.005)}`,
      ink,
      0.8,
      { opacity: opacity * 0.85 },
    ),
    pathMark("narrowing:derrick:jib", `${jib}M${p(-0.2, -0.36)}L${p(-0.2, -0.27)}`, ink, 1.2, { opacity }),
  ];
}

export function junk(p: Project, { ink, background, layer }: Palette, opacity: number): readonly PathMark[] {
  const sail = (x: number, w: number, top: number, foot: number): string =>
    `M${p(x, top)}Q${p(x + w * 1.25, (top + foot) / 2)} ${p(x + w, foot)}L${p(x - w * 0.35, foot)}Q${p(x - w * 0.2, (top + foot) / 2)} ${p(x, top)}Z`;
  const battens = (x: number, w: number, top: number, foot: number): string =>
    steps(top, foot, 7)
      .map((y, k) => `M${p(x - w * 0.045 * (k + 0.5), y)}L${p(x + w * (0.3 + 0.11 * k), y + 0.006)}`)
      .join("");
  return [
    pathMark(
      "narrowing:junk:hull",
      `M${p(0.27, 0.12)}Q${p(0.3, 0.2)} ${p(0.36, 0.21)}L${p(0.66, 0.21)}Q${p(0.72, 0.16)} ${p(0.74, 0.09)}L${p(0.62, 0.14)}L${p(0.36, 0.14)}Z`,
      ink,
      1.3,
      { fill: layer, opacity },
    ),
    pathMark(
      "narrowing:junk:planks",
      [0.155, 0.17, 0.185, 0.2].map((y) => `M${p(0.3, y - 0.008)}Q${p(0.5, y + 0.012)} ${p(0.7, y - 0.012)}`).join(""),
      ink,
      0.7,
      { opacity: opacity * 0.7 },
    ),
    pathMark("narrowing:junk:sails", sail(0.42, 0.13, -0.2, 0.11) + sail(0.6, 0.1, -0.13, 0.1), ink, 1.2, {
      fill: background,
      opacity,
    }),
    pathMark(
      "narrowing:junk:battens",
      battens(0.42, 0.13, -0.2, 0.11) +
        battens(0.6, 0.1, -0.13, 0.1) +
        `M${p(0.42, -0.23)}L${p(0.42, 0.14)}M${p(0.6, -0.16)}L${p(0.6, 0.14)}`,
      ink,
      0.8,
      { opacity },
    ),
  ];
}

/** Half the width of the alley and y of its foot, in the alley's units. */
export const ALLEY = { half: 0.25, foot: 0.27 };

export function alley(
  p: Project,
  far: Project,
  side: -1 | 1,
  { ink, background, layer }: Palette,
): readonly PathMark[] {
  const { half, foot } = ALLEY;
  const at = (x: number, y: number): string => p(side * x, y);
  const off = (x: number, y: number): string => far(side * x, y);
  const treads = [
    [0.25, -0.07],
    [0.33, -0.13],
    [0.41, -0.19],
    [0.57, -0.13],
    [0.65, -0.07],
    [0.73, -0.1],
    [0.95, -0.1],
  ] as const;
  const gable = treads
    .map(([x, y], k) => `${k === 0 ? "M" : `L${at(x, treads[k - 1]?.[1] ?? y)}L`}${at(x, y)}`)
    .join("");
  const copings = treads
    .slice(0, -1)
    .map(([x, y], k) => {
      const next = treads[k + 1]?.[0] ?? x;
      return `M${at(x - 0.018, y - 0.024)}Q${at(x, y - 0.01)} ${at(x + 0.024, y - 0.012)}L${at(next - 0.024, y - 0.012)}Q${at(next, y - 0.01)} ${at(next + 0.018, y - 0.024)}L${at(next + 0.008, y + 0.008)}L${at(x - 0.008, y + 0.008)}Z`;
    })
    .join("");
  const window = (x: number): string =>
    `M${at(x, 0.05)}L${at(x + 0.07, 0.05)}L${at(x + 0.07, 0.13)}L${at(x, 0.13)}ZM${at(x + 0.0233, 0.05)}L${at(x + 0.0233, 0.13)}M${at(x + 0.0467, 0.05)}L${at(x + 0.0467, 0.13)}M${at(x, 0.0767)}L${at(x + 0.07, 0.0767)}M${at(x, 0.1033)}L${at(x + 0.07, 0.1033)}`;
  const bricks = [0.165, 0.19, 0.215, 0.24]
    .map((y, k) =>
      [0.27, 0.36, 0.45, 0.54, 0.63, 0.76, 0.85]
        .map((x) => `M${at(x + (k % 2) * 0.03, y)}L${at(x + 0.045 + (k % 2) * 0.03, y)}`)
        .join(""),
    )
    .join("");
  const courses = Array.from({ length: 11 }, (_, k) => -0.05 + (k * (foot + 0.05)) / 11)
    .map((y) => `M${at(half, y)}L${off(half, y)}`)
    .join("");
  return [
    pathMark(
      `narrowing:alley:${side}:inner`,
      `M${at(half, -0.07)}L${off(half, -0.07)}L${off(half, foot)}L${at(half, foot)}Z`,
      ink,
      1,
      { fill: layer },
    ),
    pathMark(`narrowing:alley:${side}:courses`, courses, ink, 0.7, { opacity: 0.5 }),
    pathMark(`narrowing:alley:${side}:front`, `${gable}L${at(0.95, foot)}L${at(half, foot)}Z`, ink, 1.3, {
      fill: background,
    }),
    pathMark(`narrowing:alley:${side}:copings`, copings, ink, 0.6, { fill: ink }),
    pathMark(`narrowing:alley:${side}:windows`, window(0.3) + window(0.57) + window(0.8), ink, 0.8, { fill: layer }),
    pathMark(`narrowing:alley:${side}:bricks`, bricks, ink, 0.8, { opacity: 0.6 }),
  ];
}

/** Half the width of the door and y of its sill, in the farmhouse's units. */
export const DOOR = { half: 0.04, sill: 0.14 };

export function farmhouse(p: Project, { ink, background, layer, ember }: Palette): readonly PathMark[] {
  const { half, sill } = DOOR;
  const ribs = steps(-0.14, 0.14, 18)
    .map((x) => `M${p(x * 0.64, -0.106)}Q${p(x * 0.8, -0.02)} ${p(x * 1.12, 0)}`)
    .join("");
  const window = (x: number): string =>
    `M${p(x, 0.05)}L${p(x + 0.04, 0.05)}L${p(x + 0.04, 0.09)}L${p(x, 0.09)}ZM${p(x + 0.02, 0.05)}L${p(x + 0.02, 0.09)}M${p(x, 0.07)}L${p(x + 0.04, 0.07)}`;
  const seat = (x: number): string =>
    `M${p(x - 0.008, 0.115)}L${p(x + 0.008, 0.115)}M${p(x - 0.006, 0.115)}L${p(x - 0.006, 0.133)}M${p(x + 0.006, 0.115)}L${p(x + 0.006, 0.133)}`;
  return [
    pathMark("narrowing:house:wall", `M${p(-0.13, 0)}L${p(0.13, 0)}L${p(0.13, sill)}L${p(-0.13, sill)}Z`, ink, 1.3, {
      fill: background,
    }),
    pathMark(
      "narrowing:house:roof",
      `M${p(-0.105, -0.122)}L${p(0.105, -0.122)}L${p(0.095, -0.11)}Q${p(0.12, -0.02)} ${p(0.172, -0.002)}L${p(0.168, 0.008)}L${p(-0.168, 0.008)}L${p(-0.172, -0.002)}Q${p(-0.12, -0.02)} ${p(-0.095, -0.11)}Z`,
      ink,
      1,
      { fill: ink },
    ),
    pathMark("narrowing:house:tiles", ribs, background, 0.9, { opacity: 0.75 }),
    pathMark("narrowing:house:windows", window(-0.105) + window(0.065), ink, 0.9, { fill: layer }),
    pathMark(
      "narrowing:house:door",
      `M${p(-half, sill)}L${p(-half, 0.035)}L${p(half, 0.035)}L${p(half, sill)}Z`,
      ink,
      1.2,
      { fill: ember },
    ),
    pathMark(
      "narrowing:house:table",
      `M${p(-0.014, 0.103)}L${p(0.014, 0.103)}M${p(-0.011, 0.103)}L${p(-0.011, 0.133)}M${p(0.011, 0.103)}L${p(0.011, 0.133)}${seat(-0.027)}${seat(0.027)}`,
      luminance(ink) < luminance(background) ? ink : background,
      1.2,
    ),
  ];
}
