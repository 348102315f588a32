import { range } from "d3-array";
import { area, curveBasis, line } from "d3-shape";
import { mixRgb } from "../../lib/color.ts";
import { memoizeByObjects } from "../../lib/memoize.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, segments } from "../../picture/path.ts";
import { emptySockets, mineBend, type VesselStage } from "./vessel/layout.ts";

const STROKES = (() => {
  const random = seededRandom("earth");
  return range(56).map(() => ({ along: random(), depth: random() ** 2, length: random() }));
})();

const [SURFACE_STEPS, MINE_STEPS] = [28, 12];

const AIR = 3;

export function earth(at: VesselStage, palette: Palette, empty: readonly Point[]): readonly PathMark[] {
  const { ground, unit, mine, type } = at;
  const left = mine.x;
  const rough = (x: number): number => ground + 0.5 * Math.sin(x / 23) + 0.35 * Math.sin(x / 7.1);
  const surface = line<number>()
    .x((x) => x)
    .y(rough)
    .curve(curveBasis)
    .digits(1);
  const mined = range(MINE_STEPS + 1).map((k) => {
    const share = k / MINE_STEPS;
    const y = mine.y + mineBend(at, share);
    return { x: mine.x + mine.width * share, roof: y - AIR, floor: y + mine.height + AIR };
  });
  const band = area<(typeof mined)[number]>()
    .x(({ x }) => x)
    .y1(({ roof }) => roof)
    .y0(({ floor }) => floor)
    .curve(curveBasis)
    .digits(1);
  const edges = [band.lineY1(), band.lineY0()].map((edge) => edge.digits(1)(mined) ?? "");
  const socket = Math.max(1.6, type * 0.17);
  const strokes = STROKES.map(({ along, depth, length }) => {
    const x = left + mine.width * along * 0.99;
    const y = rough(x) + 3 + depth * type * 0.9;
    return [
      { x, y },
      { x: x + (3 + 9 * length) * (1 - depth * 0.6), y: y - 0.5 },
    ] as const;
  });
  return [
    pathMark({
      key: "earth:band",
      layer: "back",
      d: band(mined) ?? "",
      fill: mixRgb(palette.background, palette.layer, 0.75),
    }),
    pathMark({
      key: "earth:edges",
      layer: "back",
      opacity: 0.8,
      d: edges.join(""),
      stroke: palette.line,
    }),
    pathMark({
      key: "earth:sockets",
      layer: "back",
      opacity: 0.7,
      d: empty.map((centre) => circlePath(centre, socket)).join(""),
      stroke: palette.line,
      strokeWidth: 0.8,
    }),
    pathMark({
      key: "earth:hatch",
      layer: "back",
      opacity: 0.55,
      d: segments(strokes),
      stroke: palette.muted,
      strokeWidth: 0.9,
    }),
    pathMark({
      key: "earth:surface",
      layer: "back",
      d: surface(range(SURFACE_STEPS + 1).map((k) => left + (mine.width * k) / SURFACE_STEPS)) ?? "",
      stroke: palette.ink,
      strokeWidth: Math.max(1.4, unit * 0.012),
    }),
  ];
}

export const minedEarth = memoizeByObjects((at: VesselStage, palette: Palette) => earth(at, palette, emptySockets(at)));
