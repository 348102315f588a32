import { scaleLinear } from "d3-scale";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { LayoutContext, Palette, SceneSlider, Shape } from "../../model/picture.ts";
import { ACTION_END, ENTER_END } from "../../model/timing.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { circlePath, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { drawGoalSeal } from "../props/vessel/seal.ts";
import { drawVessel } from "../props/vessel/vessel.ts";
import { wheelsBehind, wheelTraces } from "../props/vessel/wheels.ts";
import { climbingGrains } from "./closing-grains.ts";
import { drawHill, drawPithead } from "./closing-hill.ts";
import { type ClosingLayout, HALO, layoutClosing, sliderTrack } from "./closing-layout.ts";

const SLIDER_STOPS = [0, 0.44, 0.88] as const;
const WORDS = ["steady", "forward", "bright"] as const;

const BEATS = {
  sink: beat(0.2, 0),
  lift: beat(0.05, 0.38),
  wheelsIn: beat(0.26, 0.4),
  wheelsOut: beat(0.64, 0.5),
  trace: beat(0.5, 0.64),
  stairs: beat(0.44, 0.6),
  raise: beat(0.56, 0.7),
  grow: beat(0.6, 0.94),
  /** The wheels' grains go to the legs, which `cast` draws. */
  melt: beat(0.46, 0.84),
  cast: beat(0.62, 0.82),
  third: beat(0.7, 0.88),
  fret: beat(0.74, 0.88),
  seal: beat(0.86, 0.94),
  word: stagger(0.22, 0.36, 0.44),
  arrowBack: beat(0.06, 0.12),
  arrowOn: beat(0.94, 0.88),
};

const GROUND = {
  dusk: beat(0.1, 0.4, smoothstep),
  // Fast, because grey between dusk and paper has little contrast to either ink.
  morning: beat(0.59, 0.64, smoothstep),
  noon: beat(0.64, 0.92),
};
const [DUSK, PAPER] = [0.5, 0.9];

/** In hundredths, because every other background makes new colours, and with them new drawings. */
function groundAt(t: number): number {
  const height = DUSK * GROUND.dusk(t) + (PAPER - DUSK) * GROUND.morning(t) + (1 - PAPER) * GROUND.noon(t);
  return Math.round(100 * height) / 100;
}

const KNOB = 10;

const slider: SceneSlider = {
  track: sliderTrack,
  stops: [
    { at: SLIDER_STOPS[0], name: (label) => label("mine") },
    { at: SLIDER_STOPS[1], name: (label) => label("two") },
    { at: SLIDER_STOPS[2], name: (label) => `${label("three")}（${label("goal")}）` },
  ],
};

function drawHandle(x: number, y: number, t: number, { red, background }: Palette): readonly Shape[] {
  const arrow = (side: -1 | 1): string => {
    const tip = x + side * (HALO + 8);
    return polyline([
      { x: tip - side * 4.5, y: y - 5 },
      { x: tip, y },
      { x: tip - side * 4.5, y: y + 5 },
    ]);
  };
  const grip = [-3.5, 0, 3.5].map(
    (dx) =>
      [
        { x: x + dx, y: y - 4.5 },
        { x: x + dx, y: y + 4.5 },
      ] as const,
  );
  const line = { stroke: red, strokeWidth: 2 } as const;
  return [
    pathMark({ key: "closing:halo", d: circlePath({ x, y }, HALO), fill: background, stroke: red, strokeWidth: 1.4 }),
    pathMark({ key: "closing:knob", d: circlePath({ x, y }, KNOB), fill: red, ...line }),
    pathMark({ key: "closing:grip", d: segments(grip), stroke: background, strokeWidth: 1.5 }),
    pathMark({ key: "closing:back", d: arrow(-1), ...line, opacity: BEATS.arrowBack(t) }),
    pathMark({ key: "closing:on", d: arrow(1), ...line, opacity: BEATS.arrowOn(t) }),
  ];
}

