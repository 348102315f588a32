import { range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { easeOutQuad, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Palette, PathMark, Point, Shape } from "../../model/picture.ts";
import { stagger } from "../../picture/beats.ts";
import { jitteredRadius } from "../../picture/grains.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { hatchPath, pathData, polygon, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { firstInGroup, GROUP_SIZE } from "../groups.ts";
import { drawBanner } from "../props/banner.ts";
import { glow } from "../props/sky.ts";
import { strata } from "../props/strata.ts";
import { type WheelGroup, withSeamBelow } from "../props/wheel-pair.ts";
import {
  DEGREE,
  FLAGS,
  type Half,
  HALVES,
  type Layout,
  layout,
  LONGEST,
  NAME_TO,
  NAVE,
  type PlacedHalf,
  RIM,
  ROWS,
  type Spoke,
  TYRE,
} from "./spokes-layout.ts";

const BEATS = {
  grow: stagger(0.09, 0, 0.16, smoothstep),
  name: stagger(0.09, 0.1, 0.2),
  raise: stagger(0.12, 0.7, 0.86, easeOutQuad),
};

function halfRing({ x, y }: Point, outer: number, inner: number): string {
  return pathData((path) => {
    path.arc(x, y, outer, Math.PI, 2 * Math.PI);
    path.lineTo(x + inner, y);
    path.arc(x, y, inner, 2 * Math.PI, Math.PI, true);
    path.closePath();
  });
}

function alongSpoke({ x, y }: Point, radius: number, angle: number): (along: number, aside: number) => Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (along, aside) => ({
    x: x + along * radius * cos - aside * sin,
    y: y + along * radius * sin + aside * cos,
  });
}

function drawHalf({ radius }: Layout, { group, hub, plain }: PlacedHalf, palette: Palette): readonly PathMark[] {
  const colour = palette[group];
  const ground = palette.background;
  const outlined = { layer: "back", stroke: colour, strokeWidth: Math.max(1, radius * 0.011) } as const;
  const thin = plain.map((degrees) => {
    const at = alongSpoke(hub, radius, degrees * DEGREE);
    return [at(NAVE, 0), at(RIM, 0)] as const;
  });
  return [
    pathMark({
      ...outlined,
      key: `spokes:${group}:plain`,
      stroke: mixRgb(ground, colour, 0.55),
      strokeWidth: Math.max(1.2, radius * 0.02),
      d: segments(thin),
    }),
    pathMark({
      ...outlined,
      key: `spokes:${group}:rim`,
      fill: mixRgb(ground, colour, 0.16),
      d: halfRing(hub, radius * TYRE, radius * RIM),
    }),
    pathMark({
      ...outlined,
      key: `spokes:${group}:tyre`,
      fill: mixRgb(ground, colour, 0.72),
      d: halfRing(hub, radius, radius * TYRE),
    }),
  ];
}

function drawNave({ radius }: Layout, { group, hub }: PlacedHalf, palette: Palette): PathMark {
  return pathMark({
    key: `spokes:${group}:nave`,
    layer: "back",
    fill: mixRgb(palette.background, palette[group], 0.4),
    stroke: palette[group],
    strokeWidth: Math.max(1, radius * 0.011),
    d: halfRing(hub, radius * NAVE, radius * 0.06),
  });
}

function drawGround({ size, type, upper }: Layout, palette: Palette): readonly Shape[] {
  if (upper === null) return [];
  const { y, to } = upper;
  return [
    ruleMark({
      key: "spokes:ground",
      layer: "back",
      x1: 0,
      y1: y,
      x2: to,
      y2: y,
      stroke: palette.muted,
      strokeWidth: 1.4,
    }),
    pathMark({
      key: "spokes:ground:hatch",
      layer: "back",
      d: hatchPath({ x: 0, y: y + 2, width: to, height: type * 0.45 }, Math.max(7, size.width * 0.018)),
      stroke: palette.line,
      opacity: 0.8,
    }),
  ];
}

/** A name reads from left to right along its spoke; on an upright spoke its characters stand one under another. */
function drawName(
  { radius, letter }: Layout,
  { hub, group }: PlacedHalf,
  { key, angle, open, lines, turn }: Spoke,
  t: number,
  palette: Palette,
): readonly Shape[] {
  const opacity = BEATS.name(t, turn);
  const fill = open ? palette[group === "industry" ? "textIndustry" : "textServices"] : palette.background;
  const middle = NAME_TO - ((LONGEST / 2) * letter) / radius;
  const style = { size: letter, face: "song", anchor: "middle", fill, opacity } as const;
  const upright = Math.abs(Math.cos(angle)) < 1e-6;
  if (upright || lines.join("").length === 1) {
    const letters = [...lines.join("")];
    return letters.map((text, k) => {
      const along = middle + ((letters.length - 1) / 2 - k) * ((letter * 1.02) / radius);
      const { x, y } = alongSpoke(hub, radius, angle)(along, 0);
      return textMark({ ...style, key: `spokes:${key}:${k}`, text, x, y, baseline: "middle" });
    });
  }
  const leans = Math.cos(angle) < 0;
  const rotation = leans ? angle + Math.PI : angle;
  return lines.map((text, k) => {
    const down = (k - (lines.length - 1) / 2) * letter * 1.14;
    const centre = alongSpoke(hub, radius, angle)(middle, leans ? -down : down);
    // The text turns about its own origin, which lies on the baseline.
    const drop = letter * 0.35;
    return textMark({
      ...style,
      key: `spokes:${key}:${k}`,
      text,
      x: centre.x - drop * Math.sin(rotation),
      y: centre.y + drop * Math.cos(rotation),
      rotate: rotation / DEGREE,
    });
  });
}

