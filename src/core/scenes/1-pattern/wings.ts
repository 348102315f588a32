import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { easeOutQuad, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, PathMark, Point, SceneContext, Shape } from "../../model/picture.ts";
import { ACTION_END, ENTER_END } from "../../model/timing.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { jitteredRadius } from "../../picture/grains.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { circlePath, pathData, polygon, traceLines } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { firstInGroup, GROUP_SIZE } from "../groups.ts";
import { headframe } from "../props/headframe.ts";
import { headframeHeight, mixLand } from "../props/mine.ts";
import { type Land, strata } from "../props/strata.ts";
import { levelLand, pairLand, placeWheels, rimGrains, type WheelPlace, withSeamBelow } from "../props/wheel-pair.ts";
import { wheel } from "../props/wheel.ts";
import { drawDaylight } from "./wings-daylight.ts";
import { drawFeathers, WING_EXTENT, wingLayout } from "./wings-feathers.ts";

const SIDES = [
  { group: "industry", side: -1, ink: "textIndustry" },
  { group: "services", side: 1, ink: "textServices" },
] as const;

type Side = (typeof SIDES)[number];

/** Share of the action after which the wheels have rolled and begin to open. */
const ROLLED = 0.46;

const BEATS = {
  wheels: beat(0.05, 0.2),
  roll: beat(0, ROLLED, smoothstep),
  fade: beat(ROLLED + 0.1, ROLLED),
  fly: stagger(0.1 / GROUP_SIZE, ROLLED, ROLLED + 0.26, smoothstep),
  lift: beat(ROLLED, 0.95, smoothstep),
  open: beat(ROLLED + 0.03, 0.9, easeOutQuad),
  // The wings stand against the dark first; then the sun crosses the brown in an eighth of the action.
  brighten: beat(ROLLED + 0.26, ROLLED + 0.38),
  dawn: beat(ROLLED + 0.24, 0.95),
  names: beat(0.88, 0.97),
};

const LOUD = 1.5;

/** The rod's pin on a wheel: its distance from the centre in radii, and its angle before the first turn, radians. */
const CRANK = { out: 0.42, angle: 0.9 } as const;

function layout({ size, box, label }: LayoutContext) {
  const type = typeSize(size, "label");
  const display = typeSize(size, "display");
  const middle = box.x + box.width / 2;
  const low = pairLand(size, box);
  const high = levelLand(size, 0.82);
  const hubs = placeWheels(box, low);
  const [industry, services] = [textWidth(label("industry"), display), textWidth(label("services"), display)];

  const sun = Math.min(size.width * 0.15, size.height * 0.14);
  const room = high.horizon - box.y - sun - type;
  const tall = WING_EXTENT.up + WING_EXTENT.down;
  const span = Math.min((box.width * 0.5) / (WING_EXTENT.out + 0.07), room / tall);
  const perch = box.y + span * WING_EXTENT.up + (room - span * tall) * 0.5;

  const loud = display * LOUD;
  const apart = hubs.services.centre.x - hubs.industry.centre.x;
  const between = textWidth(label("wheels"), loud) + 2 * type < apart - (industry + services) / 2;
  return {
    size,
    box,
    type,
    display,
    loud,
    middle,
    low,
    high,
    hubs,
    radius: hubs.industry.radius,
    sun,
    span,
    perch,
    aside: Math.min(span * 0.72, (box.width - Math.max(industry, services)) / 2),
    wheelNames: low.horizon + type * 2.1,
    wingNames: perch + span * WING_EXTENT.down * 0.9,
    // Between the two names if there is room, clear of the track; otherwise under them.
    wheelsLine: low.horizon + (between ? hubs.industry.radius * 0.07 + loud : type * 4.8),
  };
}

type Layout = ReturnType<typeof layout>;

function placeParts(places: Layout, t: number) {
  const { middle, span } = places;
  const lift = BEATS.lift(t);
  const y = lerp(places.hubs.industry.centre.y, places.perch, lift);
  const hubAt = ({ centre, radius }: WheelPlace): WheelPlace => ({ centre: { x: centre.x, y }, radius });
  return {
    lift,
    land: mixLand(places.low, places.high, lift),
    turn: 2 * Math.PI * BEATS.roll(t),
    hubs: { industry: hubAt(places.hubs.industry), services: hubAt(places.hubs.services) },
    shoulders: { industry: { x: middle - span * 0.02, y }, services: { x: middle + span * 0.02, y } },
  };
}

type Parts = ReturnType<typeof placeParts>;

/** Draws the rod between the wheels' cranks, later between the wings' shoulders; `half` is half its thickness, px. */
function drawRod(left: Point, right: Point, half: number, open: number, palette: Palette): readonly PathMark[] {
  const pins = (r: number): string => circlePath(left, r) + circlePath(right, r);
  const iron = { fill: palette.ink, stroke: palette.background, strokeWidth: half * 0.2 + 0.6 };
  const cover = mixRgb(palette.background, palette.ink, open);
  return [
    pathMark({
      ...iron,
      key: "wings:rod",
      d: polygon([
        { x: left.x, y: left.y - half },
        { x: right.x, y: right.y - half },
        { x: right.x, y: right.y + half },
        { x: left.x, y: left.y + half },
      ]),
    }),
    pathMark({ ...iron, key: "wings:crank", d: pins(half * 2.1) }),
    pathMark({ ...iron, key: "wings:crank:pin", d: pins(half * 0.8), fill: cover, stroke: cover }),
  ];
}

