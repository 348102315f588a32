import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Scene } from "../../model/picture.ts";
import { GROUP_SIZE, mapGrains } from "../../picture/grains.ts";
import { fitStadium, pointOnStadium } from "../../picture/layouts/stadium.ts";
import { textMark } from "../../picture/old-marks.ts";
import { fitFontSize } from "../../picture/text.ts";
import {
  CHAIN_LINKS,
  drawChain,
  type Link,
  linkGrainRadius,
  linkHalfWidth,
  linkPlaces,
  RING_SLOTS,
} from "../props/chain.ts";

const LOWEST = (CHAIN_LINKS - 1) / 2;

/**
 * Groups in the chain's order, from the left of the gap: the grains of the two valves at the sides, the row between
 * them below.
 */
const LAID = [0, 2, 1];

/** Before the joining: share of the way at which the loops stand, and distance of the bars in their rack, in steps. */
const CLOSE = 0.87;
const RACK = 0.25;

/**
 * Loops in a ring and bars in a rack are joined from the lowest up both sides, and the two ends approach each other.
 * The last three links never come.
 */
export const chain: Scene = {
  labels: ["joining"],
  elevation: () => 0.9,
  draw({ t, box, palette, label }) {
    const way = fitStadium(box, RING_SLOTS, linkHalfWidth(1) + 0.05);
    const { step } = way;
    const drawn = lerp(CLOSE, 1, smoothstep(linearStep(t, 0.15, 1)));
    const linkAt = (slot: number, apart: number, share: number): Link => {
      const joined = { ...pointOnStadium(way, (slot - LOWEST) * step * share), step, face: slot % 2 === 0 };
      if (joined.face || apart === 0) return joined;
      return {
        ...joined,
        x: lerp(joined.x, way.x - (slot - LOWEST) * RACK * step, apart),
        y: lerp(joined.y, way.y, apart),
        angle: lerp(joined.angle, slot > LOWEST ? 1.5 * Math.PI : Math.PI / 2, apart),
      };
    };
    const links = Array.from({ length: CHAIN_LINKS }, (_, place) => {
      const slot = CHAIN_LINKS - 1 - place;
      const late = Math.abs(slot - LOWEST) / CHAIN_LINKS;
      return linkAt(slot, 1 - smoothstep(linearStep(t, late, late + 0.42)), drawn);
    });
    const places = links.flatMap(linkPlaces);
    const missing = [0, 1, 2].map((k) => linkAt(CHAIN_LINKS + k, 0, 1));
    const near = linearStep(t, 0.75, 1);
    const name = label("joining");
    const type = fitFontSize(name, (way.radius + way.wide) * 1.24, Math.max(46, way.radius * 0.3), 13);
    return {
      grains: mapGrains((index) => {
        const rank = index % GROUP_SIZE;
        const { x, y } = places[rank + GROUP_SIZE * LAID.indexOf((index - rank) / GROUP_SIZE)] ?? way;
        return { x, y, r: linkGrainRadius(step), fill: palette.ember, opacity: 1, hollow: 0 };
      }),
      shapes: [
        ...drawChain(missing, palette, { key: "chain:missing", opacity: near, missing: true }),
        ...drawChain(links, palette, { key: "chain", opacity: 1 }),
        textMark("chain:joining", name, [way.x, way.y + type * 0.36], type, palette.ink, {
          anchor: "middle",
          face: "song",
          opacity: near,
        }),
      ],
    };
  },
};
