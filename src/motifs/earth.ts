import { circle } from "./circle.ts";
import { curveBasis, line } from "d3-shape";
import { mineBend, mineSockets, type Stand } from "../formations/stand.ts";
import type { Place } from "../formations/strip.ts";
import { mixRgb } from "../picture/colour.ts";
import type { Palette, Path } from "../picture/model.ts";
import { stream } from "../picture/random.ts";
import { keepingBoth } from "../picture/remembering.ts";

const HATCH = (() => {
  const random = stream("earth");
  return Array.from({ length: 64 }, () => [random(), random() ** 2, random()] as const);
})();

/** The ground that wheels and vessel stand on and the worked mine beneath it, with its sockets that are empty; keys begin with `earth:`. */
export function earth(at: Stand, colours: Palette, empty: readonly Place[]): readonly Path[] {
  const { cx, ground, unit, mine, type } = at;
  const half = mine.width / 2;
  const rough = (x: number) => ground + 0.5 * Math.sin(x / 23) + 0.35 * Math.sin(x / 7.1);
  const surface =
    line<number>((x) => x, rough)
      .curve(curveBasis)
      .digits(1)(Array.from({ length: 41 }, (_, k) => cx - half + (half * k) / 20)) ?? "";
  const hatch = HATCH.map(([x, depth, length]) => {
    const px = cx - half + 2 * half * x * 0.99;
    const py = rough(px) + 3 + depth * type * 0.9;
    const reach = (3 + 9 * length) * (1 - depth * 0.6);
    return `M${px} ${py}L${px + reach} ${py - 0.5}`;
  }).join("");
  const edge = (y: number) =>
    Array.from({ length: 25 }, (_, k): readonly [number, number] => [
      mine.x + (mine.width * k) / 24,
      y + mineBend(at, k / 24),
    ]);
  const curve = line<readonly [number, number]>().curve(curveBasis).digits(1);
  const [top, bottom] = [edge(mine.y - 3), edge(mine.y + mine.height + 3)];
  const r = Math.max(1.6, type * 0.17);
  const sockets = empty.map(({ x, y }) => circle(x, y, r)).join("");
  const base = { kind: "path", layer: "back", fill: null } as const;
  return [
    {
      ...base,
      key: "earth:band",
      opacity: 1,
      d: `${curve(top) ?? ""}${(curve([...bottom].reverse()) ?? "").replace("M", "L")}Z`,
      fill: mixRgb(colours.ground, colours.layer, 0.75),
      stroke: null,
      width: 0,
    },
    {
      ...base,
      key: "earth:edges",
      opacity: 0.8,
      d: `${curve(top) ?? ""}${curve(bottom) ?? ""}`,
      stroke: colours.line,
      width: 1,
    },
    { ...base, key: "earth:sockets", opacity: 0.7, d: sockets, stroke: colours.line, width: 0.8 },
    { ...base, key: "earth:hatch", opacity: 0.55, d: hatch, stroke: colours.muted, width: 0.9 },
    { ...base, key: "earth:surface", opacity: 1, d: surface, stroke: colours.ink, width: Math.max(1.4, unit * 0.012) },
  ];
}

/** The same over the mine that grains of the third group have been left in. */
export const minedEarth = keepingBoth((at: Stand, colours: Palette) => earth(at, colours, mineSockets(at)));
