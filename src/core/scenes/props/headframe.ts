import { mixRgb } from "../../lib/color.ts";
import type { Palette, PathMark } from "../../model/picture.ts";
import { circlePath } from "../../picture/old-marks.ts";

type Point = readonly [x: number, y: number];

const line = (...points: readonly Point[]): string =>
  points.map(([x, y], k) => `${k === 0 ? "M" : "L"}${x} ${y}`).join("");

function beam([x1, y1]: Point, [x2, y2]: Point, half: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [(-(y2 - y1) / length) * half, ((x2 - x1) / length) * half];
  return `${line([x1 + dx, y1 + dy], [x2 + dx, y2 + dy], [x2 - dx, y2 - dy], [x1 - dx, y1 - dy])}Z`;
}

export function headframe(x: number, foot: number, height: number, colours: Palette, opacity = 1): readonly PathMark[] {
  const h = height;
  const head = foot - 0.86 * h;
  const half = (k: number): number => h * (0.17 - 0.09 * k);
  const levels = [0, 0.26, 0.5, 0.7, 0.87, 1].map((k) => ({ y: foot + (head - foot) * k, half: half(k) }));
  const bracing = levels.slice(1).map(({ y, half: w }, k) => {
    const below = levels[k] ?? { y, half: w };
    return (
      line([x - below.half, below.y], [x + w, y]) +
      line([x + below.half, below.y], [x - w, y]) +
      line([x - w, y], [x + w, y])
    );
  });
  const bar = h * 0.013 + 0.35;
  const strutFoot: Point = [x - 0.62 * h, foot + 0.03 * h];
  const strutHead: Point = [x - half(1), head + 0.02 * h];
  const along = (k: number): Point => [
    strutHead[0] + (strutFoot[0] - strutHead[0]) * k,
    strutHead[1] + (strutFoot[1] - strutHead[1]) * k,
  ];
  const inner: Point = [x - 0.44 * h, foot + 0.03 * h];
  const innerAt = (k: number): Point => [
    strutHead[0] + (inner[0] - strutHead[0]) * k,
    strutHead[1] + 0.1 * h * (1 - k) + (foot - strutHead[1] - 0.1 * h * (1 - k)) * k,
  ];
  const r = h * 0.105;
  const cy = head - r * 0.75;
  const ring = (k: number): string => circlePath(x, cy, r * k);
  const hole = (k: number): string => circlePath(x, cy, r * k, 0);
  const spokes = [0, 1, 2, 3].map((k) => {
    const [cos, sin] = [r * Math.cos((Math.PI * (k + 0.3)) / 4), r * Math.sin((Math.PI * (k + 0.3)) / 4)];
    return line([x - cos, cy - sin], [x + cos, cy + sin]);
  });
  const struts = [0.3, 0.55, 0.8].map(
    (k, i, all) => line(along(k), innerAt(k)) + line(along(k), innerAt(all[i + 1] ?? 1)),
  );
  const house = { left: x - 1.3 * h, right: x - 0.94 * h, eaves: foot - 0.15 * h, ridge: foot - 0.24 * h };
  // House, boards and chimney go on below `foot`: the ground there lies higher or lower and is drawn over them.
  const sunk = foot + 0.14 * h;
  const walls = `${line([house.left, sunk], [house.left, house.eaves], [(house.left + house.right) / 2, house.ridge], [house.right, house.eaves], [house.right, sunk])}Z`;
  const chimney = beam([house.left - 0.07 * h, sunk], [house.left - 0.07 * h, foot - 0.32 * h], 0.024 * h);
  const boards = Array.from({ length: 7 }, (_, k) => {
    const bx = house.left + ((house.right - house.left) * (k + 1)) / 8;
    return line([bx, sunk], [bx, house.eaves + 0.02 * h]);
  });
  const rope =
    line([x + r, cy], [x + r, foot]) +
    line([x - r * 0.6, cy - r * 0.8], [house.right - 0.05 * h, house.eaves - 0.03 * h]);
  const legs =
    beam([x - half(0), foot], [x - half(1), head], bar) +
    beam([x + half(0), foot], [x + half(1), head], bar) +
    beam(strutHead, strutFoot, bar * 1.15) +
    beam(innerAt(0), inner, bar * 0.8);
  const deck =
    beam([x - half(1) * 1.5, head], [x + half(1) * 1.5, head], bar * 0.9) +
    beam([x - half(0.5), levels[2]?.y ?? foot], [x + half(0.5), levels[2]?.y ?? foot], bar * 0.6);
  const ink = colours.ink;
  const base = { kind: "path", layer: "back", fill: null, stroke: null, strokeWidth: 0 } as const;
  const fine = Math.max(0.7, h * 0.0065);
  return [
    {
      ...base,
      key: "headframe:house",
      opacity: opacity * 0.9,
      d: walls + chimney,
      fill: mixRgb(colours.background, ink, 0.22),
      stroke: ink,
      strokeWidth: fine,
    },
    { ...base, key: "headframe:boards", opacity: opacity * 0.5, d: boards.join(""), stroke: ink, strokeWidth: fine },
    { ...base, key: "headframe:rope", opacity: opacity * 0.6, d: rope, stroke: ink, strokeWidth: fine },
    {
      ...base,
      key: "headframe:bracing",
      opacity: opacity * 0.75,
      d: bracing.join("") + struts.join("") + spokes.join(""),
      stroke: ink,
      strokeWidth: fine * 1.2,
    },
    { ...base, key: "headframe:legs", opacity, d: legs + deck + ring(1) + hole(0.8) + ring(0.2), fill: ink },
  ];
}

/**
 * Draws the shaft from y = `from` down to y = `to`, its width in proportion to the headframe's `height` (px). `sunk`
 * 0–1 is the depth of the lift cage.
 */
export function mineShaft(
  x: number,
  from: number,
  to: number,
  height: number,
  sunk: number,
  colours: Palette,
  opacity = 1,
): readonly PathMark[] {
  const w = Math.max(2.6, height * 0.042);
  const cage = w * 2.4;
  const y = from + (to - from - cage) * sunk;
  const base = { kind: "path", layer: "back" } as const;
  return [
    {
      ...base,
      key: "headframe:shaft",
      opacity: opacity * 0.9,
      d: `${line([x - w, from], [x - w, to], [x + w, to], [x + w, from])}Z`,
      fill: mixRgb(colours.background, [0, 0, 0], 0.5),
      stroke: mixRgb(colours.background, colours.ink, 0.45),
      strokeWidth: 0.9,
    },
    {
      ...base,
      key: "headframe:rope:down",
      opacity: opacity * 0.7,
      d: line([x, from], [x, y]),
      fill: null,
      stroke: colours.ink,
      strokeWidth: 0.7,
    },
    {
      ...base,
      key: "headframe:cage",
      opacity,
      d: beam([x, y], [x, y + cage], w - 0.8),
      fill: colours.ember,
      stroke: null,
      strokeWidth: 0,
    },
  ];
}
