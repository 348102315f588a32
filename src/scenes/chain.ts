import {
  CHAIN_LINKS,
  chainBodies,
  linkGrain,
  linkHalf,
  linkPlaces,
  RING_SLOTS,
  ringLink,
  ringStep,
  type Link,
} from "../motifs/chain.ts";
import { letters } from "../motifs/lettering.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { centre } from "../picture/frame.ts";
import { eachGrain } from "../picture/grains.ts";
import type { Box, Scene } from "../picture/model.ts";
import { stream } from "../picture/random.ts";
import { fitSize } from "../picture/text.ts";

/** Where the ring stands: its centre and radius, px. */
export function chainRing(box: Box): { readonly x: number; readonly y: number; readonly radius: number } {
  const [x, y] = centre(box);
  const outer = Math.min(box.width, box.height) / 2;
  return { x, y, radius: outer / (1 + linkHalf(ringStep(1)) + 0.04) };
}

/** How far the missing links leave the ring open at the start, in slots. */
const WIDE = 18.6;

/** How each link lies before it is joined: place in the box (0–1 each) and turn. */
const LOOSE: readonly (readonly [x: number, y: number, turn: number])[] = (() => {
  const random = stream("loose links");
  return Array.from(
    { length: CHAIN_LINKS },
    (_, k) => [(k + 0.5) / CHAIN_LINKS, ((k * 5) % CHAIN_LINKS) / CHAIN_LINKS, (random() - 0.5) * 2.4] as const,
  );
})();

function between(a: Link, b: Link, k: number): Link {
  return { ...b, x: blend(a.x, b.x, k), y: blend(a.y, b.y, k), angle: blend(a.angle, b.angle, k) };
}

/** Links settle where they fall, are joined from the lowest up both sides, and draw towards each other. The last three never come. */
export const chain: Scene = {
  words: ["joining"],
  ground: () => 0.9,
  draw(at) {
    const { act, box, palette, word } = at;
    const ring = chainRing(box);
    const step = ringStep(ring.radius);
    const slots = blend(WIDE, RING_SLOTS, heavy(span(act, 0.2, 1)));
    const inner = {
      x: box.x + step * 0.8,
      y: box.y + step * 0.8,
      width: box.width - 1.6 * step,
      height: box.height - 1.6 * step,
    };
    const links = LOOSE.map(([x, y, turn], place): Link => {
      // Left to right on the ground is from the gap's left end round to its right one.
      const slot = CHAIN_LINKS - 1 - place;
      const joined = ringLink(slot, ring, ring.radius, slots);
      const late = Math.abs(slot - (CHAIN_LINKS - 1) / 2) / CHAIN_LINKS;
      const loose = {
        ...joined,
        x: inner.x + x * inner.width,
        y: inner.y + y * inner.height,
        angle: joined.angle + turn,
      };
      return between(loose, joined, heavy(span(act, late * 0.6, late * 0.6 + 0.45)));
    });
    const places = links.flatMap(linkPlaces);
    const missing = [0, 1, 2].map((k) => ringLink(CHAIN_LINKS + k, ring, ring.radius));
    const near = span(act, 0.75, 1);
    const name = word("joining");
    const type = fitSize(name, ring.radius * 1.3, 46, 13);
    return {
      grains: eachGrain((index) => {
        const { x, y } = places[index] ?? ring;
        return { x, y, r: linkGrain(step), fill: palette.ember, opacity: 1, hollow: 0 };
      }),
      shapes: [
        ...chainBodies(missing, palette, { key: "chain:missing", opacity: near, missing: true }),
        ...chainBodies(links, palette, { key: "chain", opacity: 1 }),
        letters("chain:joining", name, [ring.x, ring.y + type * 0.36], type, palette.ink, {
          anchor: "middle",
          face: "song",
          opacity: near,
        }),
      ],
    };
  },
};
