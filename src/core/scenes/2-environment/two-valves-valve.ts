import { lerp } from "../../lib/math.ts";
import type { Box, Palette, Point, Shape } from "../../model/picture.ts";
import { pathMark } from "../../picture/old-marks.ts";

/**
 * A gate is pushed into a pipe that comes down; a return valve opens a pipe that leads back up. In a wide box the pipes
 * are horizontal.
 */
export type ValveKind = "gate" | "return";

/** In a wide box the pipes are horizontal: draw in the transposed box and transpose the result back. */
function lies({ width, height }: Box): boolean {
  return width > height;
}

function turnedBox({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}

/** Transposes path data: swaps x and y of every point and reverses the sweep of every arc. */
function turnedOver(d: string): string {
  return d.replace(/([MLCA])([^MLCAZ]+)/g, (_, command: string, rest: string) => {
    const n = rest.split(" ");
    const points =
      command === "A" ? [n[1], n[0], n[2], n[3], n[4] === "1" ? 0 : 1, n[6], n[5]] : n.map((_, k) => n[k ^ 1]);
    return command + points.join(" ");
  });
}

interface Works {
  /** Half the bore of the pipe, px; the unit of the drawing. */
  readonly half: number;
  /** x of the pipe that comes down and of the one that leads back; equal for a gate. */
  readonly down: number;
  readonly up: number;
  readonly top: number;
  readonly foot: number;
  readonly spindle: number;
}

function works(kind: ValveKind, { x, y, width, height }: Box, side: number): Works {
  const half = Math.min(width / 10.2, height / 10.6);
  const gate = kind === "gate";
  const left = x + width / 2 - half * (gate ? 1.9 * side : -0.4);
  return {
    half,
    down: left,
    up: gate ? left : left + 3.5 * half,
    top: y + half * 1.7,
    foot: y + height - half * (gate ? 1.7 : 2.8),
    spindle: y + height * 0.47,
  };
}

function bend({ down, up }: Works): number {
  return (up - down) / 2;
}

function along(on: Works, aside: number): string {
  const { down, up, top, foot } = on;
  const r = bend(on) - aside;
  const back = up === down ? "" : `A${r} ${r} 0 0 0 ${up - aside} ${foot}L${up - aside} ${top}`;
  return `M${down + aside} ${top}L${down + aside} ${foot}${back}`;
}

/** Grains in a valve's pipe; `due` is 1 for those still to be paid back, else 0. */
interface Stream {
  readonly places: readonly (Point & { readonly due: number })[];
  readonly r: number;
}

const FILES = 4;

export function valveStream(kind: ValveKind, n: number, box: Box, turned: number): Stream {
  if (!lies(box)) return standing(kind, n, box, turned, 1);
  const { places, r } = standing(kind, n, turnedBox(box), turned, -1);
  return { r, places: places.map(({ x, y, due }) => ({ x: y, y: x, due })) };
}

/** The stream in a vertical pipe. `side` is the gate's side, 1 right or −1 left. */
function standing(kind: ValveKind, n: number, box: Box, turned: number, side: number): Stream {
  const on = works(kind, box, side);
  const { half, down, up, top, foot, spindle } = on;
  if (kind === "return") {
    const leg = foot - top;
    const arc = Math.PI * bend(on);
    const length = 2 * leg + arc;
    const gap = (length - half) / Math.ceil(n / 2);
    return {
      r: Math.min(half * 0.3, gap * 0.43) * lerp(0.7, 1, turned),
      places: Array.from({ length: n }, (_, k) => {
        const s = half * 0.5 + (Math.floor(k / 2) + 0.5) * gap * lerp(0.5, 1, turned);
        const aside = (k % 2 === 0 ? -0.42 : 0.42) * half;
        const due = s > length / 2 ? 1 : 0;
        if (s <= leg) return { x: down + aside, y: top + s, due };
        if (s >= leg + arc) return { x: up - aside, y: foot - (s - leg - arc), due };
        const [r, turn] = [bend(on) - aside, (s - leg) / bend(on)];
        return { x: (down + up) / 2 - r * Math.cos(turn), y: foot + r * Math.sin(turn), due };
      }),
    };
  }
  // Four columns come down and one gets past; the other grains stay, closer together.
  const past = Math.round(n / 7);
  const held = n - past;
  const pitch = (half * 1.76) / FILES;
  const free = (foot - top) / Math.ceil(n / FILES);
  const dammed = (spindle - half * 0.45 - top) / Math.ceil(held / FILES);
  return {
    r: Math.min(pitch * 0.45, dammed * 0.46),
    places: Array.from({ length: n }, (_, k) => {
      const row = Math.floor(k / FILES) + 0.5;
      const x = down + ((k % FILES) - (FILES - 1) / 2) * pitch;
      const end =
        k < held
          ? { x, y: top + row * dammed }
          : { x: down - side * 1.5 * pitch, y: spindle + ((k - held + 0.5) * (foot - spindle)) / past };
      return { x: lerp(x, end.x, turned), y: lerp(top + row * free, end.y, turned), due: 0 };
    }),
  };
}

/**
 * Maps path data from pipe units about the spindle to px; `side` −1 mirrors it. Every number in `d` must belong to a
 * pair.
 */
function cast(d: string, { down, spindle, half }: Works, side: number): string {
  return d.replace(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_, u: string, v: string) => `${down + side * half * Number(u)} ${spindle + half * Number(v)}`,
  );
}

