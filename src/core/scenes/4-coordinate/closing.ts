import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { memoizeByObject, memoizeByObjects } from "../../lib/memoize.ts";
import type { Box, Grain, Palette, Point, Scene, Shape, Size, Track } from "../../model/picture.ts";
import { firstInGroup, GROUP_SIZE, jitteredRadius, mapGrains, rankInGroup } from "../../picture/grains.ts";
import { circlePath, pathMark, textMark, withOpacity } from "../../picture/old-marks.ts";
import { braid } from "../props/braid.ts";
import { earth } from "../props/earth.ts";
import { headframe, mineShaft } from "../props/headframe.ts";
import { seamLayout } from "../props/seam.ts";
import { vesselGrains, wheelsBehind } from "../props/vessel/grains.ts";
import { layoutVesselStage, mineBend, vesselLabelSize, type VesselStage } from "../props/vessel/stage.ts";
import { drawVessel } from "../props/vessel/vessel.ts";
import { goalSeal } from "./third-leg.ts";

/** t at which mine, wheels and vessel are complete, and t at which each of the three words appears. */
const SLIDER_STOPS = [0, 0.44, 0.88] as const;
const WORDS = [0.44, 0.66, 0.88] as const;

const [KNOB, HALO] = [10, 15];

function sliderTrack(size: Size, box: Box): Track {
  const type = vesselLabelSize(size);
  return { x1: box.x + HALO, x2: box.x + box.width - HALO, y: box.y + box.height - type * 1.4 - HALO };
}

function handle(x: number, y: number, act: number, { red, background }: Palette): readonly Shape[] {
  const arrow = (side: number): string => {
    const tip = x + side * (HALO + 8);
    return `M${tip - side * 4.5} ${y - 5}L${tip} ${y}L${tip - side * 4.5} ${y + 5}`;
  };
  const front = { layer: "front" } as const;
  return [
    pathMark("closing:halo", circlePath(x, y, HALO), red, 1.4, { ...front, fill: background }),
    pathMark("closing:knob", circlePath(x, y, KNOB), red, 2, { ...front, fill: red }),
    pathMark(
      "closing:grip",
      [-3.5, 0, 3.5].map((dx) => `M${x + dx} ${y - 4.5}L${x + dx} ${y + 4.5}`).join(""),
      background,
      1.5,
      front,
    ),
    pathMark("closing:back", arrow(-1), red, 2, { ...front, opacity: linearStep(act, 0.06, 0.12) }),
    pathMark("closing:on", arrow(1), red, 2, { ...front, opacity: 1 - linearStep(act, 0.88, 0.94) }),
  ];
}

function track(
  size: Size,
  box: Box,
  act: number,
  names: readonly string[],
  words: readonly string[],
  colours: Palette,
  aside: boolean,
  large: number,
): readonly Shape[] {
  const { x1, x2, y } = sliderTrack(size, box);
  const type = vesselLabelSize(size);
  const x = (k: number) => lerp(x1, x2, k);
  const anchors = ["start", "middle", "middle"] as const;
  const line = { kind: "line", opacity: 1, y1: y, y2: y, stroke: colours.muted, strokeWidth: 2 } as const;
  return [
    { ...line, key: "closing:track", x1, x2: x(SLIDER_STOPS[2]) },
    { ...line, key: "closing:open", x1: x(SLIDER_STOPS[2]), x2, dash: "3 4" },
    { ...line, key: "closing:way", x1, x2: x(Math.min(act, SLIDER_STOPS[2])), stroke: colours.ink, strokeWidth: 3 },
    ...SLIDER_STOPS.map((at, k) =>
      pathMark(`closing:station:${k}`, circlePath(x(at), y, 6), k === 2 ? colours.textRural : colours.ink, 2, {
        fill: colours.background,
        layer: "front",
        ...(k === 2 ? { dash: "3 2.5" } : {}),
      }),
    ),
    ...names.map((text, k) =>
      textMark(
        `closing:name:${k}`,
        text,
        [k === 0 ? box.x : x(SLIDER_STOPS[k] ?? 0), y + HALO + type * 1.05],
        type,
        k === 2 ? colours.textRural : colours.ink,
        { anchor: anchors[k] ?? "middle" },
      ),
    ),
    ...words.map((text, k) => {
      const at = WORDS[k] ?? 1;
      return textMark(
        `closing:word:${k}`,
        text,
        aside ? [box.x + box.width, box.y + large * (1 + 1.3 * k)] : [x(at), y - HALO - type * 0.4],
        large,
        colours.ink,
        { anchor: aside ? "end" : "middle", face: "song", opacity: linearStep(act, at - 0.08, at) },
      );
    }),
    ...handle(x(act), y, act, colours),
  ];
}