function drawSpoke(places: Layout, half: PlacedHalf, spoke: Spoke, t: number, palette: Palette): readonly Shape[] {
  const { radius, letter } = places;
  const { group, hub } = half;
  const { key, angle, open, lines, turn } = spoke;
  const grown = BEATS.grow(t, turn);
  const wide = letter * (0.66 + 0.57 * (lines.length - 1));
  const [shoulder, foot] = [Math.min(0.34, NAVE + 0.12 * lines.length), Math.min(wide, NAVE * radius * 0.32)];
  const at = alongSpoke(hub, radius, angle);
  const end = lerp(NAVE, RIM - 0.005, grown);
  const broad = Math.min(shoulder, end);
  const board = polygon([
    at(NAVE, foot),
    at(broad, wide),
    at(end, wide),
    at(end, -wide),
    at(broad, -wide),
    at(NAVE, -foot),
  ]);
  const look = open
    ? { fill: palette.background, stroke: palette[group], strokeWidth: 1.5, dash: "4 3" }
    : { fill: palette[group], strokeWidth: 0 };
  return [
    pathMark({ key: `spokes:${key}`, layer: "back", d: board, opacity: linearStep(grown, 0, 0.1), ...look }),
    ...drawName(places, half, spoke, t, palette),
  ];
}

function drawFlags(
  { flags, radius, banner, foot, note }: Layout,
  t: number,
  label: (key: string) => string,
  palette: Palette,
): readonly Shape[] {
  const raised = FLAGS.map((_, k) => BEATS.raise(t, k));
  const [left, right] = [flags[0]?.x ?? 0, flags[1]?.x ?? 0];
  return [
    ...flags.flatMap(({ key, x }, k) =>
      drawBanner({
        key: `spokes:${key}`,
        name: label(key),
        foot: { x, y: foot },
        height: banner,
        type: Math.max(11, Math.min(radius * 0.13, (right - left) / 2.3)),
        palette,
        raised: raised[k] ?? 0,
      }),
    ),
    textMark({
      key: "spokes:goal",
      text: label("goal"),
      x: (left + right) / 2,
      y: foot + note * 1.9,
      anchor: "middle",
      size: note,
      fill: palette.muted,
      role: "note",
      opacity: raised[1] ?? 0,
    }),
  ];
}

function halfGrains({ radius }: Layout, group: WheelGroup, hub: Point, fill: Rgb): readonly Grain[] {
  const perRow = GROUP_SIZE / ROWS.length;
  return range(GROUP_SIZE).map((rank): Grain => {
    const row = rank % ROWS.length;
    const share = (Math.floor(rank / ROWS.length) + 0.35 + 0.3 * row) / perRow;
    const [angle, r] = [Math.PI * (1 + share), radius * (ROWS[row] ?? 1)];
    return {
      x: hub.x + r * Math.cos(angle),
      y: hub.y + r * Math.sin(angle),
      r: jitteredRadius(firstInGroup(group) + rank, radius * 0.028),
      fill,
      opacity: 1,
      hollow: 0,
    };
  });
}

/**
 * The two wheels from near, half in the ground: the spokes carry the names, an empty one the 等, and before the first
 * wheel stand the outlines of two banners, the goals.
 */
export const spokes = defineScene({
  labels: [
    ...HALVES.map(({ group }: Half) => group),
    ...HALVES.flatMap(({ named }) => named.map(({ key }) => key)),
    ...FLAGS,
    "goal",
  ],
  elevation: () => 0.3,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, size, palette, label } = at;
    const { land, halves, type } = places;
    const grainsOf = (group: WheelGroup): readonly Grain[] =>
      halves
        .filter((half) => half.group === group)
        .flatMap(({ hub }) => halfGrains(places, group, hub, palette[group]));
    return {
      grains: withSeamBelow(at, land, { industry: grainsOf("industry"), services: grainsOf("services") }),
      shapes: [
        glow(land.horizon, size, palette.ember, 0.3),
        ...strata(land, size, palette),
        ...drawGround(places, palette),
        ...halves.flatMap((half) => [
          ...drawHalf(places, half, palette),
          ...half.spokes.flatMap((spoke) => drawSpoke(places, half, spoke, t, palette)),
          drawNave(places, half, palette),
          textMark({
            key: `wheel:${half.group}:name`,
            text: label(half.group),
            x: half.hub.x,
            y: half.hub.y + type * 1.42,
            size: type,
            face: "song",
            anchor: "middle",
            fill: palette[half.ink],
          }),
        ]),
        ...drawFlags(places, t, label, palette),
      ],
    };
  },
});