function drawTrack(
  { box, type, track: { x1, x2, y } }: ClosingLayout,
  label: LayoutContext["label"],
  t: number,
  palette: Palette,
): readonly Shape[] {
  const x = scaleLinear([0, 1], [x1, x2]);
  const line = { y1: y, y2: y, stroke: palette.muted, strokeWidth: 2 } as const;
  return [
    ruleMark({ ...line, key: "closing:track", x1, x2: x(SLIDER_STOPS[2]) }),
    ruleMark({ ...line, key: "closing:open", x1: x(SLIDER_STOPS[2]), x2, dash: "3 4" }),
    ruleMark({
      ...line,
      key: "closing:way",
      x1,
      x2: x(Math.min(t, SLIDER_STOPS[2])),
      stroke: palette.ink,
      strokeWidth: 3,
    }),
    ...slider.stops.flatMap(({ at, name }, k) => {
      const colour = k === 2 ? palette.textRural : palette.ink;
      return [
        pathMark({
          key: `closing:station:${k}`,
          d: circlePath({ x: x(at), y }, 6),
          fill: palette.background,
          stroke: colour,
          strokeWidth: 2,
          dash: k === 2 ? "3 2.5" : undefined,
        }),
        textMark({
          key: `closing:name:${k}`,
          text: name(label),
          x: k === 0 ? box.x : x(at),
          y: y + HALO + type * 1.05,
          size: type,
          fill: colour,
          anchor: k === 0 ? "start" : "middle",
        }),
      ];
    }),
  ];
}

/** The three words climb from the lower left, where there is only sky. */
/** The three words climb in the sky over the lower terrace. */
function drawWords(
  { sky, word }: ClosingLayout,
  label: LayoutContext["label"],
  t: number,
  { ink }: Palette,
): readonly Shape[] {
  return WORDS.map((key, k) =>
    textMark({
      key: `closing:word:${k}`,
      text: label(key),
      x: lerp(sky.x + 1.4 * word, sky.x + sky.width - 1.6 * word, k / 2),
      y: lerp(sky.y + sky.height - 0.7 * word, sky.y + 0.9 * word, k / 2),
      baseline: "middle",
      anchor: "middle",
      size: word,
      fill: ink,
      face: "song",
      opacity: BEATS.word(t, k),
    }),
  );
}

/**
 * The whole story on one slider, seen from afar: the same grains leave the seam for the wheels and climb on to the
 * vessel, whose third leg stays an outline. The ground goes with them, from coal through dusk to paper.
 */
export const closing = defineScene({
  labels: ["mine", "two", "three", "goal", ...WORDS],
  elevation: (progress) => groundAt(linearStep(progress, ENTER_END, ACTION_END)),
  bundling: 0.8,
  slider,
  beats: BEATS,
  layout: layoutClosing,
  draw: (places, { t, palette, label }) => {
    const { vessel, wheels, track } = places;
    const shown = BEATS.wheelsIn(t) * BEATS.wheelsOut(t);
    return {
      grains: climbingGrains(places, { lifted: BEATS.lift(t), cast: BEATS.melt(t), grown: BEATS.grow(t) }, palette),
      shapes: [
        ...drawHill(places, { stairs: BEATS.stairs(t), raise: BEATS.raise(t) }, palette),
        ...drawPithead(places, { sunk: BEATS.sink(t), hidden: shown }, palette),
        ...wheelsBehind(wheels, palette, shown),
        ...wheelTraces(wheels, { ...palette, line: palette.muted }, BEATS.trace(t)),
        ...drawVessel(vessel, palette, { cast: BEATS.cast(t), third: BEATS.third(t), fret: BEATS.fret(t) }),
        ...drawGoalSeal(vessel, label("goal"), palette, BEATS.seal(t)),
        ...drawTrack(places, label, t, palette),
        ...drawWords(places, label, t, palette),
        ...drawHandle(lerp(track.x1, track.x2, t), track.y, t, palette),
      ],
    };
  },
});
