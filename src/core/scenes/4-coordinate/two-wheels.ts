import { easeInQuad, easeOutQuad, linearStep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Scene, Shape } from "../../model/picture.ts";
import { pathMark, textMark } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";
import { minedEarth } from "../props/earth.ts";
import { vesselGrains, wheelsBehind } from "../props/vessel/grains.ts";
import { layoutVesselStage, vesselLabelSize, type VesselStage } from "../props/vessel/stage.ts";

/** Three impacts: start, top and end of each flight in t, and its height as a share of the drop. */
const BLOWS: readonly (readonly [rise: number, fall: number, ground: number, height: number])[] = [
  [-1, 0.04, 0.36, 1],
  [0.36, 0.47, 0.56, 0.16],
  [0.56, 0.65, 0.73, 0.08],
];

function height(act: number): number {
  for (const [rise, fall, ground, high] of BLOWS) {
    if (act >= ground) continue;
    return act < fall
      ? high * easeOutQuad(linearStep(act, rise, fall))
      : high * (1 - easeInQuad(linearStep(act, fall, ground)));
  }
  return 0;
}

const CUPS = 9;

function courses(on: VesselStage, side: number, act: number, colours: Palette): readonly PathMark[] {
  const x = on.cx + side * on.wheel.apart;
  return BLOWS.map(([, , ground], k): PathMark => {
    const half = on.wheel.radius * (0.66 - 0.1 * k);
    const cup = (2 * half) / CUPS;
    const y = on.ground + on.type * (0.26 + 0.42 * k);
    const d = Array.from(
      { length: CUPS },
      (_, j) =>
        `M${x - half + j * cup} ${y}Q${x - half + (j + 0.5) * cup} ${y + cup * 0.62} ${x - half + (j + 1) * cup} ${y}`,
    ).join("");
    return {
      kind: "path",
      layer: "back",
      key: `footing:course:${side}:${k}`,
      opacity: linearStep(act, ground - 0.02, ground + 0.05) * (1 - 0.2 * k),
      d,
      fill: null,
      stroke: colours.ink,
      strokeWidth: 1.3,
    };
  });
}

const FALLS = 15;

const REACH: readonly number[] = (() => {
  const random = seededRandom("fall");
  return Array.from({ length: FALLS }, (_, k) => (k === (FALLS - 1) / 2 ? 1 : 0.25 + 0.6 * random() * random()));
})();

/**
 * Draws lines above a falling wheel, as in a woodcut. `fallen` is the distance it has come down and `lift` its height
 * above the ground, px.
 */
function fall(on: VesselStage, side: number, lift: number, fallen: number, colours: Palette): Shape {
  const r = on.wheel.radius;
  const [x, y] = [on.cx + side * on.wheel.apart, on.ground - r - lift];
  const d = REACH.map((reach, k) => {
    const dx = r * 0.93 * ((2 * k) / (FALLS - 1) - 1);
    const foot = y - Math.sqrt(r * r - dx * dx) - r * 0.06;
    return `M${x + dx} ${foot}L${x + dx} ${foot - Math.max(0, fallen - r * 0.06) * reach}`;
  }).join("");
  return pathMark(`footing:fall:${side}`, d, colours.muted, Math.max(0.8, r * 0.008), { opacity: 0.75 });
}

/**
 * The two wheels of the first chapter come back whole and are set down. The ground under them is rammed, and below lies
 * what the mine has left.
 */
export const twoWheels: Scene = {
  labels: ["industry", "services", "firm"],
  elevation: () => 0.96,
  draw({ t, size, box, palette, label }) {
    const on = layoutVesselStage(box, vesselLabelSize(size), true);
    const drop = Math.max(0, Math.min(on.ground - box.y - 2 * on.wheel.radius - 4, on.wheel.radius * 1.9));
    const lift = drop * height(t);
    const names = [label("industry"), label("services")];
    const fills = [palette.textIndustry, palette.textServices];
    const firm = linearStep(t, 0.7, 0.9);
    const [large, row] = [on.type * 1.15, on.ground + on.type * 2.6];
    // The names of the wheels keep their distance from the word between them.
    const under = Math.max(on.wheel.apart, textWidth(names[1] ?? "", large) / 2 + on.type * 3.1);
    const song = { face: "song", anchor: "middle" } as const;
    return {
      grains: vesselGrains(on, palette, { cast: 0, grown: 0, lift }),
      shapes: [
        ...[-1, 1].map((side) => fall(on, side, lift, drop - lift, palette)),
        ...minedEarth(on, palette),
        ...[-1, 1].flatMap((side) => courses(on, side, t, palette)),
        ...wheelsBehind(on, palette, 1, lift),
        ...names.map((text, k) => {
          const x = on.cx + (2 * k - 1) * under;
          return textMark(`ding:name:${k * 2}`, text, [x, row], large, fills[k] ?? palette.ink, song);
        }),
        textMark("footing:firm", label("firm"), [on.cx, row], on.type * 1.7, palette.ink, { ...song, opacity: firm }),
      ],
    };
  },
};
