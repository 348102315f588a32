import { mixRgb } from "../../lib/color.ts";
import { lerp, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { jitteredRadius } from "../../picture/grains.ts";
import { GROUP_SIZE, groupOf, rankInGroup } from "../groups.ts";
import { pointBetween } from "../../picture/layouts/along-line.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { circlePath, polyline } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { mixLand, seamLand, workedSeam } from "../props/mine.ts";
import { glow } from "../props/sky.ts";
import { strata } from "../props/strata.ts";
import { levelLand, placeWheels, type WheelPlace } from "../props/wheel-pair.ts";
import { RIM_GRAIN, rimPlaces, wheel } from "../props/wheel.ts";

const WHEELS = ["industry", "services"] as const;

const BEATS = {
  land: beat(0, 0.34, smoothstep),
  /** By rank: the grains leave the seam from left to right. */
  rise: stagger(0.1 / GROUP_SIZE, 0, 0.2, smoothstep),
  wheel: beat(0.1, 0.28),
  crack: beat(0.36, 0.56, smoothstep),
  fade: beat(0.6, 0.8),
  part: beat(0.6, 0.86, smoothstep),
  open: beat(0.62, 0.92, smoothstep),
  name: beat(0.86, 0.98),
};

/** Radius of a grain in radii of the single wheel, whose rim holds both groups. */
const HALF_RIM_GRAIN = 0.028;

/** Opacity of the parted wheel's outline. */
const GHOST = 0.3;

/** The crack's corners from above the wheel down to the ground: aside and down, in radii. */
const CRACK: readonly (readonly [aside: number, down: number])[] = [
  [0.05, -1.03],
  [-0.04, -0.86],
  [0.06, -0.7],
  [-0.07, -0.44],
  [0.03, -0.24],
  [-0.04, 0.02],
  [0.07, 0.22],
  [-0.05, 0.5],
  [0.05, 0.7],
  [-0.02, 0.88],
  [0.02, 1],
];

function layout({ size, box }: LayoutContext) {
  // The single wheel fills the sky; its outline stays behind the two.
  const share = Math.min(0.73, (box.y + box.width * 0.94) / size.height);
  const end = levelLand(size, share, 0.125);
  const own = placeWheels(box, end);
  const radius = (end.horizon - box.y) / 2 - 2;
  const common: WheelPlace = { centre: { x: box.x + box.width / 2, y: end.horizon - radius - 1 }, radius };
  const type = typeSize(size, "display");
  return { start: seamLand(size, box), end, common, own, type, nameY: end.horizon + type * 1.4 };
}

type Layout = ReturnType<typeof layout>;

function mixWheels(a: WheelPlace, b: WheelPlace, k: number): WheelPlace {
  return {
    centre: { x: lerp(a.centre.x, b.centre.x, k), y: lerp(a.centre.y, b.centre.y, k) },
    radius: lerp(a.radius, b.radius, k),
  };
}

const EIGHTH = Math.PI / 4;

/** Returns a wheel's roll, radians clockwise: whole eighths of a turn, so that the wheels' spokes coincide at first. */
function rollAngle(common: WheelPlace, own: WheelPlace): number {
  return Math.round((common.centre.x - own.centre.x) / own.radius / EIGHTH) * EIGHTH;
}

/** Places of the rim by rank: angle from the wheel's outer side, and depth below the wheel's edge, in radii. */
const RIM = rimPlaces({ x: 0, y: 0 }, 1, 0).map(({ x, y }) => ({
  angle: Math.atan2(y, -x),
  depth: 1 - Math.hypot(x, y),
}));

function drawGrains({ common, own }: Layout, seam: readonly Grain[], { t, palette }: SceneContext): readonly Grain[] {
  const [parted, opened] = [BEATS.part(t), BEATS.open(t)];
  const coal = mixRgb(palette.background, palette.ember, 0.6);
  const wheelOf = (group: (typeof WHEELS)[number], side: -1 | 1) => ({
    side,
    hub: mixWheels(common, own[group], parted),
    r: lerp(common.radius * HALF_RIM_GRAIN, own[group].radius * RIM_GRAIN, opened),
    rolled: side * rollAngle(common, own[group]) * (1 - parted) * opened,
    fill: mixRgb(coal, palette[group], opened),
  });
  const wheels = { industry: wheelOf("industry", -1), services: wheelOf("services", 1) };
  return seam.map((from, index) => {
    const group = groupOf(index);
    const rank = rankInGroup(index);
    const place = RIM[rank];
    if (group === "rural" || place === undefined) return from;
    const { side, hub, r, rolled, fill } = wheels[group];
    const distance = hub.radius * (1 - place.depth);
    const angle = place.angle * lerp(0.5, 1, opened) + rolled;
    const k = BEATS.rise(t, rank);
    return {
      x: lerp(from.x, hub.centre.x + side * distance * Math.cos(angle), k),
      y: lerp(from.y, hub.centre.y + distance * Math.sin(angle), k),
      r: lerp(from.r, jitteredRadius(index, r), k),
      fill: mixRgb(from.fill, fill, k),
      opacity: 1,
      hollow: from.hollow * (1 - k),
    };
  });
}

/** Draws the crack as far as it has run: a dark cleft with light in it. It fades to the outline's tone. */
function drawCrack({ common }: Layout, t: number, palette: Palette): readonly Shape[] {
  const { centre, radius } = common;
  const run = BEATS.crack(t) * (CRACK.length - 1);
  const corners = CRACK.map(([aside, down]) => ({ x: centre.x + aside * radius, y: centre.y + down * radius }));
  const whole = corners.slice(0, Math.floor(run) + 1);
  const [last, next] = [whole.at(-1), corners[whole.length]];
  if (run === 0 || last === undefined) return [];
  const tip = next === undefined ? [] : [pointBetween(last, next, run - Math.floor(run))];
  const d = polyline([...whole, ...tip]);
  const faded = BEATS.fade(t);
  return [
    pathMark({
      key: "choice:cleft",
      d,
      stroke: palette.background,
      strokeWidth: radius * 0.085,
      opacity: 1 - faded,
    }),
    pathMark({
      key: "choice:light",
      d,
      stroke: palette.ink,
      strokeWidth: Math.max(1.4, radius * 0.016),
      opacity: lerp(1, GHOST, faded),
    }),
  ];
}

/** Draws the outline that the single wheel leaves behind. */
function drawGhost({ common: { centre, radius } }: Layout, t: number, palette: Palette): Shape {
  return pathMark({
    key: "choice:ghost",
    layer: "back",
    d: [1, 0.74, 0.19].map((share) => circlePath(centre, radius * share)).join(""),
    stroke: palette.ink,
    strokeWidth: Math.max(1, radius * 0.008),
    opacity: GHOST * BEATS.fade(t),
  });
}

/** Two thirds of the grains leave the worked seam for one dark wheel; it cracks and parts into two equal ones. */
export const choice = defineScene({
  labels: WHEELS,
  elevation: () => 0.2,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, size, palette, label } = at;
    const land = mixLand(places.start, places.end, BEATS.land(t));
    const wheels = WHEELS.flatMap((group): readonly Shape[] => [
      ...wheel({
        key: `wheel:${group}`,
        ...mixWheels(places.common, places.own[group], BEATS.part(t)),
        turn: rollAngle(places.common, places.own[group]) * (1 - BEATS.part(t)),
        colour: mixRgb(mixRgb(palette.background, palette.ember, 0.6), palette[group], BEATS.open(t)),
        ground: palette.background,
        opacity: BEATS.wheel(t),
      }),
      textMark({
        key: `wheel:${group}:name`,
        text: label(group),
        x: places.own[group].centre.x,
        y: places.nameY,
        size: places.type,
        anchor: "middle",
        face: "song",
        fill: group === "industry" ? palette.textIndustry : palette.textServices,
        opacity: BEATS.name(t),
      }),
    ]);
    return {
      grains: drawGrains(places, workedSeam(at, land, 1), at),
      shapes: [
        glow(land.horizon, size, palette.ember, 0.3),
        ...strata(land, size, palette),
        drawGhost(places, t, palette),
        ...wheels,
        ...drawCrack(places, t, palette),
      ],
    };
  },
});
