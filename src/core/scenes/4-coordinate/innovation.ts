import { clamp, easeOutQuad, lerp, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawBanner } from "../props/banner.ts";
import { CLOSE_GRAINS, closePlaces, drawChain, type Link, linkHalfWidth } from "../props/chain.ts";

/** Slots of the chain that are there, face on or edge on; a link is missing at MENDED, and one is to come at LONGER. */
const SLOTS = [1, 3, 4, 5] as const;
const [MENDED, STRONG, LONGER] = [2, 4, 6] as const;

/** Length of the six links in steps, and the slot at their middle. */
const [LENGTH, MIDDLE] = [6.7, 3.5];
const THICK = 2;

const BEATS = {
  mend: beat(0.04, 0.16),
  drop: beat(0.04, 0.28, easeOutQuad),
  extend: beat(0.3, 0.42),
  hook: beat(0.3, 0.54, easeOutQuad),
  strengthen: beat(0.56, 0.66),
  thicken: beat(0.56, 0.78, smoothstep),
  raise: beat(0.78, 1, easeOutQuad),
};

function layout({ size, box, label }: LayoutContext) {
  // On an upright stage the chain has the whole width and the flags stand under it; on a wide one they stand beside it.
  const upright = box.height > box.width * 0.7;
  const word = typeSize(size, "display") * 1.15;
  const type = typeSize(size, "label");
  const soon = textWidth(label("soon"), type);
  const room = Math.max(soon, word * 4.8);
  const long = upright ? box.width : box.width - room - word;
  const across = upright ? box.height * 0.5 - word * 3.2 : box.height - word * 3.6;
  const step = Math.min(long / LENGTH, across / 1.3);
  const aside = linkHalfWidth(step) * 1.5;
  const foot = box.y + box.height - type * 2.2;
  // On a low stage the flags stand between the names under the chain, so that they can be read.
  const low = upright && foot - (box.y + aside * 2 + word * 4.3) < word * 4.5;
  const cy = upright ? box.y + aside + word * (low ? 1.85 : 2.1) : box.y + (box.height - word * 2) * 0.42;
  const middle: Point = { x: box.x + long / 2, y: cy };
  const at = (slot: number): Link => ({
    x: middle.x + (slot - MIDDLE) * step,
    y: middle.y,
    angle: 0,
    step,
    face: slot % 2 === 0,
  });
  const words = [
    { key: "mend", slot: MENDED, side: 1 },
    { key: "strengthen", slot: STRONG, side: -1 },
    { key: "extend", slot: LONGER, side: 1 },
  ].map(({ key, slot, side }) => {
    const link = at(slot);
    return { key, anchor: "middle" as const, x: link.x, y: link.y + side * (aside + word * 0.95) };
  });
  const ground = upright ? foot : Math.min(foot, cy + step * 2.4);
  const top = upright ? cy + aside + word * (low ? 1.2 : 2.2) : box.y + word * 0.5;
  const height = clamp(ground - top, 60, Math.max(60, word * (upright ? 14 : 9)));
  const cloth = upright ? Math.min(height / 5, box.width * 0.075) : Math.min(word, height / 5);
  const centre = low ? at(STRONG).x : upright ? box.x + box.width / 2 : box.x + box.width - room / 2;
  const apart = upright ? Math.max(cloth * 1.6, soon * 0.25) : room * 0.25;
  return {
    word,
    type,
    at,
    words,
    chain: SLOTS.map(at),
    step,
    flags: { foot: ground, height, xs: [centre - apart, centre + apart], middle: centre, type: cloth },
  };
}

type Layout = ReturnType<typeof layout>;

function moved(link: Link, along: number, across: number): Link {
  const [cos, sin] = [Math.cos(link.angle), Math.sin(link.angle)];
  return { ...link, x: link.x + along * cos - across * sin, y: link.y + along * sin + across * cos };
}

function drawLinks({ at, chain, step }: Layout, t: number, palette: Palette): readonly Shape[] {
  const wanted = { ...palette, muted: palette.ink };
  // The missing link comes in from the side away from its name, and stays apart by a hair: it is wanted, not there.
  const away = step * (1 - BEATS.drop(t));
  const mended = moved(at(MENDED), 0, -away);
  const longer = moved(at(LONGER), step * 1.1 * (1 - BEATS.hook(t)), 0);
  const faces = chain.filter(({ face }) => face);
  const bars = chain.filter(({ face }) => !face);
  return [
    ...drawChain([at(STRONG)], wanted, {
      key: "links:strong",
      opacity: BEATS.strengthen(t),
      missing: true,
      thick: lerp(1, THICK, BEATS.thicken(t)),
    }),
    ...drawChain([mended], wanted, { key: "links:mended", opacity: BEATS.mend(t), missing: true }),
    ...drawChain([longer], wanted, { key: "links:longer", opacity: BEATS.extend(t), missing: true }),
    ...drawChain(faces, palette, { key: "links:faces", opacity: 1 }),
    ...drawChain(bars, palette, { key: "links", opacity: 1 }),
  ];
}

function drawWords({ words, word }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const shown = [BEATS.mend(t), BEATS.strengthen(t), BEATS.extend(t)];
  return words.map(({ key, ...place }, k) =>
    textMark({
      key: `links:${key}`,
      text: label(key),
      ...place,
      baseline: "middle",
      size: word,
      fill: palette.ink,
      face: "song",
      opacity: shown[k] ?? 0,
    }),
  );
}

function drawFlags({ flags, type }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const raised = BEATS.raise(t);
  const half = ((flags.xs[1] ?? 0) - (flags.xs[0] ?? 0)) * 0.95;
  return [
    ...["flag-one", "flag-two"].flatMap((key, k) =>
      drawBanner({
        key: `links:flag:${k}`,
        name: label(key),
        foot: { x: flags.xs[k] ?? 0, y: flags.foot },
        height: flags.height,
        type: flags.type,
        palette,
        raised,
      }),
    ),
    pathMark({
      key: "links:ground",
      layer: "back",
      stroke: palette.ink,
      strokeWidth: 1.4,
      opacity: raised,
      d: segments([
        [
          { x: flags.middle - half, y: flags.foot },
          { x: flags.middle + half, y: flags.foot },
        ],
      ]),
    }),
    textMark({
      key: "links:soon",
      text: label("soon"),
      x: flags.middle,
      y: flags.foot + type * 1.5,
      size: type,
      fill: palette.textIndustry,
      anchor: "middle",
      role: "note",
      opacity: raised,
    }),
  ];
}

function drawGrains({ chain, step }: Layout, palette: Palette): readonly Grain[] {
  const places = chain.flatMap(closePlaces);
  return mapGrains((index): Grain => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    const face = chain[Math.floor(index / CLOSE_GRAINS)]?.face === true;
    return { x, y, r: step * (face ? 0.038 : 0.034), fill: palette.ember, opacity: 1, hollow: 0 };
  });
}

/**
 * A chain from near, with a link missing. One is filled in, one added and one thickened, all three as dashed outlines;
 * the two flags at the end are still empty.
 */
export const innovation = defineScene({
  labels: ["mend", "extend", "strengthen", "flag-one", "flag-two", "soon"],
  elevation: () => 0.96,
  bundling: 0.4,
  beats: BEATS,
  layout,
  draw(places, at) {
    return {
      grains: drawGrains(places, at.palette),
      shapes: [...drawLinks(places, at.t, at.palette), ...drawWords(places, at), ...drawFlags(places, at)],
    };
  },
});
