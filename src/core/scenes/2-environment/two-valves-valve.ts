import { range } from "d3-array";
import { clamp, lerp } from "../../lib/math.ts";
import type { Box, Palette, PathMark, Point } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { ellipsePath, pathData, polygon, polyline, projectedPath, segments } from "../../picture/path.ts";

/** A gate is pushed into a pipe that comes down; a return valve opens a pipe that leads back up. */
export type ValveKind = "gate" | "return";

type Project = (x: number, y: number) => Point;

export interface Valve {
  readonly kind: ValveKind;
  /** Maps lengths of a standing pipe, px, to the stage: in a wide box the pipe lies, so x and y are swapped. */
  readonly place: Project;
  /** Half the bore of the pipe, the unit of the drawing. */
  readonly half: number;
  /** x of the pipe that comes down and of the one that leads back; equal for a gate. */
  readonly down: number;
  readonly up: number;
  readonly top: number;
  readonly foot: number;
  /** y of the spindle, and its side of the pipe: 1 right, -1 left. */
  readonly spindle: number;
  readonly side: 1 | -1;
}

export function layoutValve(kind: ValveKind, box: Box): Valve {
  const lies = box.width > box.height;
  const { x, y, width, height } = lies ? { x: box.y, y: box.x, width: box.height, height: box.width } : box;
  const half = Math.min(width / 10.2, height / 10.6);
  const gate = kind === "gate";
  const side = gate && !lies ? 1 : -1;
  const down = x + width / 2 - half * (gate ? 1.9 * side : -0.4);
  return {
    kind,
    place: lies ? (px, py) => ({ x: py, y: px }) : (px, py) => ({ x: px, y: py }),
    half,
    down,
    up: gate ? down : down + 3.5 * half,
    top: y + half * 1.7,
    foot: y + height - half * (gate ? 1.7 : 2.8),
    spindle: y + height * 0.47,
    side,
  };
}

function bendRadius({ down, up }: Valve): number {
  return (up - down) / 2;
}

/** Grains in a valve's pipe; `due` is 1 for those still to be paid back, else 0. */
interface Stream {
  readonly places: readonly (Point & { readonly due: number })[];
  readonly r: number;
}

export function streamThrough(valve: Valve, n: number, turned: number): Stream {
  return valve.kind === "gate" ? dammedStream(valve, n, turned) : returningStream(valve, n, turned);
}

const COLUMNS = 4;

/** Returns four columns of grains that come down; one gets past the gate, the others stay, closer together. */
function dammedStream({ place, half, down, top, foot, spindle, side }: Valve, n: number, turned: number): Stream {
  const past = Math.round(n / 7);
  const held = n - past;
  const pitch = (half * 1.76) / COLUMNS;
  const free = (foot - top) / Math.ceil(n / COLUMNS);
  const dammed = (spindle - half * 0.45 - top) / Math.ceil(held / COLUMNS);
  return {
    r: Math.min(pitch * 0.45, dammed * 0.46),
    places: range(n).map((k) => {
      const row = Math.floor(k / COLUMNS) + 0.5;
      const x = down + ((k % COLUMNS) - (COLUMNS - 1) / 2) * pitch;
      const stays = k < held;
      const endX = stays ? x : down - side * 1.5 * pitch;
      const endY = stays ? top + row * dammed : spindle + ((k - held + 0.5) * (foot - spindle)) / past;
      const { x: stageX, y: stageY } = place(lerp(x, endX, turned), lerp(top + row * free, endY, turned));
      return { x: stageX, y: stageY, due: 0 };
    }),
  };
}

/** Returns two rows of grains that go down, through the bend and up; those on the second half of the way are due. */
function returningStream(valve: Valve, n: number, turned: number): Stream {
  const { place, half, down, up, top, foot } = valve;
  const radius = bendRadius(valve);
  const leg = foot - top;
  const bend = Math.PI * radius;
  const length = 2 * leg + bend;
  const gap = (length - half) / Math.ceil(n / 2);
  return {
    r: Math.min(half * 0.3, gap * 0.43) * lerp(0.7, 1, turned),
    places: range(n).map((k) => {
      const s = half * 0.5 + (Math.floor(k / 2) + 0.5) * gap * lerp(0.5, 1, turned);
      const r = radius - (k % 2 === 0 ? -0.42 : 0.42) * half;
      const turn = clamp(s - leg, 0, bend) / radius;
      const straight = Math.min(s, leg, length - s);
      const { x, y } = place((down + up) / 2 - r * Math.cos(turn), top + straight + r * Math.sin(turn));
      return { x, y, due: s > length / 2 ? 1 : 0 };
    }),
  };
}

