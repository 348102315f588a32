import { pairs } from "d3-array";
import { lerp, smoothstep } from "../../lib/math.ts";
import type { LayoutContext, Palette, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawBraid, rootX, STRANDS } from "../props/braid.ts";
import { minedEarth } from "../props/earth.ts";
import { HEIGHTS, LEG_OFFSET } from "../props/vessel/geometry.ts";
import { vesselGrains } from "../props/vessel/grains.ts";
import { layoutVesselStage, vesselLabelSize } from "../props/vessel/layout.ts";
import { drawGoalSeal } from "../props/vessel/seal.ts";
import { drawVessel } from "../props/vessel/vessel.ts";
import { wheelsBehind, wheelTraces } from "../props/vessel/wheels.ts";

const LEGS = [
  { key: "ding:name:0", label: "industry", side: -1, colour: "textIndustry" },
  { key: "ding:name:2", label: "services", side: 1, colour: "textServices" },
] as const;

const ROOTS = ["strand-one", "strand-two", "strand-three"] as const;

const BEATS = {
  strands: beat(0.02, 0.5, smoothstep),
  roots: beat(0.05, 0.3),
  grow: beat(0.1, 0.96),
  /** The wheels' grains go to the legs, which `cast` draws. */
  melt: beat(0.12, 0.72),
  wheels: beat(0.42, 0.12),
  traceIn: beat(0.3, 0.5),
  traceOut: beat(0.9, 0.6),
  aside: beat(0.36, 0.56, smoothstep),
  up: beat(0.52, 0.74, smoothstep),
  cast: beat(0.44, 0.74),
  third: beat(0.62, 0.92),
  fret: beat(0.68, 0.92),
  seal: beat(0.85, 1),
};

function layout({ box, size, label }: LayoutContext) {
  const stage = layoutVesselStage(box, vesselLabelSize(size), true);
  // The names of the legs stand beside the vessel where they fit there, otherwise under it.
  const longest = label("services");
  const room = box.width / 2 - stage.unit * 1.1;
  const name = typeSize(size, "name");
  const large = fitFontSize(longest, room, typeSize(size, "display"), 0);
  const beside = large > name;
  const type = beside ? large : name;
  const under = Math.max(stage.unit * LEG_OFFSET, textWidth(longest, type) / 2 + stage.type * 1.4);
  return {
    stage,
    names: {
      type,
      beside,
      away: { from: under, to: (box.width - room) / 2 },
      height: { from: -type, to: stage.unit * HEIGHTS.widest },
    },
  };
}

type Layout = ReturnType<typeof layout>;

function drawLegNames(
  { stage, names }: Layout,
  label: LayoutContext["label"],
  t: number,
  palette: Palette,
): readonly Shape[] {
  const { type, beside, away, height } = names;
  const [out, up] = beside ? [BEATS.aside(t), BEATS.up(t)] : [0, 0];
  return LEGS.map(({ key, label: word, side, colour }) =>
    textMark({
      key,
      text: label(word),
      x: stage.cx + side * lerp(away.from, away.to, out),
      y: stage.ground - lerp(height.from, height.to, up),
      baseline: "middle",
      size: type,
      fill: palette[colour],
      anchor: "middle",
      face: "song",
    }),
  );
}

function drawRootNames(
  { stage }: Layout,
  label: LayoutContext["label"],
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const size = stage.type;
  const y = stage.mine.y + stage.mine.height + size * 1.09;
  const xs = STRANDS.map((strand) => rootX(stage, strand));
  const arm = size * 0.26;
  return [
    ...STRANDS.map(({ key }, k) =>
      textMark({
        key: `ding:root:${key}`,
        text: label(ROOTS[key]),
        x: xs[k] ?? 0,
        y,
        baseline: "middle",
        size,
        fill: key === 0 ? palette.textEmber : palette.textRural,
        anchor: "middle",
        opacity,
      }),
    ),
    ...pairs(xs).map(([left, right], k) => {
      const x = (left + right) / 2;
      return pathMark({
        key: `ding:plus:${k + 1}`,
        d: segments([
          [
            { x: x - arm, y },
            { x: x + arm, y },
          ],
          [
            { x, y: y - arm },
            { x, y: y + arm },
          ],
        ]),
        stroke: palette.muted,
        strokeWidth: 1.3,
        opacity,
      });
    }),
  ];
}

/**
 * Two wheels become two legs. The third part grows from the worked mine, plaited of three strands, and stays an
 * outline.
 */
export const thirdLeg = defineScene({
  labels: ["industry", "services", "rural", ...ROOTS, "goal"],
  elevation: () => 0.97,
  beats: BEATS,
  layout,
  draw: (places, { t, palette, label }) => {
    const { stage, names } = places;
    return {
      grains: vesselGrains(stage, palette, { cast: BEATS.melt(t), grown: BEATS.grow(t) }),
      shapes: [
        ...minedEarth(stage, palette),
        ...wheelTraces(stage, palette, BEATS.traceIn(t) * BEATS.traceOut(t)),
        ...wheelsBehind(stage, palette, BEATS.wheels(t)),
        ...drawBraid(stage, palette, BEATS.strands(t)),
        ...drawVessel(stage, palette, { cast: BEATS.cast(t), third: BEATS.third(t), fret: BEATS.fret(t) }),
        ...drawLegNames(places, label, t, palette),
        ...drawRootNames(places, label, palette, BEATS.roots(t)),
        ...drawGoalSeal(stage, label("goal"), palette, BEATS.seal(t), { text: label("rural"), size: names.type }),
      ],
    };
  },
});
