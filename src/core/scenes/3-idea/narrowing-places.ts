import { pairs, range } from "d3-array";
import { luminance } from "../../lib/color.ts";
import { clamp } from "../../lib/math.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { type Pen, polygon, polyline, projectedPath } from "../../picture/path.ts";

/** Projects a place's own units, in which its constants are, to px: x to the right, y down, the eye at (0, 0). */
type Project = (x: number, y: number) => Point;

export function projectAbout(vanishing: Point, scale: number, limit = Infinity): Project {
  return (x, y) => ({ x: vanishing.x + clamp(x * scale, -limit, limit), y: vanishing.y + y * scale });
}

type Corner = readonly [x: number, y: number];

function linePath(project: Project, ...corners: readonly Corner[]): string {
  return polyline(corners.map(([x, y]) => project(x, y)));
}

function outlinePath(project: Project, ...corners: readonly Corner[]): string {
  return polygon(corners.map(([x, y]) => project(x, y)));
}

function linesPath(project: Project, lines: readonly (readonly Corner[])[]): string {
  return lines.map((corners) => linePath(project, ...corners)).join("");
}

function windowPath(project: Project, [x, y]: Corner, width: number, height: number, panes: number): string {
  const [right, bottom] = [x + width, y + height];
  const inner = range(1, panes).map((k) => k / panes);
  return (
    outlinePath(project, [x, y], [right, y], [right, bottom], [x, bottom]) +
    linesPath(project, [
      ...inner.map((k): readonly Corner[] => [
        [x + k * width, y],
        [x + k * width, bottom],
      ]),
      ...inner.map((k): readonly Corner[] => [
        [x, y + k * height],
        [right, y + k * height],
      ]),
    ])
  );
}

function middlesBetween(from: number, to: number, n: number): readonly number[] {
  return range(n).map((k) => from + ((to - from) * (k + 0.5)) / n);
}

type Paint = Partial<Pick<PathMark, "fill" | "stroke" | "strokeWidth" | "opacity">>;

function backMark(part: string, d: string, paint: Paint): PathMark {
  return pathMark({ key: `narrowing:${part}`, d, layer: "back", ...paint });
}

export const PIER = { top: 0.29, middle: -0.4 };

export function drawPier(project: Project, { ink, layer }: Palette): readonly PathMark[] {
  const { top } = PIER;
  const [left, right, beam, water] = [-3, -0.3, 0.305, 0.355];
  const piles = middlesBetween(-0.92, -0.31, 22).map((x): readonly Corner[] => [
    [x, 0.3],
    [x - 0.006, 0.35],
  ]);
  const deck = outlinePath(project, [left, top], [right - 0.03, top], [right, beam], [right, water], [left, water]);
  return [
    backMark("pier", deck, { fill: layer, stroke: ink, strokeWidth: 1.1 }),
    backMark("piles", linesPath(project, piles) + linePath(project, [left, beam], [right, beam]), {
      stroke: ink,
      strokeWidth: 0.8,
    }),
  ];
}

export const HOOK = { x: -0.2, y: -0.27 };

export function drawDerrick(project: Project, { ink, background }: Palette, opacity: number): readonly PathMark[] {
  const [x, half, head, foot] = [-0.39, 0.018, -0.3, 0.3];
  const [upper, lower] = [-0.06, -0.085];
  const tip: Corner = [HOOK.x, -0.36];
  const mast = outlinePath(project, [x - half, head], [x + half, head], [x + half * 1.5, foot], [x - half * 1.5, foot]);
  const lattice = middlesBetween(head + 0.02, foot - 0.02, 12).map((y, k): Corner => [
    x + (k % 2 === 0 ? -half : half),
    y,
  ]);
  const braces = middlesBetween(0.08, 0.95, 9).map((share, k): Corner => [
    x + 0.19 * share,
    (k % 2 === 0 ? upper : lower) - 0.29 * share,
  ]);
  const stays: readonly (readonly Corner[])[] = [
    [[x, head], tip],
    [
      [x, head],
      [x - 0.14, foot - 0.005],
    ],
  ];
  const jib = linePath(project, [x, upper], tip, [x, lower]) + linePath(project, tip, [HOOK.x, HOOK.y]);
  return [
    backMark("derrick:mast", mast, { fill: background, stroke: ink, strokeWidth: 1.4, opacity }),
    backMark("derrick:lattice", linesPath(project, [lattice, braces, ...stays]), {
      stroke: ink,
      strokeWidth: 0.8,
      opacity: opacity * 0.85,
    }),
    backMark("derrick:jib", jib, { stroke: ink, strokeWidth: 1.2, opacity }),
  ];
}