/** Returns a line along the pipe, `aside` px from its middle towards the inside of the bend. */
function pipePath(valve: Valve, aside: number): string {
  const { place, down, up, top, foot } = valve;
  const start = place(down + aside, top);
  if (up === down) return polyline([start, place(down + aside, foot)]);
  const r = bendRadius(valve) - aside;
  const [corner, lowest] = [place(down + aside, foot + r), place((down + up) / 2, foot + r)];
  const [farCorner, rise, end] = [place(up - aside, foot + r), place(up - aside, foot), place(up - aside, top)];
  return pathData((path) => {
    path.moveTo(start.x, start.y);
    path.arcTo(corner.x, corner.y, lowest.x, lowest.y, r);
    path.arcTo(farCorner.x, farCorner.y, rise.x, rise.y, r);
    path.lineTo(end.x, end.y);
  });
}

/** Returns an arrow along the pipe with its tip at (x, y); a negative `size` points up. */
function arrowPath({ place }: Valve, x: number, y: number, size: number): string {
  const tip = place(x, y);
  const [left, right] = [place(x - size * 0.7, y - size), place(x + size * 0.7, y - size)];
  return polyline([place(x, y - size * 2), tip]) + polyline([left, tip, right]);
}

/** A point of a part in pipe units: u along the spindle from the middle of the pipe, v along the pipe. */
type Corner = readonly [u: number, v: number];

/** Outlines of the gate's wedge and the globe's plug with the tip at u = 0. */
const PLUG: Readonly<Record<ValveKind, readonly Corner[]>> = {
  gate: [
    [0, -0.2],
    [0, 0.2],
    [1.9, 0.34],
    [1.9, -0.34],
  ],
  return: [
    [0, -0.42],
    [0, 0.42],
    [0.34, 0.86],
    [0.6, 0.86],
    [0.6, 0.2],
    [1.5, 0.2],
    [1.5, -0.2],
    [0.6, -0.2],
    [0.6, -0.86],
    [0.34, -0.86],
  ],
};

const GATE_HOUSING: readonly Corner[] = [
  [-1, -2],
  [-1.5, -1.5],
  [-1.5, 1.5],
  [-1, 2],
  [1, 2],
  [1.4, 1.45],
  [2.5, 1.1],
  [2.5, -1.1],
  [1.4, -1.45],
  [1, -2],
];

const BONNET: readonly Corner[] = [
  [2.5, -0.72],
  [2.72, -0.72],
  [2.72, -0.5],
  [3.1, -0.36],
  [3.1, 0.36],
  [2.72, 0.5],
  [2.72, 0.72],
  [2.5, 0.72],
];

const FLANGES = [-2.2, 2.2];
const BOLTS: readonly Corner[] = FLANGES.flatMap((v): readonly Corner[] => [
  [-1.28, v],
  [1.28, v],
]);

function flangeCorners(v: number): readonly Corner[] {
  return [
    [-1.5, v - 0.17],
    [1.5, v - 0.17],
    [1.5, v + 0.17],
    [-1.5, v + 0.17],
  ];
}

const SHADE = [-0.84, -0.7, -0.5];
const HATCH = range(9).map((k): readonly [Corner, Corner] => [
  [-1.32 + k * 0.05, 0.1 + k * 0.17],
  [-0.98 + k * 0.02, 0.2 + k * 0.17],
]);

/** Half the width and half the height of the hand wheel, seen from the side. */
const WHEEL = { u: 0.36, v: 1.7 };

/** u of the plug's tip and of the wheel's hub before the valve is turned, and after. */
const STROKE: Readonly<
  Record<ValveKind, { readonly tip: readonly [number, number]; readonly hub: readonly [number, number] }>
> = {
  gate: { tip: [1.12, -0.58], hub: [5, 4.1] },
  return: { tip: [-0.98, 1.05], hub: [4.1, 5] },
};

function outlinePath(project: Project, corners: readonly Corner[]): string {
  return polygon(corners.map(([u, v]) => project(u, v)));
}

