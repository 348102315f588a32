import { linearStep, smoothstep } from "../../../src/core/lib/math.ts";
import type { Box, Shape, Size, Track } from "../../../src/core/model/picture.ts";
import { GRAIN_COUNT, mapGrains } from "../../../src/core/picture/grains.ts";
import { triangularPile } from "../../../src/core/picture/layouts/hex-disc.ts";
import { circlePath, pathMark, textMark, typeSize } from "../../../src/core/picture/old-marks.ts";
import { groupOf } from "./groups.ts";
import type { HarbourScene } from "./palette.ts";
import { sea, tower } from "./sea.ts";

const NAMES = ["one", "two", "three"];

/** Grains on each boat: they are equally full, whatever the groups. */
const LOAD = GRAIN_COUNT / NAMES.length;

/** The value of t at which each boat has come in: the last comes first. */
const ARRIVALS = [0.9, 0.75, 0.6];

function trackIn(_: Size, box: Box): Track {
  return { x1: box.x + 12, x2: box.x + box.width - 12, y: box.y + box.height - 18 };
}

/** Three equal boats come in one after another, each with as many grains heaped on its deck. The slider moves the tide. */
export const boats: HarbourScene = {
  labels: [...NAMES, "none"],
  elevation: () => 1,
  slider: {
    track: trackIn,
    stops: [
      { at: 0, name: (label) => label("none") },
      ...NAMES.map((name, boat) => ({
        at: ARRIVALS[boat] ?? 1,
        name: (label: (key: string) => string) => label(name),
      })).reverse(),
    ],
  },
  draw({ t, box, size, palette, label }) {
    const type = typeSize(size, 13, 20);
    const surface = box.y + box.height * 0.72;
    // The room on the right is the tower's.
    const each = (box.width * 0.86) / NAMES.length;
    const wide = Math.min(each * 0.86, (surface - box.y) * 0.6);
    const [deck, keel] = [surface - wide * 0.2, surface + wide * 0.04];
    const berths = NAMES.map((name, boat) => {
      const arrival = ARRIVALS[boat] ?? 1;
      const arrived = smoothstep(linearStep(t, arrival - 0.6, arrival));
      const x = box.x + each * (boat + 0.5 * arrived);
      return { name, arrived, x, load: triangularPile(LOAD, { x, y: deck - wide * 0.06 }, wide) };
    });
    const grains = mapGrains((index) => {
      const { places, r } = berths[Math.floor(index / LOAD)]?.load ?? { places: [], r: 0 };
      const { x, y } = places[index % LOAD] ?? { x: 0, y: surface };
      return { x, y, r, fill: palette[groupOf(index)], opacity: 1, hollow: 0 };
    });
    const hulls = berths.flatMap(({ name, arrived, x }): readonly Shape[] => {
      const [half, foot] = [wide * 0.5, wide * 0.34];
      const d = `M${x - half} ${deck}L${x + half} ${deck}L${x + foot} ${keel}L${x - foot} ${keel}Z`;
      const manner = { anchor: "middle", opacity: arrived } as const;
      return [
        pathMark(`boats:hull:${name}`, d, palette.ink, 1.6, { fill: palette.background }),
        textMark(`boats:name:${name}`, label(name), [x, keel + type * 1.6], type, palette.ink, manner),
      ];
    });
    const { x1, x2, y } = trackIn(size, box);
    const slider: readonly Shape[] = [
      { kind: "line", key: "boats:track", opacity: 1, x1, x2, y1: y, y2: y, stroke: palette.muted, strokeWidth: 2 },
      pathMark("boats:knob", circlePath(x1 + t * (x2 - x1), y, 9), palette.red, 2, { fill: palette.red }),
    ];
    const height = Math.min(box.width * 0.44, surface - box.y);
    const harbour = [...sea(surface, size, palette), ...tower(box.x + box.width * 0.93, surface, height, 0, palette)];
    return { grains, shapes: [...harbour, ...hulls, ...slider] };
  },
};
