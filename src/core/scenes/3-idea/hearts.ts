import { mixRgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { idleColor, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { onPaper } from "../../picture/palette.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { DOTS, dotPath, dotPlaces, GRAIN, hookPath, hookPlaces, STROKE_GRAINS, type Place } from "./hearts-strokes.ts";

/** Four phrases, and the four strokes of 心 that their lines of grains become, in the order of writing. */
const PHRASES = ["one", "two", "three", "four"] as const;
const HEARTS = ["kind", "true", "care"] as const;

const BEATS = {
  read: stagger(0.09, 0, 0.06),
  shrink: beat(0.38, 0.48, smoothstep),
  centre: beat(0.88, 0.97),
  hook: beat(0.38, 0.64),
  hookInk: beat(0.54, 0.66),
  dot: stagger(0.1, 0.46, 0.74),
  /** The brush presses quickly and goes a little too deep. */
  press: stagger(0.1, 0.68, 0.76, (k) => 1.06 * smoothstep(linearStep(k, 0, 0.7)) - 0.06 * linearStep(k, 0.7, 1)),
  need: stagger(0.1, 0.72, 0.79),
};

/** Height of 心 and of the air above its middle dot, in sides of the character. */
const BODY = 0.76;
const TOP = 0.18;

function layout({ box: stage, size, label }: LayoutContext) {
  const type = typeSize(size, "label");
  // The lower edge of a phone's stage fades.
  const box = { ...stage, height: stage.height - (size.untitled === true ? 0 : type * 0.8) };
  const cx = box.x + box.width / 2;
  const name = typeSize(size, "display") * 1.25;
  const small = clamp(Math.min(box.width / 19.5, box.height / 15), 12, typeSize(size, "display"));
  const inLine = small >= typeSize(size, "small") || box.height < 260;
  const head = (inLine ? small * 1.5 : small * 2.95) + type * 0.5;
  const foot = name * 1.15;
  const words = name * 1.05 + type * 1.3;
  const side = Math.min((box.height - head - foot - words) / BODY, box.width * 0.86);
  const slack = box.height - head - foot - words - side * BODY;
  const top = box.y + head + words + slack / 2 - TOP * side;
  const left = cx - 0.5 * side;
  const place: Place = (x, y) => ({ x: left + x * side, y: top + y * side });
  const half = textWidth(label("to-kind"), type) / 2;
  const [edge, end] = [box.x + half, box.x + box.width - half];
  const beside = (box.width - side) / 2 > half * 1.7;
  const spots = DOTS.map((dot, k) => {
    const { x, y } = place(dot.x, dot.y);
    const out = (k - 1) * (beside ? side * (0.11 + 0.08 * k) + half : side * 0.07);
    return {
      x: clamp(x + out, edge, end),
      y: y - type * (k === 0 ? 1.1 : 0.75) + (beside && k !== 1 ? side * 0.18 : 0),
    };
  });
  const pace = (box.height - foot) / PHRASES.length;
  const large = Math.min(box.width / 4.4, pace / 1.62);
  const lines = PHRASES.map((_, k) => ({ x: cx, y: box.y + pace * k + (pace - large * 1.5) / 2 + large * 0.9 }));
  const gap = small * 0.7;
  const small4 = small * 4;
  const heads = PHRASES.map((_, k) =>
    inLine
      ? { x: cx + (k - 1.5) * (small4 + gap), y: box.y + small }
      : { x: cx + ((k % 2) - 0.5) * (small4 + gap), y: box.y + small + Math.floor(k / 2) * small * 1.45 },
  );
  return {
    cx,
    type,
    name,
    small,
    large,
    side,
    place,
    lines,
    heads,
    spots,
    strokes: [dotPlaces(DOTS[0], place), hookPlaces(place, side), dotPlaces(DOTS[1], place), dotPlaces(DOTS[2], place)],
    hook: hookPath(place),
    foot: top + side * (TOP + BODY) + name * 1.02,
  };
}

type Layout = ReturnType<typeof layout>;

function drawPhrases({ large, small, lines, heads }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const k = BEATS.shrink(t);
  return PHRASES.map((key, index) => {
    const [from, to] = [lines[index], heads[index]];
    return textMark({
      key: `hearts:phrase:${key}`,
      text: label(key),
      x: lerp(from?.x ?? 0, to?.x ?? 0, k),
      y: lerp(from?.y ?? 0, to?.y ?? 0, k),
      size: lerp(large, small, k),
      face: "song",
      anchor: "middle",
      fill: index % 2 === 0 ? palette.textEmber : palette.ink,
      opacity: BEATS.read(t, index),
    });
  });
}

function strokeBeat(t: number, stroke: number): number {
  return stroke === 1 ? BEATS.hook(t) : BEATS.dot(t, stroke === 0 ? 0 : stroke - 1);
}

function drawGrains({ lines, large, side, strokes }: Layout, t: number, palette: Palette): readonly Grain[] {
  const idle = idleColor(palette);
  const inStroke = onPaper(palette) ? palette.ember : mixRgb(palette.ember, palette.background, 0.5);
  const rows = STROKE_GRAINS / 2;
  const pitch = (large * 3.9) / rows;
  return mapGrains((index): Grain => {
    const stroke = Math.floor(index / STROKE_GRAINS);
    const rank = index % STROKE_GRAINS;
    const line = lines[stroke] ?? { x: 0, y: 0 };
    const from: Point = {
      x: line.x + (Math.floor(rank / 2) - (rows - 1) / 2) * pitch,
      y: line.y + large * 0.3 + (rank % 2) * pitch,
    };
    const to = strokes[stroke]?.[rank] ?? from;
    const start = (0.4 * rank) / STROKE_GRAINS;
    const own = smoothstep(linearStep(strokeBeat(t, stroke), start, start + 0.6));
    const lit = BEATS.read(t, stroke);
    const spoken = mixRgb(idle, stroke % 2 === 0 ? palette.ember : palette.muted, lit);
    return {
      x: lerp(from.x, to.x, own),
      y: lerp(from.y, to.y, own),
      r: lerp(pitch * 0.42, side * GRAIN, own),
      fill: mixRgb(spoken, inStroke, own),
      opacity: 1,
      // The hearts are demands.
      hollow: lerp(1 - lit, 1, own),
    };
  });
}

function drawStrokes({ place, hook }: Layout, t: number, { ink }: Palette): readonly Shape[] {
  return [
    pathMark({ key: "hearts:hook", layer: "back", fill: ink, strokeWidth: 0, d: hook, opacity: BEATS.hookInk(t) }),
    ...DOTS.flatMap((dot, k) => {
      const pressed = BEATS.press(t, k);
      if (pressed <= 0) return [];
      return [
        pathMark({ key: `hearts:dot:${k}`, layer: "back", fill: ink, strokeWidth: 0, d: dotPath(dot, place, pressed) }),
      ];
    }),
  ];
}

function drawNeeds({ spots, type, name }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  return HEARTS.flatMap((key, k) => {
    const spot = spots[k] ?? { x: 0, y: 0 };
    const common = { x: spot.x, anchor: "middle", opacity: BEATS.need(t, k) } as const;
    return [
      textMark({
        ...common,
        key: `hearts:name:${key}`,
        text: label(key),
        y: spot.y - type * 1.3,
        size: name,
        face: "song",
        fill: palette.ink,
      }),
      textMark({
        ...common,
        key: `hearts:to:${key}`,
        text: label(`to-${key}`),
        y: spot.y,
        size: type,
        fill: palette.ink,
      }),
    ];
  });
}

/**
 * Four phrases are read one after the other. Their lines of grains write 心: the hook, then the three dots, each with
 * the need that it stands for.
 */
export const hearts = defineScene({
  labels: [...PHRASES, "centre", ...HEARTS, ...HEARTS.map((key) => `to-${key}`)],
  elevation: () => 0.92,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, palette, label } = at;
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        ...drawStrokes(places, t, palette),
        ...drawPhrases(places, at),
        ...drawNeeds(places, at),
        textMark({
          key: "hearts:centre",
          text: label("centre"),
          x: places.cx,
          y: places.foot,
          size: places.name,
          face: "song",
          anchor: "middle",
          fill: palette.textRed,
          opacity: BEATS.centre(t),
        }),
      ],
    };
  },
});
