import { curveBasis, line } from "d3-shape";
import { mixRgb } from "../../lib/color.ts";
import { memoizeByObjects } from "../../lib/memoize.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { circlePath } from "../../picture/old-marks.ts";
import { emptySockets, mineBend, type VesselStage } from "./vessel/stage.ts";

const HATCH = (() => {
  const random = seededRandom("earth");
  return Array.from({ length: 64 }, () => [random(), random() ** 2, random()] as const);
})();

export function earth(at: VesselStage, colours: Palette, empty: readonly Point[]): readonly PathMark[] {
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
  const sockets = empty.map(({ x, y }) => circlePath(x, y, r)).join("");
  const base = { kind: "path", layer: "back", fill: null } as const;
  return [
    {
      ...base,
      key: "earth:band",
      opacity: 1,
      d: `${curve(top) ?? ""}${(curve([...bottom].reverse()) ?? "").replace("M", "L")}Z`,
      fill: mixRgb(colours.background, colours.layer, 0.75),
      stroke: null,
      strokeWidth: 0,
    },
    {
      ...base,
      key: "earth:edges",
      opacity: 0.8,
      d: `${curve(top) ?? ""}${curve(bottom) ?? ""}`,
      stroke: colours.line,
      strokeWidth: 1,
    },
    { ...base, key: "earth:sockets", opacity: 0.7, d: sockets, stroke: colours.line, strokeWidth: 0.8 },
    { ...base, key: "earth:hatch", opacity: 0.55, d: hatch, stroke: colours.muted, strokeWidth: 0.9 },
    {
      ...base,
      key: "earth:surface",
      opacity: 1,
      d: surface,
      stroke: colours.ink,
      strokeWidth: Math.max(1.4, unit * 0.012),
    },
  ];
}

export const minedEarth = memoizeByObjects((at: VesselStage, colours: Palette) => earth(at, colours, emptySockets(at)));
