import { smoothstep } from "../../../src/core/lib/math.ts";
import type { Box, LayoutContext, Shape, Size, Track } from "../../../src/core/model/picture.ts";
import { stagger } from "../../../src/core/picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../../src/core/picture/grains.ts";
import { triangularPile } from "../../../src/core/picture/layouts/hex-disc.ts";
import { pathMark, ruleMark, textMark } from "../../../src/core/picture/marks.ts";
import { circlePath, polygon } from "../../../src/core/picture/path.ts";
import { defineScene } from "../../../src/core/picture/scene.ts";
import { typeSize } from "../../../src/core/picture/type-scale.ts";
import { groupOf } from "./groups.ts";
import type { HarbourPalette, HarbourScene } from "./palette.ts";
import { sea, tower } from "./sea.ts";

const NAMES = ["one", "two", "three"];

/** Grains on each boat: they are equally full, whatever the groups. */
const LOAD = GRAIN_COUNT / NAMES.length;

/** The last boat comes in first. */
const BEATS = { arrive: stagger(-0.15, 0.3, 0.9, smoothstep) };
const arrivalOf = (boat: number): number => BEATS.arrive.to + boat * BEATS.arrive.each;

function trackIn(_: Size, box: Box): Track {
  return { x1: box.x + 12, x2: box.x + box.width - 12, y: box.y + box.height - 18 };
}

function layout({ box, size }: LayoutContext) {
  const surface = box.y + box.height * 0.72;
  // The room on the right is the tower's.
  const each = (box.width * 0.86) / NAMES.length;
  return {
    size,
    type: typeSize(size, "label"),
    surface,
    each,
    left: box.x,
    wide: Math.min(each * 0.86, (surface - box.y) * 0.6),
    tower: { x: box.x + box.width * 0.93, height: Math.min(box.width * 0.44, surface - box.y) },
    track: trackIn(size, box),
  };
}

type Layout = ReturnType<typeof layout>;

function drawBoat(
  { type, surface, wide }: Layout,
  { key, arrived, x }: { readonly key: string; readonly arrived: number; readonly x: number },
  name: string,
  palette: HarbourPalette,
): readonly Shape[] {
  const [half, foot, deck, keel] = [wide * 0.5, wide * 0.34, surface - wide * 0.2, surface + wide * 0.04];
  const hull = polygon([
    { x: x - half, y: deck },
    { x: x + half, y: deck },
    { x: x + foot, y: keel },
    { x: x - foot, y: keel },
  ]);
  const ink = { stroke: palette.ink, strokeWidth: 1.6, fill: palette.background };
  return [
    pathMark({ key: `boats:hull:${key}`, layer: "back", d: hull, ...ink }),
    textMark({
      key: `boats:name:${key}`,
      text: name,
      x,
      y: keel + type * 1.6,
      anchor: "middle",
      size: type,
      fill: palette.ink,
      opacity: arrived,
    }),
  ];
}

/** Three equal boats come in one after another, each with as many grains heaped on its deck. The slider moves the tide. */
export const boats: HarbourScene = defineScene({
  labels: [...NAMES, "none"],
  elevation: () => 1,
  slider: {
    track: trackIn,
    stops: [
      { at: 0, name: (label) => label("none") },
      ...NAMES.map((name, boat) => ({
        at: arrivalOf(boat),
        name: (label: (key: string) => string) => label(name),
      })).reverse(),
    ],
  },
  beats: BEATS,
  layout,
  draw(places, { t, palette, label }) {
    const { left, each, wide, surface, track } = places;
    const berths = NAMES.map((key, boat) => {
      const arrived = BEATS.arrive(t, boat);
      const x = left + each * (boat + 0.5 * arrived);
      return { key, arrived, x, load: triangularPile(LOAD, { x, y: surface - wide * 0.26 }, wide) };
    });
    const grains = mapGrains((index) => {
      const { places: heap, r } = berths[Math.floor(index / LOAD)]?.load ?? { places: [], r: 0 };
      const { x, y } = heap[index % LOAD] ?? { x: 0, y: surface };
      return { x, y, r, fill: palette[groupOf(index)], opacity: 1, hollow: 0 };
    });
    const hulls = berths.flatMap((berth) => drawBoat(places, berth, label(berth.key), palette));
    const [{ x1, x2, y }, red] = [track, palette.red];
    const knob = circlePath({ x: x1 + t * (x2 - x1), y }, 9);
    const slider = [
      ruleMark({ key: "boats:track", x1, x2, y1: y, y2: y, stroke: palette.muted, strokeWidth: 2 }),
      pathMark({ key: "boats:knob", layer: "back", d: knob, fill: red, stroke: red, strokeWidth: 2 }),
    ];
    const harbour = [
      ...sea(surface, places.size, palette),
      ...tower(places.tower.x, surface, places.tower.height, 0, palette),
    ];
    return { grains, shapes: [...harbour, ...hulls, ...slider] };
  },
});
