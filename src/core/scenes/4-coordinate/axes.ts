import { linearStep } from "../../lib/math.ts";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import type { Grain, Palette, SceneContext, Shape } from "../../model/picture.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, rectMark, textMark } from "../../picture/marks.ts";
import { defineScene } from "../../picture/scene.ts";
import { type GrainGroup, groupOf, rankInGroup } from "../groups.ts";
import { type Layout, type Noun, type Origin, ROPES, SPOTS, layout } from "./axes-layout.ts";
import { BEATS, bobAt, drawBob, drawHook, drawRope, swing } from "./axes-gear.ts";

const ROPE_OF: Readonly<Record<GrainGroup, number>> = { industry: 0, services: 1, rural: 2 };

function originInks({ industry, services, ember, muted }: Palette, origin: Origin): readonly Rgb[] {
  if (origin === "both") return [industry, services];
  return [origin === "industry" ? industry : origin === "services" ? services : origin === "ember" ? ember : muted];
}

function drawTag(places: Layout, k: number, row: number, noun: Noun, at: SceneContext): readonly Shape[] {
  const { xs, ys, tag, type } = places;
  const { palette, t } = at;
  const out = BEATS.hang(t, row + k * 0.4);
  const y = (ys[row] ?? 0) - places.drop * (1 - out);
  const x = (xs[k] ?? 0) + swing(places, t, y);
  const [left, top] = [x - tag.width / 2, y - tag.height / 2];
  const opacity = linearStep(out, 0.1, 0.7);
  const inks = originInks(palette, noun.origin);
  const formed = noun.tense === "formed";
  return [
    rectMark({
      key: `axes:tag:${noun.key}`,
      x: left,
      y: top,
      width: tag.width,
      height: tag.height,
      fill: formed ? palette.textEmber : palette.background,
      stroke: formed ? palette.textEmber : palette.ink,
      strokeWidth: 1.2,
      radius: 1.5,
      dash: noun.tense === "goal" ? "4 3" : undefined,
      opacity,
    }),
    ...(noun.tense === "moving"
      ? [
          pathMark({
            key: `axes:tone:${noun.key}`,
            d: places.hatching,
            translate: [left, top],
            stroke: mixRgb(palette.background, palette.ember, 0.36),
            strokeWidth: 1,
            opacity,
          }),
        ]
      : []),
    ...inks.map((fill, part) =>
      rectMark({
        key: `axes:edge:${noun.key}:${part}`,
        x: left + 2,
        y: top + 2 + (part * (tag.height - 4)) / inks.length,
        width: Math.max(3, tag.pad * 0.6),
        height: (tag.height - 4) / inks.length,
        fill,
        strokeWidth: 0,
        opacity,
      }),
    ),
    textMark({
      key: `axes:noun:${noun.key}`,
      text: at.label(noun.key),
      x: x + tag.pad * 0.35,
      y,
      baseline: "middle",
      anchor: "middle",
      size: type,
      fill: formed ? palette.background : palette.ink,
      opacity,
    }),
  ];
}

function drawNames({ xs, bar, beam, name }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  return ROPES.flatMap(({ key }, k) => {
    const text = textMark({
      key: `axes:name:${key}`,
      text: label(key),
      x: xs[k] ?? 0,
      y: bar + name * 1.5,
      anchor: "middle",
      size: name,
      face: "song",
      fill: palette.textRed,
      opacity: BEATS.name(t, k),
    });
    return [
      // A sign under the beam: it hides the rope's upper end.
      rectMark({
        key: `axes:plate:${key}`,
        x: text.x - name * 2.25,
        y: bar + beam,
        width: name * 4.5,
        height: name * 1.86 - beam,
        fill: palette.background,
        stroke: palette.textRed,
        strokeWidth: Math.max(1.2, name * 0.06),
        radius: 2,
        opacity: text.opacity,
      }),
      text,
    ];
  });
}

function drawGrains(places: Layout, t: number, palette: Palette): readonly Grain[] {
  const { pitch } = places;
  const bobs = ROPES.map((_, k) => bobAt(places, k, t));
  return mapGrains((index): Grain => {
    const bob = bobs[ROPE_OF[groupOf(index)]] ?? { x: 0, y: 0 };
    const spot = SPOTS[rankInGroup(index)] ?? { x: 0, y: 0 };
    return {
      x: bob.x + spot.x * pitch,
      y: bob.y + spot.y * pitch,
      r: pitch * 0.44,
      fill: palette.textEmber,
      opacity: 1,
      // Keeping an eye on a thing is a demand.
      hollow: 1,
    };
  });
}

/** Three equal plumb lines from one hook. Nouns met before hang as tags from the line that the interview gives them. */
export const axes = defineScene({
  labels: ROPES.flatMap(({ key, nouns }) => [key, ...nouns.map((noun) => noun.key)]),
  elevation: () => 0.92,
  beats: BEATS,
  layout,
  draw: (places, at) => {
    const { t, palette } = at;
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        ...drawHook(places, palette),
        ...ROPES.flatMap((_, k) => [...drawRope(places, k, t, palette), ...drawBob(places, k, t, palette)]),
        ...drawNames(places, at),
        ...ROPES.flatMap(({ nouns }, k) => nouns.flatMap((noun, row) => drawTag(places, k, row, noun, at))),
      ],
    };
  },
});
