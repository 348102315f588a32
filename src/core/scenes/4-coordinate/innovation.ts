import { pairs, range } from "d3-array";
import { easeOutQuad, lerp, smoothstep } from "../../lib/math.ts";
import { memoizeByKey } from "../../lib/memoize.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { type GrainGroup, GROUP_SIZE, groupOf, rankInGroup } from "../groups.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { circlePath, halfCircle, polygon, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { type TypeRole, typeSize } from "../../picture/type-scale.ts";
import { drawBanner } from "../props/banner.ts";
import {
  CHAIN_LINKS,
  drawChain,
  type Link,
  linkGrainRadius,
  linkPlaces,
  RING_SLOTS,
  ringLink,
  ringStep,
} from "../props/chain.ts";

/** Extent of the ring with two links at its lower right, from its centre: up and left, down and right, in radii. */
const REACH = { before: 1.3, after: 1.46 } as const;
const HOOK = 4;
const STRONG: readonly number[] = [5, 6, 7];
const OPEN = -0.18 * Math.PI;
const AJAR = -0.06 * Math.PI;
const THICK = 1.9;

/** Thirds of the chain from the gap's left end over the ring's foot to its right end. */
const THIRDS: Readonly<Record<GrainGroup, number>> = { industry: 0, rural: 1, services: 2 };

const BEATS = {
  mend: beat(0.08, 0.32),
  swing: beat(0.08, 0.32, smoothstep),
  extend: beat(0.32, 0.56),
  hook: beat(0.32, 0.56, easeOutQuad),
  strengthen: beat(0.56, 0.78),
  thicken: beat(0.56, 0.78, smoothstep),
  say: beat(0.8, 0.95),
};

function layout({ size, box }: LayoutContext) {
  const edge = Math.min(box.width, box.height);
  const radius = edge / (REACH.before + REACH.after);
  const centre = {
    x: box.x + (box.width - edge) / 2 + radius * REACH.before,
    y: box.y + (box.height - edge) * 0.45 + radius * REACH.before,
  };
  const fitted = (role: TypeRole, share: number) => Math.min(typeSize(size, role), Math.max(11.5, radius * share));
  const type = fitted("label", 0.125);
  // On a wide stage, cloud and tape stand beside the ring.
  const aside = Math.min(radius * 0.75, (box.width - edge) / 2);
  return {
    centre,
    radius,
    type,
    word: fitted("display", 0.175),
    step: ringStep(radius),
    chain: range(CHAIN_LINKS).map((slot) => ringLink(slot, centre, radius)),
    gap: range(CHAIN_LINKS, RING_SLOTS).map((slot) => ringLink(slot, centre, radius)),
    top: centre.y - radius * REACH.before,
    bottom: centre.y + radius * REACH.after,
    left: centre.x - radius * REACH.before - aside,
    right: centre.x + radius * REACH.after + aside,
    wide: type * (aside > type ? 5 : 4.2),
    banner: { height: radius * 0.76, type: fitted("display", 0.137), foot: centre.y + radius * 0.32 },
  };
}

type Layout = ReturnType<typeof layout>;

/** Returns the links over the gap. They hang on the ring's left end and do not reach the right one. */
function mendingLinks({ centre, radius, gap }: Layout, turn: number): readonly Link[] {
  const hinge = ringLink(CHAIN_LINKS - 0.6, centre, radius);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return gap.map((link) => {
    const [dx, dy] = [link.x - hinge.x, link.y - hinge.y];
    return {
      ...link,
      x: hinge.x + dx * cos - dy * sin,
      y: hinge.y + dx * sin + dy * cos,
      angle: link.angle + turn,
    };
  });
}

function additionalLinks({ centre, radius }: Layout, away: number): readonly Link[] {
  const hook = ringLink(HOOK, centre, radius);
  const angle = hook.angle - Math.PI / 2;
  return [0, 1].map((k) => {
    const out = radius + hook.step * (0.86 + k);
    return {
      ...hook,
      x: centre.x + out * Math.cos(angle) + away,
      y: centre.y + out * Math.sin(angle) + away,
      angle,
      face: k === 1,
    };
  });
}

function drawLinks(places: Layout, t: number, palette: Palette): readonly Shape[] {
  const { chain, gap, step } = places;
  const wanted = { ...palette, muted: palette.ink };
  const strong = chain.filter((_, slot) => STRONG.includes(slot));
  const mending = mendingLinks(places, lerp(OPEN, AJAR, BEATS.swing(t)));
  const longer = additionalLinks(places, (1 - BEATS.hook(t)) * step * 0.6);
  const [mended, extended, strengthened] = [BEATS.mend(t), BEATS.extend(t), BEATS.strengthen(t)];
  return [
    ...drawChain(gap, palette, { key: "chain:missing", opacity: 1 - mended, missing: true }),
    ...drawChain(strong, wanted, {
      key: "links:strong",
      opacity: strengthened,
      missing: true,
      thick: lerp(1, THICK, BEATS.thicken(t)),
    }),
    ...drawChain(
      chain.filter(({ face }) => face),
      palette,
      { key: "chain", opacity: 1 },
    ),
    ...drawChain(mending, wanted, { key: "links:mended", opacity: mended, missing: true }),
    ...drawChain(
      chain.filter(({ face }) => !face),
      palette,
      { key: "links", opacity: 1 },
    ),
    ...drawChain(longer, wanted, { key: "links:longer", opacity: extended, missing: true }),
  ];
}

function drawWords(
  { centre: { x, y }, radius, bottom, type, word }: Layout,
  label: LayoutContext["label"],
  t: number,
  palette: Palette,
): readonly Shape[] {
  const words = [
    { key: "mend", x, y: y - radius * 0.56, opacity: BEATS.mend(t) },
    { key: "extend", x: x + radius * 0.62, y: bottom - type * 0.3, opacity: BEATS.extend(t) },
    { key: "strengthen", x, y: y + radius * 0.74, opacity: BEATS.strengthen(t) },
  ];
  return words.map(({ key, ...rest }) =>
    textMark({
      key: `links:${key}`,
      text: label(key),
      ...rest,
      size: word,
      fill: palette.ink,
      face: "song",
      anchor: "middle",
    }),
  );
}

function drawBanners(
  { centre, radius, type, banner }: Layout,
  label: LayoutContext["label"],
  palette: Palette,
): readonly Shape[] {
  return [
    ...["flag-one", "flag-two"].flatMap((key, k) =>
      drawBanner({
        key: `links:flag:${k}`,
        name: label(key),
        foot: { x: centre.x + (k - 0.5) * radius * 0.54, y: banner.foot },
        height: banner.height,
        type: banner.type,
        palette,
      }),
    ),
    textMark({
      key: "links:soon",
      text: label("soon"),
      x: centre.x,
      y: banner.foot + type * 1.5,
      size: type,
      fill: palette.textIndustry,
      anchor: "middle",
      role: "note",
    }),
  ];
}

const CURL = [-1, 0.86, -0.56, 0.44, -0.16];

function curlPath({ x, y }: Point, r: number, side: 1 | -1): string {
  const ends = CURL.map((k) => ({ x: x + side * k * r, y }));
  return pairs(ends, (from, to) => halfCircle(from, to, side > 0)).join("");
}

const WIND = [
  { from: 2.2, to: 9.2 },
  { from: 3.4, to: 12 },
  { from: 1.4, to: 7.4 },
];

const cloudPath = memoizeByKey((x: number, y: number, width: number): string => {
  const u = width / 12;
  const wind = WIND.map(
    ({ from, to }, row) =>
      [
        { x: x + from * u, y: y + row * u },
        { x: x + to * u, y: y + row * u },
      ] as const,
  );
  return (
    curlPath({ x: x + 2.6 * u, y: y - 1.4 * u }, 1.9 * u, 1) +
    curlPath({ x: x + 6.1 * u, y: y - 3.1 * u }, 2.4 * u, 1) +
    curlPath({ x: x + 9.6 * u, y: y - 1.4 * u }, 1.9 * u, -1) +
    segments(wind)
  );
}, 4);

const TORN = [0.5, 0, 0.6, 0.1, 0.5];

const tapePaths = memoizeByKey((x: number, y: number, width: number) => {
  const u = width / 12;
  const hole = (column: number, row: number, r: number): string =>
    circlePath({ x: x + (column + 0.8) * u, y: y - (row + 0.65) * u }, r * u);
  const holes = range(11).map((column) => {
    const rows = [0, 2, 3].filter((row) => (column * 5 + row * 3) % 7 < 4);
    return hole(column, 1, 0.13) + rows.map((row) => hole(column, row, 0.3)).join("");
  });
  const edge = polygon([
    { x, y },
    ...TORN.map((out, k) => ({ x: x + (12 + out) * u, y: y - 1.075 * k * u })),
    { x, y: y - 4.3 * u },
  ]);
  return { edge, holes: holes.join("") };
}, 4);

function drawCloudAndTape(
  { type, top, bottom, left, right, wide }: Layout,
  label: LayoutContext["label"],
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const tape = tapePaths(left, bottom - type * 1.6, wide);
  return [
    pathMark({
      key: "links:cloud",
      d: cloudPath(right - wide, top + type * 3.6, wide),
      stroke: palette.muted,
      strokeWidth: 1.3,
      layer: "back",
      opacity,
    }),
    textMark({
      key: "links:cloud:word",
      text: label("cloud"),
      x: right,
      y: top + type,
      size: type,
      fill: palette.ink,
      anchor: "end",
      opacity,
    }),
    pathMark({
      key: "links:data",
      d: tape.edge,
      stroke: palette.muted,
      strokeWidth: 1.2,
      layer: "back",
      opacity,
    }),
    pathMark({
      key: "links:data:holes",
      d: tape.holes,
      fill: palette.muted,
      strokeWidth: 0,
      layer: "back",
      opacity,
    }),
    textMark({
      key: "links:data:word",
      text: label("data"),
      x: left,
      y: bottom - type * 0.2,
      size: type,
      fill: palette.ink,
      opacity,
    }),
  ];
}

function drawGrains({ chain, centre, step }: Layout, { ember }: Palette): readonly Grain[] {
  const seats = [...chain].reverse().flatMap(linkPlaces);
  const r = linkGrainRadius(step);
  return mapGrains((index): Grain => {
    const { x, y } = seats[THIRDS[groupOf(index)] * GROUP_SIZE + rankInGroup(index)] ?? centre;
    return { x, y, r, fill: ember, opacity: 1, hollow: 0 };
  });
}

/**
 * The ring of the second chapter: missing links come down on the gap, two make it longer, some are to be stronger. All
 * that is wanted stays a dashed outline and the ring stays open.
 */
export const innovation = defineScene({
  labels: ["mend", "extend", "strengthen", "flag-one", "flag-two", "soon", "cloud", "data"],
  elevation: () => 0.98,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => ({
    grains: drawGrains(places, palette),
    shapes: [
      ...drawLinks(places, t, palette),
      ...drawWords(places, label, t, palette),
      ...drawBanners(places, label, palette),
      ...drawCloudAndTape(places, label, palette, BEATS.say(t)),
    ],
  }),
});