interface Sail {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly foot: number;
}

const SAILS: readonly Sail[] = [
  { x: 0.42, width: 0.13, top: -0.2, foot: 0.11 },
  { x: 0.6, width: 0.1, top: -0.13, foot: 0.1 },
];

function traceSail(pen: Pen, { x, width, top, foot }: Sail): void {
  const middle = (top + foot) / 2;
  pen.moveTo(x, top);
  pen.quadraticCurveTo(x + width * 1.25, middle, x + width, foot);
  pen.lineTo(x - width * 0.35, foot);
  pen.quadraticCurveTo(x - width * 0.2, middle, x, top);
  pen.closePath();
}

function battens({ x, width, top, foot }: Sail): readonly (readonly Corner[])[] {
  return middlesBetween(top, foot, 7).map((y, k) => [
    [x - width * 0.045 * (k + 0.5), y],
    [x + width * (0.3 + 0.11 * k), y + 0.006],
  ]);
}

export function drawJunk(project: Project, { ink, background, layer }: Palette, opacity: number): readonly PathMark[] {
  const hull = projectedPath(project, (pen) => {
    pen.moveTo(0.27, 0.12);
    pen.quadraticCurveTo(0.3, 0.2, 0.36, 0.21);
    pen.lineTo(0.66, 0.21);
    pen.quadraticCurveTo(0.72, 0.16, 0.74, 0.09);
    pen.lineTo(0.62, 0.14);
    pen.lineTo(0.36, 0.14);
    pen.closePath();
  });
  const planks = projectedPath(project, (pen) => {
    for (const y of [0.155, 0.17, 0.185, 0.2]) {
      pen.moveTo(0.3, y - 0.008);
      pen.quadraticCurveTo(0.5, y + 0.012, 0.7, y - 0.012);
    }
  });
  const sails = projectedPath(project, (pen) => {
    for (const sail of SAILS) traceSail(pen, sail);
  });
  const masts = SAILS.map(({ x, top }): readonly Corner[] => [
    [x, top - 0.03],
    [x, 0.14],
  ]);
  return [
    backMark("junk:hull", hull, { fill: layer, stroke: ink, strokeWidth: 1.3, opacity }),
    backMark("junk:planks", planks, { stroke: ink, strokeWidth: 0.7, opacity: opacity * 0.7 }),
    backMark("junk:sails", sails, { fill: background, stroke: ink, strokeWidth: 1.2, opacity }),
    backMark("junk:battens", linesPath(project, [...SAILS.flatMap(battens), ...masts]), {
      stroke: ink,
      strokeWidth: 0.8,
      opacity,
    }),
  ];
}

export const ALLEY = { half: 0.25, foot: 0.27 };

/** Left ends of the steps of a stepped gable, from the alley outwards; the last closes it. */
const GABLE = [
  [0.25, -0.07],
  [0.33, -0.13],
  [0.41, -0.19],
  [0.57, -0.13],
  [0.65, -0.07],
  [0.73, -0.1],
  [0.95, -0.1],
] as const;

function traceCoping(pen: Pen, [x, y]: Corner, [next]: Corner): void {
  pen.moveTo(x - 0.018, y - 0.024);
  pen.quadraticCurveTo(x, y - 0.01, x + 0.024, y - 0.012);
  pen.lineTo(next - 0.024, y - 0.012);
  pen.quadraticCurveTo(next, y - 0.01, next + 0.018, y - 0.024);
  pen.lineTo(next + 0.008, y + 0.008);
  pen.lineTo(x - 0.008, y + 0.008);
  pen.closePath();
}