/** Draws the track that the wheels roll on; it passes under them, since they stay in the middle of the stage. */
function drawSleepers({ size, radius, low }: Layout, turn: number, opacity: number, palette: Palette): PathMark {
  const pitch = radius * 0.3;
  const [top, bottom] = [low.horizon + 2, low.horizon + 2 + pitch * 0.16];
  return pathMark({
    key: "wings:sleepers",
    layer: "back",
    opacity,
    fill: mixRgb(palette.layer, palette.ink, 0.3),
    strokeWidth: 0,
    translate: [-((radius * turn) % pitch), 0],
    d: pathData((path) => {
      for (const k of range(Math.ceil(size.width / pitch) + 2)) {
        const [left, right] = [k * pitch, (k + 0.56) * pitch];
        traceLines(path, [
          { x: left, y: top },
          { x: right, y: top },
          { x: right, y: bottom },
          { x: left, y: bottom },
        ]);
        path.closePath();
      }
    }),
  });
}

function drawHeadframe({ size }: Layout, land: Land, lift: number, palette: Palette): readonly PathMark[] {
  if (lift === 0) return [];
  const colours = { ...palette, ink: palette.muted };
  return headframe(size.width * 0.85, land.horizon + 1, headframeHeight(size) * 0.5, colours, lift);
}

function drawSide(
  places: Layout,
  { hubs, shoulders, turn }: Parts,
  at: Side,
  name: string,
  t: number,
  palette: Palette,
): readonly Shape[] {
  const { group, side } = at;
  const hub = hubs[group];
  const opacity = BEATS.fade(t);
  const wing = opacity === 0;
  const look = { key: `wheel:${group}`, ...hub, turn, colour: palette[group], ground: palette.background, opacity };
  return [
    ...drawFeathers(at, shoulders[group], places.span, BEATS.open(t), palette),
    ...(wing ? [] : wheel(look)),
    textMark({
      key: `wheel:${group}:name`,
      text: name,
      x: wing ? places.middle + side * places.aside : hub.centre.x,
      y: wing ? places.wingNames : places.wheelNames,
      size: places.display,
      face: "song",
      anchor: "middle",
      fill: palette[at.ink],
      opacity: wing ? BEATS.names(t) : opacity,
    }),
  ];
}

function drawCoupling(places: Layout, { hubs, turn }: Parts, open: number, palette: Palette): readonly PathMark[] {
  const { middle, radius, span } = places;
  const out = radius * CRANK.out;
  const angle = turn + CRANK.angle;
  const pin = ({ centre }: WheelPlace): Point => ({
    x: lerp(centre.x + out * Math.cos(angle), middle, open),
    y: centre.y + lerp(out * Math.sin(angle), 0, open),
  });
  const half = lerp(radius * 0.06, span * 0.022, open);
  return drawRod(pin(hubs.industry), pin(hubs.services), half, open, palette);
}

function drawSaying({ middle, loud, wheelsLine }: Layout, { t, palette, label }: SceneContext): Shape {
  return textMark({
    key: "wings:wheels",
    text: label("wheels"),
    x: middle,
    y: wheelsLine,
    size: loud,
    face: "song",
    anchor: "middle",
    fill: palette.ink,
    opacity: BEATS.wheels(t) * BEATS.fade(t),
  });
}

function sideGrains(
  { span }: Layout,
  { hubs, shoulders, turn }: Parts,
  { group, side }: Side,
  t: number,
  palette: Palette,
): readonly Grain[] {
  const places = wingLayout(shoulders[group], span, side);
  return rimGrains(group, hubs[group], turn, palette).map((grain, rank) => {
    const { x, y, weight } = places[rank] ?? { ...grain, weight: 1 };
    const k = BEATS.fly(t, rank);
    return {
      x: lerp(grain.x, x, k),
      y: lerp(grain.y, y, k),
      r: lerp(grain.r, jitteredRadius(firstInGroup(group) + rank, span * 0.0185 * weight), k),
      fill: grain.fill,
      opacity: 1,
      hollow: 0,
    };
  });
}

/** Two wheels turn, coupled by one rod, then open into two equal wings and rise into the daylight. */
export const wings = defineScene({
  labels: ["industry", "services", "wheels"],
  elevation: (progress) => 0.42 + 0.42 * BEATS.brighten(linearStep(progress, ENTER_END, ACTION_END)),
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, size, palette, label } = at;
    const parts = placeParts(places, t);
    const { land, lift, turn } = parts;
    const fade = BEATS.fade(t);
    const [industry, services] = SIDES;
    return {
      grains: withSeamBelow(at, land, {
        industry: sideGrains(places, parts, industry, t, palette),
        services: sideGrains(places, parts, services, t, palette),
      }),
      shapes: [
        ...drawDaylight(places, land.horizon, BEATS.dawn(t), palette),
        ...drawHeadframe(places, land, lift, palette),
        ...strata(land, size, palette),
        ...(fade === 0 ? [] : [drawSleepers(places, turn, fade, palette)]),
        ...SIDES.flatMap((side) => drawSide(places, parts, side, label(side.group), t, palette)),
        ...drawCoupling(places, parts, BEATS.open(t), palette),
        drawSaying(places, at),
      ],
    };
  },
});
