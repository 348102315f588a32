import { range } from "d3-array";
import { easeInQuad, easeOutQuad } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { LayoutContext, Palette, PathMark, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { pathData, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { minedEarth } from "../props/earth.ts";
import { vesselGrains } from "../props/vessel/grains.ts";
import { layoutVesselStage, vesselLabelSize } from "../props/vessel/layout.ts";
import { wheelsBehind } from "../props/vessel/wheels.ts";

const BEATS = {
  fall: beat(0.04, 0.36, easeInQuad),
  bounce: beat(0.36, 0.47, easeOutQuad),
  land: beat(0.47, 0.56, easeInQuad),
  bounceAgain: beat(0.56, 0.65, easeOutQuad),
  landAgain: beat(0.65, 0.73, easeInQuad),
  ramFirst: beat(0.34, 0.41),
  ramSecond: beat(0.54, 0.61),
  ramThird: beat(0.71, 0.78),
  firm: beat(0.7, 0.9),
};

/** Returns the wheels' height above the ground as a share of the drop: they fall and bounce twice. */
function heightAt(t: number): number {
  const bounce = BEATS.bounce(t) - BEATS.land(t);
  const bounceAgain = BEATS.bounceAgain(t) - BEATS.landAgain(t);
  return 1 - BEATS.fall(t) + 0.16 * bounce + 0.08 * bounceAgain;
}

const SIDES = [
  { side: -1, name: "industry", ink: "textIndustry", key: "ding:name:0" },
  { side: 1, name: "services", ink: "textServices", key: "ding:name:2" },
] as const;

const COURSES = [BEATS.ramFirst, BEATS.ramSecond, BEATS.ramThird];
const CUPS = 9;

const LOUD = 1.4;

const TRACES: readonly number[] = (() => {
  const random = seededRandom("fall");
  const middle = 7;
  return range(2 * middle + 1).map((k) => (k === middle ? 1 : 0.25 + 0.6 * random() * random()));
})();

function layout({ size, box, label }: LayoutContext) {
  const stage = layoutVesselStage(box, vesselLabelSize(size), true);
  const { cx, ground, type, wheel } = stage;
  const name = typeSize(size, "name");
  const firm = typeSize(size, "display") * LOUD;
  // The names of the wheels keep their distance from the word between them.
  const clear = (textWidth(label("services"), name) + textWidth(label("firm"), firm)) / 2 + type * 1.4;
  return {
    stage,
    drop: Math.max(0, Math.min(ground - box.y - 2 * wheel.radius - 4, wheel.radius * 1.9)),
    type: { name, firm },
    row: ground + type * 2.6,
    sides: SIDES.map(({ side, ...rest }) => ({
      ...rest,
      side,
      wheelX: cx + side * wheel.apart,
      nameX: cx + side * Math.max(wheel.apart, clear),
    })),
  };
}

type Layout = ReturnType<typeof layout>;
type Side = Layout["sides"][number];

function drawTraces({ stage, drop }: Layout, { side, wheelX }: Side, lift: number, palette: Palette): Shape {
  const r = stage.wheel.radius;
  const y = stage.ground - r - lift;
  const air = r * 0.06;
  const fallen = Math.max(0, drop - lift - air);
  const last = TRACES.length - 1;
  return pathMark({
    key: `footing:fall:${side}`,
    layer: "back",
    opacity: 0.75,
    stroke: palette.muted,
    strokeWidth: Math.max(0.8, r * 0.008),
    d: segments(
      TRACES.map((reach, k) => {
        const dx = r * 0.93 * ((2 * k) / last - 1);
        const [x, foot] = [wheelX + dx, y - Math.sqrt(r * r - dx * dx) - air];
        return [
          { x, y: foot },
          { x, y: foot - fallen * reach },
        ] as const;
      }),
    ),
  });
}

function drawCourses({ stage }: Layout, { side, wheelX }: Side, t: number, palette: Palette): readonly PathMark[] {
  return COURSES.map((rammed, k) => {
    const half = stage.wheel.radius * (0.66 - 0.1 * k);
    const cup = (2 * half) / CUPS;
    const left = wheelX - half;
    const y = stage.ground + stage.type * (0.26 + 0.42 * k);
    return pathMark({
      key: `footing:course:${side}:${k}`,
      layer: "back",
      opacity: rammed(t) * (1 - 0.2 * k),
      stroke: palette.ink,
      strokeWidth: 1.3,
      d: pathData((path) => {
        for (const j of range(CUPS)) {
          path.moveTo(left + j * cup, y);
          path.quadraticCurveTo(left + (j + 0.5) * cup, y + cup * 0.62, left + (j + 1) * cup, y);
        }
      }),
    });
  });
}

/**
 * The two wheels of the first chapter come back whole and are set down. The ground under them is rammed, and below lies
 * what the mine has left.
 */
export const twoWheels = defineScene({
  labels: [...SIDES.map(({ name }) => name), "firm"],
  elevation: () => 0.96,
  beats: BEATS,
  layout,
  draw(places, { t, palette, label }) {
    const { stage, drop, sides, type, row } = places;
    const lift = drop * heightAt(t);
    const style = { y: row, face: "song", anchor: "middle" } as const;
    return {
      grains: vesselGrains(stage, palette, { cast: 0, grown: 0, lift }),
      shapes: [
        ...sides.map((side) => drawTraces(places, side, lift, palette)),
        ...minedEarth(stage, palette),
        ...sides.flatMap((side) => drawCourses(places, side, t, palette)),
        ...wheelsBehind(stage, palette, 1, lift),
        ...sides.map(({ key, name, ink, nameX }) =>
          textMark({ ...style, key, text: label(name), x: nameX, size: type.name, fill: palette[ink] }),
        ),
        textMark({
          ...style,
          key: "footing:firm",
          text: label("firm"),
          x: stage.cx,
          size: type.firm,
          fill: palette.ink,
          opacity: BEATS.firm(t),
        }),
      ],
    };
  },
});
