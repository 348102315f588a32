import { range } from "d3-array";
import { lerp } from "../../lib/math.ts";
import type { Palette, Shape } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { pathData, polygon, polyline, segments } from "../../picture/path.ts";
import { silhouetteTone } from "../props/dusk.ts";
import { type Deck, type Layout, TOWERS, cableY } from "./bridge-layout.ts";

const HANGERS = range(1, 48)
  .map((k) => k / 48)
  .filter((at) => TOWERS.every((tower) => Math.abs(at - tower) > 0.012));

const JOINTS = range(41).map((k) => k / 40);
const BRACES = [0, 0.22, 0.44, 0.66];
const BRACE = 0.22;
export const CUTS = range(0.5, 16).map((k) => k / 16);

function cablePath({ cable, x, deck }: Layout): string {
  return pathData((path) => {
    path.moveTo(x(0), deck);
    for (const { from, to, y } of cable) path.quadraticCurveTo(x((from + to) / 2), y[1], x(to), y[2]);
  });
}

function hangerPath(places: Layout, hangers: readonly number[]): string {
  const { x, deck } = places;
  return segments(
    hangers.map((at) => [
      { x: x(at), y: cableY(places, at) },
      { x: x(at), y: deck },
    ]),
  );
}

function slabPath({ x, deck, dx, dy }: Layout, from: number, to: number): string {
  return polygon([
    { x: x(from), y: deck },
    { x: x(to), y: deck },
    { x: x(to) + dx, y: deck - dy },
    { x: x(from) + dx, y: deck - dy },
  ]);
}

function trussPath({ x, deck, girder }: Layout, from: number, to: number): string {
  const chord = (y: number) =>
    [
      { x: x(from), y },
      { x: x(to), y },
    ] as const;
  const joints = JOINTS.filter((at) => at >= from - 1e-6 && at <= to + 1e-6);
  return (
    segments([chord(deck), chord(deck + girder)]) +
    polyline(joints.map((at, k) => ({ x: x(at), y: k % 2 === 0 ? deck : deck + girder })))
  );
}

function towerPath({ x, head, foot, leg }: Layout, dx: number, dy: number): string {
  return TOWERS.map((at) =>
    polygon([
      { x: x(at) + dx - leg * 0.6, y: head + dy - leg },
      { x: x(at) + dx + leg * 0.6, y: head + dy - leg },
      { x: x(at) + dx + leg, y: foot + dy },
      { x: x(at) + dx - leg, y: foot + dy },
    ]),
  ).join("");
}

function bracePath({ x, head, deck, dx, dy }: Layout): string {
  return TOWERS.flatMap((at) =>
    BRACES.map((k) => {
      const [top, bottom] = [lerp(head, deck, k), lerp(head, deck, k + BRACE)];
      const [near, far] = [x(at), x(at) + dx];
      return polyline([
        { x: near, y: top },
        { x: far, y: top - dy },
        { x: near, y: bottom },
        { x: far, y: bottom - dy },
        { x: near, y: top },
      ]);
    }),
  ).join("");
}

export function drawBridge(places: Layout, [left, right]: Deck, palette: Palette): readonly Shape[] {
  const steel = silhouetteTone(palette, 0.92);
  const distant = silhouetteTone(palette, 0.6);
  const { dx, dy } = places;
  const rope = cablePath(places);
  const standing = hangerPath(
    places,
    HANGERS.filter((at) => at < left || at > right),
  );
  const missing = hangerPath(
    places,
    HANGERS.filter((at) => at >= left && at <= right),
  );
  const far = { translate: [dx, -dy], layer: "back" } as const;
  return [
    pathMark({ key: "bridge:rope:far", d: rope, stroke: distant, ...far }),
    pathMark({ key: "bridge:hangers:far", d: standing, stroke: distant, strokeWidth: 0.7, ...far }),
    pathMark({
      key: "bridge:tower:far",
      d: towerPath(places, dx, -dy),
      fill: distant,
      stroke: distant,
      layer: "back",
    }),
    pathMark({ key: "bridge:braces", d: bracePath(places), stroke: steel, layer: "back" }),
    pathMark({
      key: "bridge:slab",
      d: slabPath(places, 0, left) + slabPath(places, right, 1),
      fill: silhouetteTone(palette, 0.8),
      stroke: steel,
      strokeWidth: 0.8,
      layer: "back",
    }),
    pathMark({
      key: "bridge:gap",
      d: slabPath(places, left, right),
      stroke: palette.textRed,
      strokeWidth: 1.2,
      dash: "4 3",
      layer: "back",
    }),
    pathMark({
      key: "bridge:truss",
      d: trussPath(places, 0, left) + trussPath(places, right, 1),
      stroke: steel,
      layer: "back",
    }),
    pathMark({ key: "bridge:tower", d: towerPath(places, 0, 0), fill: steel, stroke: steel }),
    pathMark({ key: "bridge:hangers", d: standing, stroke: steel, strokeWidth: 0.8, opacity: 0.8, layer: "back" }),
    pathMark({
      key: "bridge:hangers:gap",
      d: missing,
      stroke: palette.textRed,
      strokeWidth: 0.7,
      opacity: 0.7,
      dash: "1.5 3",
      layer: "back",
    }),
    pathMark({ key: "bridge:rope", d: rope, stroke: palette.textEmber, strokeWidth: 1.2, layer: "back" }),
  ];
}