/** Moves a grain from the seam to the wheels, by rank, so that each group rises as one strand. */
function risen(from: Grain, to: Grain, index: number, k: number): Grain {
  const start = (0.5 * rankInGroup(index)) / GROUP_SIZE;
  const own = smoothstep(linearStep(k, start, start + 0.5));
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
const seamOf = memoizeByObject((on: VesselStage): readonly Point[] => {
  const { mine, type } = on;
  const beds = seamLayout(
    mine.x + type * 0.4,
    mine.width - type * 0.8,
    mine.height,
    (x) => mine.y + mineBend(on, (x - mine.x) / mine.width),
  );
  const sorted = beds.slice(0, CAST).sort((a, b) => a.x - b.x);
  return [...sorted.slice(0, GROUP_SIZE), ...sorted.slice(GROUP_SIZE).reverse(), ...beds.slice(CAST)];
});
const bedsOf = memoizeByObject((on: VesselStage) => seamOf(on).slice(CAST));

const seamGrains = memoizeByObjects((on: VesselStage, { ember, ink }: Palette): readonly Grain[] => {
  const r = Math.min(on.mine.height / 13, on.mine.width / 95);
  const tones = Array.from({ length: 5 }, (_, k) => mixRgb(ember, ink, k * 0.12));
  return mapGrains((index) => ({
    x: seamOf(on)[index]?.x ?? 0,
    y: seamOf(on)[index]?.y ?? 0,
    r: jitteredRadius(index, r),
    fill: tones[index % 5] ?? ember,
    opacity: 1,
    hollow: 0,
  }));
});

const leftEarth = memoizeByObjects((on: VesselStage, palette: Palette) =>
  earth(on, palette, seamOf(on).slice(0, CAST)),
);

function towerOf({ cx, top, ground, mine }: VesselStage): { readonly height: number; readonly x: number } {
  const height = Math.min(0.74 * (ground - top), mine.width * 0.56);
  return { height, x: cx + height * 0.6 };
}

const frames = memoizeByObjects((on: VesselStage, palette: Palette) => {
  const { height, x } = towerOf(on);
  return headframe(x, on.ground + 1, height, palette);
});

function pithead(on: VesselStage, palette: Palette, act: number): readonly Shape[] {
  const stays = 1 - linearStep(act, 0.06, 0.3);
  if (stays === 0) return leftEarth(on, palette);
  const { ground, mine } = on;
  const { height, x } = towerOf(on);
  const seam = mine.y + mineBend(on, (x - mine.x) / mine.width);
  return [
    ...frames(on, palette).map((path) => withOpacity(path, stays)),
    // Covers the part of the headframe that reaches below the ground.
    {
      kind: "rect",
      key: "closing:soil",
      layer: "back",
      opacity: 1,
      x: mine.x,
      y: ground,
      width: mine.width,
      height: height * 0.16,
      fill: palette.background,
      stroke: null,
      strokeWidth: 0,
    },
    ...leftEarth(on, palette),
    ...mineShaft(x, ground, seam, height * 0.45, 1 - linearStep(act, 0, 0.2), palette, stays),
  ];
}

/** The whole story on one slider: the seam, the two wheels, and the vessel whose third leg stays an outline. */
export const closing: Scene = {
  labels: ["mine", "two", "three", "goal", "steady", "forward", "bright"],
  elevation: () => 1,
  bundling: 0.8,
  slider: {
    track: sliderTrack,
    stops: [
      { at: SLIDER_STOPS[0], name: (label) => label("mine") },
      { at: SLIDER_STOPS[1], name: (label) => label("two") },
      { at: SLIDER_STOPS[2], name: (label) => `${label("three")}(${label("goal")})` },
    ],
  },
  draw({ t, size, box, palette, label }) {
    const type = vesselLabelSize(size);
    // On a wide stage the three words stand beside the vessel, which takes over their row.
    const aside = box.width > box.height;
    const foot = box.y + box.height - sliderTrack(size, box).y + HALO + type * (aside ? 0.3 : 1.9);
    const on = layoutVesselStage({ ...box, height: box.height - foot }, type, false);
    const beside = Math.min((box.width / 2 - on.unit) * 0.56, (on.ground - box.y) / 4.6);
    const large = aside ? Math.max(type * 2, beside) : type * 1.6;
    const lifted = linearStep(t, 0.05, 0.38);
    const third = linearStep(t, 0.7, 0.88);
    const before = seamGrains(on, palette);
    const after = vesselGrains(on, palette, {
      cast: linearStep(t, 0.5, 0.82),
      grown: linearStep(t, 0.41, 0.94),
      beds: bedsOf(on),
    });
    const grains =
      lifted < 1 ? before.map((grain, index) => risen(grain, after[index] ?? grain, index, lifted)) : after;
    return {
      grains,
      shapes: [
        ...pithead(on, palette, t),
        ...wheelsBehind(on, palette, linearStep(t, 0.26, 0.4) * (1 - linearStep(t, 0.5, 0.64))),
        ...braid(on, palette, smoothstep(linearStep(t, 0.46, 0.68))),
        ...drawVessel(on, palette, { cast: linearStep(t, 0.66, 0.82), third, fret: linearStep(t, 0.74, 0.88) }),
        ...goalSeal(on, label("goal"), palette, linearStep(t, 0.86, 0.94)),
        ...track(
          size,
          box,
          t,
          [label("mine"), label("two"), `${label("three")}(${label("goal")})`],
          [label("steady"), label("forward"), label("bright")],
          palette,
          aside,
          large,
        ),
      ],
    };
  },
};
