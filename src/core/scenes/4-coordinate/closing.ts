import { range } from "d3-array";
import { scaleLinear } from "d3-scale";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { memoizeByObject, memoizeByObjects } from "../../lib/memoize.ts";
import type {
  Box,
  Grain,
  LayoutContext,
  Palette,
  Point,
  SceneSlider,
  Shape,
  Size,
  Track,
} from "../../model/picture.ts";
import { ACTION_END, ENTER_END } from "../../model/timing.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { jitteredRadius } from "../../picture/grains.ts";
import { firstInGroup, GROUP_SIZE, rankInGroup } from "../groups.ts";
import { pathMark, rectMark, ruleMark, textMark, withOpacity } from "../../picture/marks.ts";
import { circlePath, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawBraid } from "../props/braid.ts";
import { earth } from "../props/earth.ts";
import { headframe, mineShaft } from "../props/headframe.ts";
import { seamLayout } from "../props/seam.ts";
import { vesselGrains } from "../props/vessel/grains.ts";
import { layoutVesselStage, mineBend, vesselLabelSize, type VesselStage } from "../props/vessel/layout.ts";
import { drawGoalSeal } from "../props/vessel/seal.ts";
import { drawVessel } from "../props/vessel/vessel.ts";
import { wheelsBehind } from "../props/vessel/wheels.ts";

const SLIDER_STOPS = [0, 0.44, 0.88] as const;
const WORDS = ["steady", "forward", "bright"] as const;

const BEATS = {
  sink: beat(0.2, 0),
  headframe: beat(0.3, 0.06),
  lift: beat(0.05, 0.38),
  wheelsIn: beat(0.26, 0.4),
  wheelsOut: beat(0.64, 0.5),
  grow: beat(0.41, 0.94),
  strands: beat(0.46, 0.68, smoothstep),
  /** The wheels' grains go to the legs, which `cast` draws. */
  melt: beat(0.5, 0.82),
  cast: beat(0.66, 0.82),
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
  morning: beat(0.54, 0.7, smoothstep),
  noon: beat(0.7, 0.92),
};
const [DUSK, PAPER] = [0.5, 0.9];

/** In hundredths, because every other background makes new colours, and with them new drawings. */
function groundAt(t: number): number {
  const height = DUSK * GROUND.dusk(t) + (PAPER - DUSK) * GROUND.morning(t) + (1 - PAPER) * GROUND.noon(t);
  return Math.round(100 * height) / 100;
}

const [KNOB, HALO] = [10, 15];

function sliderTrack(size: Size, box: Box): Track {
  const type = vesselLabelSize(size);
  return { x1: box.x + HALO, x2: box.x + box.width - HALO, y: box.y + box.height - type * 1.4 - HALO };
}

const slider: SceneSlider = {
  track: sliderTrack,
  stops: [
    { at: SLIDER_STOPS[0], name: (label) => label("mine") },
    { at: SLIDER_STOPS[1], name: (label) => label("two") },
    { at: SLIDER_STOPS[2], name: (label) => `${label("three")}（${label("goal")}）` },
  ],
};

function layout({ size, box }: LayoutContext) {
  const type = vesselLabelSize(size);
  const track = sliderTrack(size, box);
  // On a wide stage the three words stand beside the vessel, which takes over their row.
  const aside = box.width > box.height;
  const below = box.y + box.height - track.y + HALO + type * (aside ? 0.3 : 1.9);
  const stage = layoutVesselStage({ ...box, height: box.height - below }, type, false);
  return { box, type, track, aside, stage, word: typeSize(size, "name") };
}

type Layout = ReturnType<typeof layout>;

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
  { box, type, track: { x1, x2, y } }: Layout,
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

function drawWords(
  { box, type, track, aside, word }: Layout,
  label: LayoutContext["label"],
  t: number,
  palette: Palette,
): readonly Shape[] {
  const { to, each } = BEATS.word;
  return WORDS.map((key, k) =>
    textMark({
      key: `closing:word:${k}`,
      text: label(key),
      // Its closing mark hangs half a character past its end, where the progress nav is.
      x: aside ? box.x + box.width - word / 2 : lerp(track.x1, track.x2, to + k * each),
      y: aside ? box.y + word * (1 + 1.3 * k) : track.y - HALO - type * 0.4,
      size: word,
      fill: palette.ink,
      anchor: aside ? "end" : "middle",
      face: "song",
      opacity: BEATS.word(t, k),
    }),
  );
}