export function drawAlley(
  near: Project,
  far: Project,
  side: -1 | 1,
  { ink, background, layer }: Palette,
): readonly PathMark[] {
  const { half, foot } = ALLEY;
  const [wallTop, wallEnd] = [-0.07, 0.95];
  const at: Project = (x, y) => near(side * x, y);
  const back: Project = (x, y) => far(side * x, y);
  const wall = polygon([at(half, wallTop), back(half, wallTop), back(half, foot), at(half, foot)]);
  const courses = range(11).map((k) => {
    const y = -0.05 + (k * (foot + 0.05)) / 11;
    return polyline([at(half, y), back(half, y)]);
  });
  const steps = pairs(GABLE).flatMap(([[, before], [x, y]]): readonly Corner[] => [
    [x, before],
    [x, y],
  ]);
  const copings = projectedPath(at, (pen) => {
    for (const [step, next] of pairs(GABLE)) traceCoping(pen, step, next);
  });
  const windows = [0.3, 0.57, 0.8].map((x) => windowPath(at, [x, 0.05], 0.07, 0.08, 3));
  const bricks = [0.165, 0.19, 0.215, 0.24].flatMap((y, row) =>
    [0.27, 0.36, 0.45, 0.54, 0.63, 0.76, 0.85].map((x): readonly Corner[] => {
      const from = x + (row % 2) * 0.03;
      return [
        [from, y],
        [from + 0.045, y],
      ];
    }),
  );
  const key = `alley:${side}`;
  return [
    backMark(`${key}:inner`, wall, { fill: layer, stroke: ink }),
    backMark(`${key}:courses`, courses.join(""), { stroke: ink, strokeWidth: 0.7, opacity: 0.5 }),
    backMark(`${key}:front`, outlinePath(at, GABLE[0], ...steps, [wallEnd, foot], [half, foot]), {
      fill: background,
      stroke: ink,
      strokeWidth: 1.3,
    }),
    backMark(`${key}:copings`, copings, { fill: ink, stroke: ink, strokeWidth: 0.6 }),
    backMark(`${key}:windows`, windows.join(""), { fill: layer, stroke: ink, strokeWidth: 0.8 }),
    backMark(`${key}:bricks`, linesPath(at, bricks), { stroke: ink, strokeWidth: 0.8, opacity: 0.6 }),
  ];
}

export const DOOR = { half: 0.04, sill: 0.14 };

function furniture(x: number, halfWidth: number, top: number, legs: number): readonly (readonly Corner[])[] {
  return [
    [
      [x - halfWidth, top],
      [x + halfWidth, top],
    ],
    ...[-legs, legs].map((leg): readonly Corner[] => [
      [x + leg, top],
      [x + leg, 0.133],
    ]),
  ];
}

function traceRoof(pen: Pen): void {
  pen.moveTo(-0.105, -0.122);
  pen.lineTo(0.105, -0.122);
  pen.lineTo(0.095, -0.11);
  pen.quadraticCurveTo(0.12, -0.02, 0.172, -0.002);
  pen.lineTo(0.168, 0.008);
  pen.lineTo(-0.168, 0.008);
  pen.lineTo(-0.172, -0.002);
  pen.quadraticCurveTo(-0.12, -0.02, -0.095, -0.11);
  pen.closePath();
}

export function drawFarmhouse(project: Project, { ink, background, layer, ember }: Palette): readonly PathMark[] {
  const { half, sill } = DOOR;
  const [wall, lintel] = [0.13, 0.035];
  const front = outlinePath(project, [-wall, 0], [wall, 0], [wall, sill], [-wall, sill]);
  const door = outlinePath(project, [-half, sill], [-half, lintel], [half, lintel], [half, sill]);
  const tiles = projectedPath(project, (pen) => {
    for (const x of middlesBetween(-0.14, 0.14, 18)) {
      pen.moveTo(x * 0.64, -0.106);
      pen.quadraticCurveTo(x * 0.8, -0.02, x * 1.12, 0);
    }
  });
  const windows = [-0.105, 0.065].map((x) => windowPath(project, [x, 0.05], 0.04, 0.04, 2));
  const table = [
    ...furniture(0, 0.014, 0.103, 0.011),
    ...furniture(-0.027, 0.008, 0.115, 0.006),
    ...furniture(0.027, 0.008, 0.115, 0.006),
  ];
  const darker = luminance(ink) < luminance(background) ? ink : background;
  return [
    backMark("house:wall", front, { fill: background, stroke: ink, strokeWidth: 1.3 }),
    backMark("house:roof", projectedPath(project, traceRoof), { fill: ink, stroke: ink }),
    backMark("house:tiles", tiles, { stroke: background, strokeWidth: 0.9, opacity: 0.75 }),
    backMark("house:windows", windows.join(""), { fill: layer, stroke: ink, strokeWidth: 0.9 }),
    backMark("house:door", door, { fill: ember, stroke: ink, strokeWidth: 1.2 }),
    backMark("house:table", linesPath(project, table), { stroke: darker, strokeWidth: 1.2 }),
  ];
}
