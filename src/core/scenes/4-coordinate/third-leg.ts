import { pairs, range } from "d3-array";
import { clamp, easeInQuad, lerp, smoothstep } from "../../lib/math.ts";
import type { LayoutContext, Palette, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { pathData, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawBraid, rootX, STRANDS } from "../props/braid.ts";
import { minedEarth } from "../props/earth.ts";
import { HEIGHTS, LEG_OFFSET } from "../props/vessel/geometry.ts";
import { vesselGrains } from "../props/vessel/grains.ts";
import { layoutVesselStage, vesselLabelSize } from "../props/vessel/layout.ts";
import { drawVessel } from "../props/vessel/vessel.ts";
import { wheelsBehind, wheelTraces } from "../props/vessel/wheels.ts";
import { drawTracing } from "./third-leg-tracing.ts";

const LEGS = [
  { key: "ding:name:0", label: "industry", side: -1, colour: "textIndustry" },
  { key: "ding:name:2", label: "services", side: 1, colour: "textServices" },
] as const;

/** Splinters of earth that fly from a wheel's foot at the blows, in shares of their reach. */
const CRACKS = [
  { from: [0.5, 0.06], bend: [0.78, 0.2], to: [0.86, 0.34] },
  { from: [0.7, 0.04], bend: [1.02, 0.1], to: [1.2, 0.2] },
  { from: [0.9, 0.02], bend: [1.3, 0.05], to: [1.5, 0.06] },
] as const;

const ROOTS = ["strand-one", "strand-two", "strand-three"] as const;

const COURSES = 3;
const CUPS = 9;

const BEATS = {
  /** The wheels sink a little at each blow, and the ground under them gains a rammed course. */
  blow: stagger(0.085, 0.02, 0.07, easeInQuad),
  firmIn: beat(0.01, 0.05),
  firmOut: beat(0.33, 0.27),
  coursesOut: beat(0.62, 0.4),
  meanwhileIn: beat(0.34, 0.39),
  meanwhileOut: beat(0.62, 0.54),
  strands: beat(0.32, 0.6, smoothstep),
  roots: beat(0.32, 0.46),
  grow: beat(0.4, 0.97),
  /** The wheels' grains go to the legs, which `cast` draws. */
  melt: beat(0.38, 0.8),
  wheels: beat(0.58, 0.36),
  traceIn: beat(0.46, 0.58),
  traceOut: beat(0.92, 0.7),
  aside: beat(0.52, 0.68, smoothstep),
  up: beat(0.62, 0.8, smoothstep),
  cast: beat(0.56, 0.8),
  third: beat(0.68, 0.93),
  fret: beat(0.74, 0.94),
  seal: beat(0.88, 1),
};

function layout({ box, size, label }: LayoutContext) {
  // The poster of the story has wider margins than other pictures.
  const inset = box.width * (size.width > size.height * 1.2 ? 0 : 0.025);
  const inner = { ...box, x: box.x + inset, width: box.width - 2 * inset };
  const stage = layoutVesselStage(inner, vesselLabelSize(size), true);
  // The names of the legs stand beside the vessel where they fit there, otherwise under it.
  const longest = label("services");
  const room = box.width / 2 - stage.unit * 1.1;
  const name = typeSize(size, "name");
  const large = fitFontSize(longest, room, typeSize(size, "display"), 0);
  const beside = large > name;
  const type = beside ? large : name;
  const under = Math.max(stage.unit * LEG_OFFSET, textWidth(longest, type) / 2 + stage.type * 1.6);
  const air = stage.ground - 2 * stage.wheel.radius - box.y;
  const rim = stage.ground - stage.unit * HEIGHTS.rim;
  const over = rim - box.y - stage.unit * 0.07;
  const rural = clamp(over * 0.3, 12, type);
  const seal = clamp(over - rural * 1.4, 18, Math.min(84, stage.unit * 0.44));
  return {
    stage,
    sunk: stage.wheel.radius * 0.05,
    firm: { type: clamp(air * 0.62, type * 1.2, stage.unit * 0.62), y: box.y + air * 0.52 },
    seal: {
      height: seal,
      y: rim - stage.unit * 0.07 - seal / 2,
      name: rural,
    },
    names: {
      type,
      beside,
      rammed: stage.wheel.apart,
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
  // Under the rammed courses at first.
  const low = (stage.type * 1.3 - (type - stage.type) * 0.6) * BEATS.coursesOut(t);
  return LEGS.map(({ key, label: word, side, colour }) =>
    textMark({
      key,
      text: label(word),
      x: stage.cx + side * lerp(lerp(away.from, stage.wheel.apart, BEATS.coursesOut(t)), away.to, out),
      y: stage.ground + low - lerp(height.from, height.to, up),
      baseline: "middle",
      size: type,
      fill: palette[colour],
      anchor: "middle",
      face: "song",
    }),
  );
}

function drawCourses({ stage, names }: Layout, t: number, palette: Palette): readonly Shape[] {
  return [-1, 1].flatMap((side) =>
    range(COURSES).map((k) => {
      const half = stage.wheel.radius * (0.62 - 0.1 * k);
      const cup = (2 * half) / CUPS;
      const left = stage.cx + side * names.rammed - half;
      const y = stage.ground + stage.type * (0.22 + 0.36 * k);
      return pathMark({
        key: `rammed:${side}:${k}`,
        layer: "back",
        opacity: BEATS.blow(t, k) * BEATS.coursesOut(t) * (1 - 0.18 * k),
        stroke: palette.ink,
        strokeWidth: Math.max(1.4, stage.unit * 0.014),
        d: pathData((path) => {
          for (const j of range(CUPS)) {
            path.moveTo(left + j * cup, y);
            path.quadraticCurveTo(left + (j + 0.5) * cup, y + cup * 0.55, left + (j + 1) * cup, y);
          }
        }),
      });
    }),
  );
}

/** Returns the cracks that the blows open in the ground on either side of a wheel's foot. */
function drawCracks({ stage, names }: Layout, t: number, palette: Palette): readonly Shape[] {
  const reach = stage.wheel.radius * 0.36;
  const shown = range(COURSES).map((k) => BEATS.blow(t, k));
  const lines = [-1, 1].flatMap((side) =>
    CRACKS.flatMap(({ from, bend, to }, k) => {
      const open = shown[k % COURSES] ?? 0;
      const foot = stage.cx + side * names.rammed;
      return [-1, 1].map((way) =>
        [from, bend, to].map(([x, y]) => ({ x: foot + way * x * reach * open, y: stage.ground - y * reach * open })),
      );
    }),
  );
  return [
    pathMark({
      key: "rammed:dust",
      layer: "back",
      opacity: BEATS.coursesOut(t) * 0.9,
      stroke: palette.muted,
      strokeWidth: 1.2,
      d: lines.map(polyline).join(""),
    }),
  ];
}

function drawVerbs({ stage, firm }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const jolt = range(COURSES).reduce((sum, k) => sum + BEATS.blow(t, k), 0);
  const middle = { x: stage.cx, anchor: "middle", face: "song", fill: palette.ink, baseline: "middle" } as const;
  return [
    textMark({
      ...middle,
      key: "rammed:firm",
      text: label("firm"),
      y: firm.y + (jolt - COURSES) * firm.type * 0.05,
      size: firm.type,
      opacity: BEATS.firmIn(t) * BEATS.firmOut(t),
    }),
    textMark({
      ...middle,
      key: "rammed:meanwhile",
      text: label("meanwhile"),
      y: firm.y,
      size: firm.type * 0.72,
      fill: palette.textRural,
      opacity: BEATS.meanwhileIn(t) * BEATS.meanwhileOut(t),
    }),
  ];
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
 * The two wheels are rammed into the ground and become two legs. The third part grows from the worked mine, plaited of
 * three strands, and stays an outline; so does its verb.
 */
export const thirdLeg = defineScene({
  labels: ["industry", "services", "rural", ...ROOTS, "firm", "meanwhile"],
  elevation: () => 1,
  beats: BEATS,
  layout,
  draw: (places, at) => {
    const { t, palette, label } = at;
    const { stage, seal, sunk } = places;
    const down = (sunk / COURSES) * range(COURSES).reduce((sum, k) => sum + BEATS.blow(t, k), 0);
    return {
      grains: vesselGrains(stage, palette, { cast: BEATS.melt(t), grown: BEATS.grow(t), lift: sunk - down }),
      shapes: [
        ...minedEarth(stage, palette),
        ...drawCourses(places, t, palette),
        ...drawCracks(places, t, palette),
        ...wheelTraces(stage, palette, BEATS.traceIn(t) * BEATS.traceOut(t)),
        ...wheelsBehind(stage, palette, BEATS.wheels(t), sunk - down),
        ...drawBraid(stage, palette, BEATS.strands(t)),
        ...drawVessel(stage, palette, { cast: BEATS.cast(t), third: BEATS.third(t), fret: BEATS.fret(t) }),
        ...drawLegNames(places, label, t, palette),
        ...drawRootNames(places, label, palette, BEATS.roots(t)),
        ...drawVerbs(places, at),
        ...drawTracing({ x: stage.cx, y: seal.y }, seal.height, palette, BEATS.seal(t)),
        textMark({
          key: "ding:name:1",
          text: label("rural"),
          x: stage.cx,
          y: seal.y - seal.height / 2 - seal.name * 0.42,
          anchor: "middle",
          size: seal.name,
          face: "song",
          fill: palette.textRural,
          opacity: BEATS.seal(t),
        }),
      ],
    };
  },
});
