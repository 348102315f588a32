import { range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { lerp, smoothstep } from "../../lib/math.ts";
import type { LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { fitStadium, pointOnStadium, type Stadium } from "../../picture/layouts/stadium.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { onPaper } from "../../picture/palette.ts";
import { circlePath, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import {
  CHAIN_LINKS,
  drawChain,
  type Link,
  linkGrainRadius,
  linkHalfWidth,
  linkPlaces,
  RING_SLOTS,
} from "../props/chain.ts";

/** Slot of the lowest link, and the slots from the left of the gap to its right. */
const LOWEST = (CHAIN_LINKS - 1) / 2;
const SLOTS = range(CHAIN_LINKS - 1, -1, -1);
const MISSING = range(CHAIN_LINKS, RING_SLOTS);

/** Before the joining: share of the way at which the loops stand, and distance of the bars in their rack, in steps. */
const CLOSE = 0.87;
const RACK = 0.25;

const BEATS = {
  /** By the distance from the lowest link. */
  join: stagger(1 / CHAIN_LINKS, 0, 0.42, smoothstep),
  spread: beat(0.15, 1, smoothstep),
  light: beat(0.35, 0.9, smoothstep),
  name: beat(0.75, 1),
};

/** Returns the link of a slot in its place on the track; `share` below 1 moves all of them towards the lowest. */
function joinedLink(track: Stadium, slot: number, share: number): Link {
  const { step } = track;
  return { ...pointOnStadium(track, (slot - LOWEST) * step * share), step, face: slot % 2 === 0 };
}

/** Rings of the light about the gap, in steps of the track, from without, and its rays. */
const HALO = [1.5, 1.3, 1.1, 0.9, 0.7, 0.5] as const;
const RAYS = { count: 15, from: 1.58, to: [2.05, 1.82] } as const;
/** Distance of the name from the gap, in steps. */
const NAME = 2.6;
const WHITE: Rgb = [255, 252, 244];

function layout({ box, size, label }: LayoutContext) {
  // The light has room below the title.
  const air = box.height * (size.untitled ? 0.04 : 0.09);
  const track = fitStadium({ ...box, y: box.y + air, height: box.height - air }, RING_SLOTS, linkHalfWidth(1) + 0.05);
  const room = (track.radius + track.wide) * 1.24;
  const type = fitFontSize(label("joining"), room, typeSize(size, "display") * 1.25, 13);
  const gap = joinedLink(track, (CHAIN_LINKS + RING_SLOTS - 1) / 2, 1);
  const floor = joinedLink(track, LOWEST, 1).y - linkHalfWidth(track.step) * 1.2 - type * 0.6;
  return {
    track,
    type,
    missing: MISSING.map((slot) => joinedLink(track, slot, 1)),
    gap,
    nameY: Math.min(gap.y + track.step * NAME, floor),
  };
}

function linksAt(track: Stadium, t: number): readonly Link[] {
  const share = lerp(CLOSE, 1, BEATS.spread(t));
  return SLOTS.map((slot) => {
    const link = joinedLink(track, slot, share);
    const joined = BEATS.join(t, Math.abs(slot - LOWEST));
    if (link.face || joined === 1) return link;
    return {
      ...link,
      x: lerp(track.x - (slot - LOWEST) * RACK * track.step, link.x, joined),
      y: lerp(track.y, link.y, joined),
      angle: lerp(slot > LOWEST ? 1.5 * Math.PI : Math.PI / 2, link.angle, joined),
    };
  });
}

/** Draws the light that comes through the gap, the brightest place of the picture. */
function drawLight({ x, y }: Point, step: number, lit: number, palette: Palette): readonly Shape[] {
  const { ember } = palette;
  // On paper only white is brighter than the ground; by night it would be a disc.
  const [white, clear] = onPaper(palette) ? [0.95, 0.62] : [0.6, 0.5];
  const rays = range(RAYS.count).map((k) => {
    const angle = Math.PI * (1 + (k + 0.5) / RAYS.count);
    const [cos, sin] = [Math.cos(angle) * step, Math.sin(angle) * step];
    const to = RAYS.to[k % 2] ?? RAYS.from;
    return [
      { x: x - cos * RAYS.from, y: y - sin * RAYS.from },
      { x: x - cos * to, y: y - sin * to },
    ] as const;
  });
  const common = { strokeWidth: 0, layer: "back" } as const;
  return [
    ...HALO.map((radius, k) =>
      pathMark({
        ...common,
        key: `chain:halo:${k}`,
        d: circlePath({ x, y }, radius * step * lerp(0.7, 1, lit)),
        fill: mixRgb(ember, WHITE, white * (k / (HALO.length - 1))),
        opacity: lerp(0.12, clear, k / (HALO.length - 1)) * lit,
      }),
    ),
    pathMark({
      key: "chain:rays",
      d: segments(rays),
      stroke: ember,
      strokeWidth: Math.max(1, step * 0.035),
      layer: "back",
      opacity: 0.8 * lit,
    }),
  ];
}

/**
 * Loops in a ring and bars in a rack are joined from the lowest up both sides, and the two ends approach each other.
 * The last three links never come, and light comes through their gap.
 */
export const chain = defineScene({
  labels: ["joining"],
  elevation: () => 0.88,
  beats: BEATS,
  layout,
  draw({ track, type, missing, gap, nameY }, { t, palette, label }) {
    const links = linksAt(track, t);
    const places = links.flatMap(linkPlaces);
    const r = linkGrainRadius(track.step);
    return {
      grains: mapGrains((index) => {
        const { x, y } = places[index] ?? track;
        return { x, y, r, fill: palette.ember, opacity: 1, hollow: 0 };
      }),
      shapes: [
        ...drawLight(gap, track.step, BEATS.light(t), palette),
        // Unfilled: the light shines through the links that are missing.
        ...drawChain(missing, palette, { key: "chain:missing", opacity: BEATS.name(t), missing: true }).map((link) => ({
          ...link,
          fill: null,
        })),
        ...drawChain(links, palette, { key: "chain", opacity: 1 }),
        textMark({
          key: "chain:joining",
          text: label("joining"),
          x: track.x,
          y: nameY,
          baseline: "middle",
          size: type,
          fill: palette.ink,
          anchor: "middle",
          face: "song",
          opacity: BEATS.name(t),
        }),
      ],
    };
  },
});