function housingPath(kind: ValveKind, project: Project): string {
  if (kind === "gate") return outlinePath(project, GATE_HOUSING);
  return projectedPath(project, (pen) => {
    pen.moveTo(-1, -1.9);
    pen.bezierCurveTo(-1.3, -1.6, -1.9, -1, -1.9, 0);
    pen.bezierCurveTo(-1.9, 1, -1.3, 1.6, -1, 1.9);
    pen.lineTo(1, 1.9);
    pen.bezierCurveTo(1.3, 1.6, 1.7, 1.1, 1.85, 0.8);
    pen.lineTo(2.5, 0.8);
    pen.lineTo(2.5, -0.8);
    pen.lineTo(1.85, -0.8);
    pen.bezierCurveTo(1.7, -1.1, 1.3, -1.6, 1, -1.9);
    pen.closePath();
  });
}

type Paint = Partial<Pick<PathMark, "fill" | "stroke" | "strokeWidth" | "opacity">>;

/** Draws a valve, `turned` 0–1: at 0 the gate is open and the return valve is shut. */
export function drawValve(valve: Valve, key: string, turned: number, palette: Palette): readonly PathMark[] {
  const { kind, place, half, down, up, top, foot, spindle, side } = valve;
  const { ink, layer: metal, background, muted, red } = palette;
  const line = Math.max(1.2, half * 0.085);
  const { tip, hub } = STROKE[kind];
  const [tipAt, hubAt] = [lerp(...tip, turned), lerp(...hub, turned)];
  const at: Project = (u, v) => place(down + side * half * u, spindle + half * v);
  const gate = kind === "gate";
  const mouths = gate ? [place(down, top), place(down, foot)] : [place(down, top), place(up, top)];
  const [mouth, wheel] = [place(half, half * 0.26), place(half * WHEEL.u, half * WHEEL.v)];
  const arrows = gate
    ? arrowPath(valve, down, foot + half * 1.5, half * 0.5)
    : arrowPath(valve, down, top - half * 0.5, half * 0.5) + arrowPath(valve, up, top - half * 1.5, -half * 0.5);
  const back = (part: string, d: string, paint: Paint): PathMark =>
    pathMark({ key: `${key}:${part}`, d, layer: "back", ...paint });
  const front = (part: string, d: string, paint: Paint): PathMark => pathMark({ key: `${key}:${part}`, d, ...paint });
  return [
    back("pipe:back", pipePath(valve, 0), { stroke: background, strokeWidth: 2 * half }),
    back("housing", housingPath(kind, at), { fill: metal, stroke: ink, strokeWidth: line }),
    back("shade", SHADE.map((aside) => pipePath(valve, aside * half)).join(""), {
      stroke: muted,
      strokeWidth: line * 0.6,
      opacity: 0.7,
    }),
    back("hatch", segments(HATCH.map(([from, to]) => [at(...from), at(...to)])), {
      stroke: ink,
      strokeWidth: line * 0.55,
    }),
    back("pipe", pipePath(valve, -half) + pipePath(valve, half), { stroke: ink, strokeWidth: line }),
    back("mouths", mouths.map((centre) => ellipsePath(centre, mouth.x, mouth.y)).join(""), {
      fill: metal,
      stroke: ink,
      strokeWidth: line,
    }),
    back("bolts", segments(BOLTS.map(([u, v]) => [at(u, v - 0.36), at(u, v + 0.36)])), {
      stroke: ink,
      strokeWidth: line,
    }),
    back("flanges", FLANGES.map((v) => outlinePath(at, flangeCorners(v))).join(""), {
      fill: metal,
      stroke: ink,
      strokeWidth: line * 0.8,
    }),
    front("stem", polyline([at(tipAt + 1.2, 0), at(hubAt, 0)]), { stroke: ink, strokeWidth: line * 1.6 }),
    front("bonnet", outlinePath(at, BONNET), { fill: ink }),
    front(
      "plug",
      outlinePath((u, v) => at(u + tipAt, v), PLUG[kind]),
      { fill: ink },
    ),
    front("wheel", ellipsePath(at(hubAt, 0), wheel.x, wheel.y), { stroke: red, strokeWidth: line * 2 }),
    front(
      "spokes",
      segments([
        [at(hubAt, -WHEEL.v), at(hubAt, WHEEL.v)],
        [at(hubAt - WHEEL.u, 0), at(hubAt + WHEEL.u, 0)],
      ]),
      {
        stroke: red,
        strokeWidth: line * 1.1,
      },
    ),
    front("arrows", arrows, { stroke: ink, strokeWidth: line * 1.2, opacity: turned }),
  ];
}
