import { along, track } from "../formations/track.ts";
import { CHAIN_LINKS, chainBodies, linkGrain, linkHalf, linkPlaces, RING_SLOTS, type Link } from "../motifs/chain.ts";
import { letters } from "../motifs/lettering.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { eachGrain, GROUP_SIZE } from "../picture/grains.ts";
import type { Scene } from "../picture/model.ts";
import { fitSize } from "../picture/text.ts";

/** Slot of the lowest link, where the joining begins. */
const LOWEST = (CHAIN_LINKS - 1) / 2;

/** The groups in the order in which they lie in the chain, from the left of the gap: the two valves' to the sides, the row between them below. */
const LAID = [0, 2, 1];

/** Before they are joined the loops stand on this share of their way, and the bars in a rack in the middle, so many steps apart. */
const CLOSE = 0.87;
const RACK = 0.25;

/** Parts laid out in order, loops round about and bars in a rack, are joined from the lowest up both sides, and the two ends draw towards each other. The last three links never come. */
export const chain: Scene = {
  words: ["joining"],
  ground: () => 0.9,
  draw({ act, box, palette, word }) {
    const way = track(box, RING_SLOTS, linkHalf(1) + 0.05);
    const { step } = way;
    const drawn = blend(CLOSE, 1, heavy(span(act, 0.15, 1)));
    const linkAt = (slot: number, apart: number, share: number): Link => {
      const joined = { ...along(way, (slot - LOWEST) * step * share), step, face: slot % 2 === 0 };
      if (joined.face || apart === 0) return joined;
      return {
        ...joined,
        x: blend(joined.x, way.x - (slot - LOWEST) * RACK * step, apart),
        y: blend(joined.y, way.y, apart),
        angle: blend(joined.angle, slot > LOWEST ? 1.5 * Math.PI : Math.PI / 2, apart),
      };
    };
    const links = Array.from({ length: CHAIN_LINKS }, (_, place) => {
      const slot = CHAIN_LINKS - 1 - place;
      const late = Math.abs(slot - LOWEST) / CHAIN_LINKS;
      return linkAt(slot, 1 - heavy(span(act, late, late + 0.42)), drawn);
    });
    const places = links.flatMap(linkPlaces);
    const missing = [0, 1, 2].map((k) => linkAt(CHAIN_LINKS + k, 0, 1));
    const near = span(act, 0.75, 1);
    const name = word("joining");
    const type = fitSize(name, (way.radius + way.wide) * 1.24, Math.max(46, way.radius * 0.3), 13);
    return {
      grains: eachGrain((index) => {
        const rank = index % GROUP_SIZE;
        const { x, y } = places[rank + GROUP_SIZE * LAID.indexOf((index - rank) / GROUP_SIZE)] ?? way;
        return { x, y, r: linkGrain(step), fill: palette.ember, opacity: 1, hollow: 0 };
      }),
      shapes: [
        ...chainBodies(missing, palette, { key: "chain:missing", opacity: near, missing: true }),
        ...chainBodies(links, palette, { key: "chain", opacity: 1 }),
        letters("chain:joining", name, [way.x, way.y + type * 0.36], type, palette.ink, {
          anchor: "middle",
          face: "song",
          opacity: near,
        }),
      ],
    };
  },
};