function oval(x: number, y: number, rx: number, ry: number): string {
  return `M${x - rx} ${y}A${rx * 0.9} ${ry * 0.9} 0 1 1 ${x + rx} ${y}A${rx * 0.9} ${ry * 0.9} 0 1 1 ${x - rx} ${y}Z`;
}

const HOUSING: Readonly<Record<ValveKind, string>> = {
  gate: "M-1 -2L-1.5 -1.5L-1.5 1.5L-1 2L1 2L1.4 1.45L2.5 1.1L2.5 -1.1L1.4 -1.45L1 -2Z",
  return:
    "M-1 -1.9C-1.3 -1.6 -1.9 -1 -1.9 0C-1.9 1 -1.3 1.6 -1 1.9L1 1.9C1.3 1.6 1.7 1.1 1.85 0.8L2.5 0.8L2.5 -0.8L1.85 -0.8C1.7 -1.1 1.3 -1.6 1 -1.9Z",
};
/** Outlines of the gate's wedge and the globe's plug, in pipe units, with the tip at 0. */
const PLUG: Readonly<Record<ValveKind, readonly (readonly [number, number])[]>> = {
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
const BONNET = "M2.5 -0.72L2.72 -0.72L2.72 -0.5L3.1 -0.36L3.1 0.36L2.72 0.5L2.72 0.72L2.5 0.72Z";
const FLANGES = [-2.2, 2.2].map((v) => `M-1.5 ${v - 0.17}L1.5 ${v - 0.17}L1.5 ${v + 0.17}L-1.5 ${v + 0.17}Z`).join("");
const BOLTS = [-2.2, 2.2].flatMap((v) => [-1.28, 1.28].map((u) => `M${u} ${v - 0.36}L${u} ${v + 0.36}`)).join("");
const SHADE = Array.from(
  { length: 9 },
  (_, k) => `M${-1.32 + k * 0.05} ${0.1 + k * 0.17}L${-0.98 + k * 0.02} ${0.2 + k * 0.17}`,
).join("");

function arrow(x: number, y: number, size: number): string {
  return `M${x} ${y - size * 2}L${x} ${y}M${x - size * 0.7} ${y - size}L${x} ${y}L${x + size * 0.7} ${y - size}`;
}

/** Draws a valve, `turned` 0–1: at 0 the gate is open and the return valve is shut. Keys begin with `key`. */
export function valve(kind: ValveKind, key: string, box: Box, turned: number, colours: Palette): readonly Shape[] {
  const lying = lies(box);
  const gate = kind === "gate";
  const side = gate && !lying ? 1 : -1;
  const on = works(kind, lying ? turnedBox(box) : box, side);
  const { half, down, up, top, foot, spindle } = on;
  const { ink, layer, background, muted, red } = colours;
  const line = Math.max(1.2, half * 0.085);
  const tip = gate ? lerp(1.12, -0.58, turned) : lerp(-0.98, 1.05, turned);
  const hub = 5 - (gate ? lerp(0, 0.9, turned) : lerp(0.9, 0, turned));
  const plug = PLUG[kind].map(([u, v]) => `${u + tip} ${v}`).join("L");
  const wheel = oval(down + side * half * hub, spindle, half * 0.36, half * 1.7);
  const spokes = `M${hub} -1.7L${hub} 1.7M${hub - 0.36} 0L${hub + 0.36} 0`;
  const ends = gate ? [foot] : [];
  const front = { layer: "front" } as const;
  const heads = gate
    ? arrow(down, foot + half * 1.5, half * 0.5)
    : arrow(down, top - half * 0.5, half * 0.5) + arrow(up, top - half * 1.5, -half * 0.5);
  const mouths = [...new Set([down, up])].map((x) => oval(x, top, half, half * 0.26));
  const parts = [
    pathMark(`${key}:pipe:back`, along(on, 0), background, 2 * half),
    pathMark(`${key}:housing`, cast(HOUSING[kind], on, side), ink, line, { fill: layer }),
    pathMark(`${key}:shade`, [-0.84, -0.7, -0.5].map((a) => along(on, a * half)).join(""), muted, line * 0.6, {
      opacity: 0.7,
    }),
    pathMark(`${key}:hatch`, cast(SHADE, on, side), ink, line * 0.55),
    pathMark(`${key}:pipe`, along(on, -half) + along(on, half), ink, line),
    pathMark(`${key}:mouths`, mouths.join("") + ends.map((y) => oval(down, y, half, half * 0.26)).join(""), ink, line, {
      fill: layer,
    }),
    pathMark(`${key}:bolts`, cast(BOLTS, on, side), ink, line),
    pathMark(`${key}:flanges`, cast(FLANGES, on, side), ink, line * 0.8, { fill: layer }),
    pathMark(`${key}:stem`, cast(`M${tip + 1.2} 0L${hub} 0`, on, side), ink, line * 1.6, front),
    pathMark(`${key}:bonnet`, cast(BONNET, on, side), null, 0, { ...front, fill: ink }),
    pathMark(`${key}:plug`, cast(`M${plug}Z`, on, side), null, 0, { ...front, fill: ink }),
    pathMark(`${key}:wheel`, wheel, red, line * 2, front),
    pathMark(`${key}:spokes`, cast(spokes, on, side), red, line * 1.1, front),
    pathMark(`${key}:arrows`, heads, ink, line * 1.2, { ...front, opacity: turned }),
  ];
  return lying ? parts.map((part) => ({ ...part, d: turnedOver(part.d) })) : parts;
}