/** Moves a grain from the seam to the wheels, by rank, so that each group rises as one strand. */
function riseFromSeam(from: Grain, to: Grain, index: number, lifted: number): Grain {
  const start = (0.5 * rankInGroup(index)) / GROUP_SIZE;
  const own = smoothstep(linearStep(lifted, start, start + 0.5));
  return {
    x: lerp(from.x, to.x, own),
    y: lerp(from.y, to.y, own),
    r: lerp(from.r, to.r, own),
    fill: mixRgb(from.fill, to.fill, own),
    opacity: to.opacity,
    hollow: lerp(from.hollow, to.hollow, own),
  };
}

const CAST = firstInGroup("rural");

/** Places of the grains in the seam. Those of the left wheel lie on the left, so that the two streams do not cross. */
const seamPlaces = memoizeByObject((stage: VesselStage): readonly Point[] => {
  const { mine, type } = stage;
  const places = seamLayout(
    mine.x + type * 0.4,
    mine.width - type * 0.8,
    mine.height,
    (x) => mine.y + mineBend(stage, (x - mine.x) / mine.width),
  );
  const sorted = places.slice(0, CAST).sort((a, b) => a.x - b.x);
  return [...sorted.slice(0, GROUP_SIZE), ...sorted.slice(GROUP_SIZE).reverse(), ...places.slice(CAST)];
});
const restPlaces = memoizeByObject((stage: VesselStage) => seamPlaces(stage).slice(CAST));

const seamGrains = memoizeByObjects((stage: VesselStage, { ember, ink }: Palette): readonly Grain[] => {
  const r = Math.min(stage.mine.height / 13, stage.mine.width / 95);
  const tones = range(5).map((k) => mixRgb(ember, ink, k * 0.12));
  return seamPlaces(stage).map(({ x, y }, index) => ({
    x,
    y,
    r: jitteredRadius(index, r),
    fill: tones[index % tones.length] ?? ember,
    opacity: 1,
    hollow: 0,
  }));
});

function drawGrains({ stage }: Layout, t: number, palette: Palette): readonly Grain[] {
  const after = vesselGrains(stage, palette, {
    cast: BEATS.melt(t),
    grown: BEATS.grow(t),
    beds: restPlaces(stage),
  });
  const lifted = BEATS.lift(t);
  if (lifted === 1) return after;
  return seamGrains(stage, palette).map((grain, index) => riseFromSeam(grain, after[index] ?? grain, index, lifted));
}

const minedEarth = memoizeByObjects((stage: VesselStage, palette: Palette) =>
  earth(stage, palette, seamPlaces(stage).slice(0, CAST)),
);

function placeHeadframe({ cx, top, ground, mine }: VesselStage): { readonly height: number; readonly x: number } {
  const height = Math.min(0.74 * (ground - top), mine.width * 0.56);
  return { height, x: cx + height * 0.6 };
}

const headframes = memoizeByObjects((stage: VesselStage, palette: Palette) => {
  const { height, x } = placeHeadframe(stage);
  return headframe(x, stage.ground + 1, height, palette);
});

function drawPithead({ stage }: Layout, t: number, palette: Palette): readonly Shape[] {
  const stays = BEATS.headframe(t);
  if (stays === 0) return minedEarth(stage, palette);
  const { ground, mine } = stage;
  const { height, x } = placeHeadframe(stage);
  const seam = mine.y + mineBend(stage, (x - mine.x) / mine.width);
  return [
    ...headframes(stage, palette).map((path) => withOpacity(path, stays)),
    // Covers the part of the headframe that reaches below the ground.
    rectMark({
      key: "closing:soil",
      x: mine.x,
      y: ground,
      width: mine.width,
      height: height * 0.16,
      fill: palette.background,
      strokeWidth: 0,
      layer: "back",
    }),
    ...minedEarth(stage, palette),
    ...mineShaft(x, ground, seam, height * 0.45, BEATS.sink(t), palette, stays),
  ];
}

/**
 * The whole story on one slider: the seam, the two wheels, and the vessel whose third leg stays an outline. The ground
 * goes with it, from coal through dusk to paper.
 */
export const closing = defineScene({
  labels: ["mine", "two", "three", "goal", ...WORDS],
  elevation: (progress) => groundAt(linearStep(progress, ENTER_END, ACTION_END)),
  bundling: 0.8,
  slider,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => {
    const { stage, track } = places;
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        ...drawPithead(places, t, palette),
        ...wheelsBehind(stage, palette, BEATS.wheelsIn(t) * BEATS.wheelsOut(t)),
        ...drawBraid(stage, palette, BEATS.strands(t)),
        ...drawVessel(stage, palette, { cast: BEATS.cast(t), third: BEATS.third(t), fret: BEATS.fret(t) }),
        ...drawGoalSeal(stage, label("goal"), palette, BEATS.seal(t)),
        ...drawTrack(places, label, t, palette),
        ...drawWords(places, label, t, palette),
        ...drawHandle(lerp(track.x1, track.x2, t), track.y, t, palette),
      ],
    };
  },
});
