import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Palette, PathMark, Point, Scene, SceneContext, Shape } from "../../model/picture.ts";
import { ACTION_END, ENTER_END } from "../../model/timing.ts";
import { firstInGroup, GROUP_SIZE, jitteredRadius } from "../../picture/grains.ts";
import { labelMark, labelSize } from "../../picture/label.ts";
import { circlePath, pathMark } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";
import { headframe } from "../props/headframe.ts";
import { headframeHeight, mixLand } from "../props/mine.ts";
import { type Land, strata } from "../props/strata.ts";
import {
  levelLand,
  pairLand,
  placeWheels,
  rimGrains,
  type WheelGroup,
  type WheelPlace,
  withSeamBelow,
} from "../props/wheel-pair.ts";
import { wheel } from "../props/wheel.ts";
import { COVERTS, type Feather, QUILLS, toStage, WING_EXTENT, wingLayout } from "./wings-feathers.ts";

const WHEELS = ["industry", "services"] as const;
const SIDE = { industry: -1, services: 1 } as const;

/** Share of the action after which the wheels have rolled and begin to open. */
const ROLLED = 0.46;

interface Pinion {
  readonly shoulder: WheelPlace["centre"];
  readonly span: number;
}

function plumage(
  group: WheelGroup,
  { shoulder, span: full }: Pinion,
  k: number,
  { palette }: SceneContext,
): readonly PathMark[] {
  if (k === 0) return [];
  const place = ({ root, tip }: Feather, t: number, half: number): string => {
    const [dx, dy] = [tip.x - root.x, tip.y - root.y];
    const spot = { x: (root.x + dx * t - dy * half) * k, y: (root.y + dy * t + dx * half) * k };
    const { x, y } = toStage(spot, shoulder, full, SIDE[group]);
    return `${x} ${y}`;
  };
  const blades = (feathers: readonly Feather[], wide: number): string =>
    feathers
      .map((feather) => {
        const at = (t: number, half: number): string => place(feather, t, half * wide);
        return `M${at(0, 0)}C${at(0.3, -0.09)} ${at(0.85, -0.11)} ${at(1.06, 0.01)}C${at(1.04, 0.12)} ${at(0.5, 0.17)} ${at(0, 0)}Z`;
      })
      .join("");
  const barbs = QUILLS.map((feather) => {
    const cuts = Array.from({ length: 9 }, (_, n) => {
      const t = 0.36 + 0.07 * n;
      return `M${place(feather, t, 0)}L${place(feather, t + 0.07, 0.075)}M${place(feather, t, 0)}L${place(feather, t + 0.07, -0.05)}`;
    });
    return `M${place(feather, 0, 0)}L${place(feather, 1.04, 0.01)}${cuts.join("")}`;
  });
  const colour = palette[group];
  const width = Math.max(0.9, full * 0.005);
  const opacity = linearStep(k, 0.1, 0.6);
  const blade = (key: string, d: string, tint: number): PathMark =>
    pathMark(`wings:${group}:${key}`, d, colour, width, { fill: mixRgb(palette.background, colour, tint), opacity });
  return [
    blade("blades", blades(QUILLS, 1), 0.2),
    pathMark(`wings:${group}:barbs`, barbs.join(""), mixRgb(palette.background, colour, 0.6), 0.7, { opacity }),
    blade("coverts", blades(COVERTS, 2.1), 0.42),
  ];
}

function grainsOf(
  group: WheelGroup,
  at: SceneContext,
  hub: WheelPlace,
  turn: number,
  pinion: Pinion,
): readonly Grain[] {
  const rolled = rimGrains(group, hub, turn, at.palette);
  const places = wingLayout(pinion.shoulder, pinion.span, SIDE[group]);
  return rolled.map((grain, rank) => {
    const start = ROLLED + 0.16 * (rank / GROUP_SIZE);
    const k = smoothstep(linearStep(at.t, start, start + 0.36));
    const { x, y, weight } = places[rank] ?? { ...grain, weight: 1 };
    return {
      ...grain,
      x: lerp(grain.x, x, k),
      y: lerp(grain.y, y, k),
      r: lerp(grain.r, jitteredRadius(firstInGroup(group) + rank, pinion.span * 0.0185 * weight), k),
    };
  });
}

/**
 * Draws the rod between the wheels' cranks, later between the wings' shoulders. `half` is half its thickness, px; its
 * pins disappear as the wings `open` 0–1.
 */
function rod(left: Point, right: Point, half: number, open: number, palette: Palette): readonly PathMark[] {
  const pin = (r: number): string => [left, right].map(({ x, y }) => circlePath(x, y, r)).join("");
  const base = {
    kind: "path",
    opacity: 1,
    stroke: palette.background,
    strokeWidth: half * 0.2 + 0.6,
    fill: palette.ink,
  } as const;
  const cover = mixRgb(palette.background, palette.ink, open);
  return [
    {
      ...base,
      key: "wings:rod",
      d: `M${left.x} ${left.y - half}L${right.x} ${right.y - half}L${right.x} ${right.y + half}L${left.x} ${left.y + half}Z`,
    },
    { ...base, key: "wings:crank", d: pin(half * 2.1) },
    { ...base, key: "wings:crank:pin", d: pin(half * 0.8), fill: cover, stroke: cover },
  ];
}

function sleepers(
  width: number,
  ground: number,
  pitch: number,
  palette: Palette,
  opacity: number,
  gone: number,
): PathMark {
  const thick = pitch * 0.16;
  const d = Array.from({ length: Math.ceil(width / pitch) + 2 }, (_, k) => {
    const x = k * pitch;
    return `M${x} ${ground + 2}L${x + pitch * 0.56} ${ground + 2}L${x + pitch * 0.56} ${ground + 2 + thick}L${x} ${ground + 2 + thick}Z`;
  }).join("");
  return {
    ...pathMark("wings:sleepers", d, null, 0, { fill: mixRgb(palette.layer, palette.ink, 0.3), opacity }),
    translate: [-(gone % pitch), 0],
  };
}

function daylight({ x, y }: Point, sun: number, { size, palette }: SceneContext, risen: number): readonly PathMark[] {
  if (risen === 0) return [];
  const far = Math.hypot(size.width, size.height);
  const disc = sun * risen;
  const rays = Array.from({ length: 45 }, (_, k) => {
    const angle = Math.PI * (1 + (k + 0.5) / 45);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [from, to] = [disc * (k % 2 === 0 ? 1.25 : 1.7), disc + far * (k % 2 === 0 ? 1 : 0.55) * risen];
    return `M${x + from * cos} ${y + from * sin}L${x + to * cos} ${y + to * sin}`;
  });
  const cuts = [0.86, 0.73, 0.61, 0.5, 0.4, 0.31, 0.23].map(
    (k) => `M${x - disc * k} ${y}A0.1 0.1 0 0 1 ${x + disc * k} ${y}`,
  );
  const base = { kind: "path", layer: "back", opacity: risen } as const;
  return [
    {
      ...base,
      key: "wings:rays",
      d: rays.join(""),
      fill: null,
      stroke: mixRgb(palette.background, palette.line, 0.6),
      strokeWidth: 1,
    },
    {
      ...base,
      key: "wings:disc",
      d: `M${x - disc} ${y}A0.1 0.1 0 0 1 ${x + disc} ${y}Z`,
      fill: mixRgb(palette.background, palette.ember, 0.5),
      stroke: palette.ember,
      strokeWidth: 1.2,
    },
    {
      ...base,
      key: "wings:disc:cut",
      d: cuts.join(""),
      fill: null,
      stroke: palette.background,
      strokeWidth: Math.max(0.8, disc * 0.022),
    },
  ];
}

function tower({ size, palette }: SceneContext, land: Land, lift: number): readonly PathMark[] {
  if (lift === 0) return [];
  const height = headframeHeight(size) * 0.5;
  return headframe(size.width * 0.85, land.horizon + 1, height, { ...palette, ink: palette.muted }, lift);
}

/** Two wheels turn, coupled by one rod, then open into two equal wings and rise into the daylight. */
export const wings: Scene = {
  labels: ["industry", "services", "wheels", "wings"],
  elevation: (progress) =>
    0.42 +
    0.42 *
      linearStep(
        progress,
        ENTER_END + (ACTION_END - ENTER_END) * (ROLLED - 0.02),
        ENTER_END + (ACTION_END - ENTER_END) * 0.76,
      ),
  draw(at) {
    const { t, size, box, palette, label } = at;
    const from = pairLand(size, box);
    const high: Land = levelLand(size, 0.82);
    const lift = smoothstep(linearStep(t, ROLLED, 0.95));
    const land = mixLand(from, high, lift);
    const wheels = placeWheels(box, from);
    const { radius } = wheels.industry;
    const type = labelSize(size);
    const turn = 2 * Math.PI * smoothstep(linearStep(t, 0, ROLLED));
    const folded = 1 - linearStep(t, ROLLED, ROLLED + 0.14);
    const open = smoothstep(linearStep(t, ROLLED + 0.1, 0.95));
    const landed = folded === 0;
    const middle = box.x + box.width / 2;
    const sun = Math.min(size.width * 0.15, size.height * 0.14);
    const motto = Math.min(type * 1.9, (box.width / 2 - sun - 6) / [...label("wings")].length);
    const over = high.horizon - box.y - sun - type;
    const full = Math.min((box.width * 0.5) / (WING_EXTENT.out + 0.07), over / (WING_EXTENT.up + WING_EXTENT.down));
    const perch = box.y + full * WING_EXTENT.up + (over - full * (WING_EXTENT.up + WING_EXTENT.down)) * 0.5;
    const rise = lerp(wheels.industry.centre.y, perch, lift);
    const name = type * 1.5;
    const gap =
      wheels.services.centre.x -
      wheels.industry.centre.x -
      (textWidth(label("industry"), name) + textWidth(label("services"), name)) / 2;
    const longest = Math.max(...WHEELS.map((group) => textWidth(label(group), type * 1.3)));
    const aside = Math.min(full * 0.72, (box.width - longest) / 2);
    const shapes: Shape[] = [
      ...daylight({ x: middle, y: land.horizon }, sun, at, linearStep(t, ROLLED + 0.2, 0.95)),
      ...tower(at, land, lift),
      ...strata(land, size, palette),
      ...(landed ? [] : [sleepers(size.width, from.horizon, radius * 0.3, palette, folded, radius * turn)]),
    ];
    const hubs = WHEELS.map((group): WheelPlace => ({
      ...wheels[group],
      centre: { x: wheels[group].centre.x, y: rise },
    }));
    const pinions = WHEELS.map((group): Pinion => ({
      shoulder: { x: middle + SIDE[group] * full * 0.02, y: rise },
      span: full,
    }));
    WHEELS.forEach((group, k) => {
      const side = SIDE[group];
      const hub = hubs[k] ?? wheels[group];
      const pinion = pinions[k];
      shapes.push(
        ...(pinion === undefined ? [] : plumage(group, pinion, open, at)),
        ...(landed
          ? []
          : wheel({
              key: `wheel:${group}`,
              ...hub,
              turn,
              colour: palette[group],
              ground: palette.background,
              opacity: folded,
            })),
        labelMark({
          key: `wheel:${group}:name`,
          text: label(group),
          opacity: landed ? linearStep(t, 0.86, 0.96) : folded,
          x: landed ? middle + side * aside : hub.centre.x,
          y: landed ? perch + full * WING_EXTENT.down * 0.9 : from.horizon + type * 2.1,
          size: landed ? type * 1.3 : name,
          face: "song",
          fill: group === "industry" ? palette.textIndustry : palette.textServices,
        }),
      );
    });
    const crank = radius * 0.42;
    const [left, right] = WHEELS.map((group, k): Point => ({
      x: lerp((hubs[k]?.centre.x ?? 0) + crank * Math.cos(turn + 0.9), middle, open),
      y: rise + lerp(crank * Math.sin(turn + 0.9), 0, open),
    }));
    if (left !== undefined && right !== undefined)
      shapes.push(...rod(left, right, lerp(radius * 0.06, full * 0.022, open), open, palette));
    shapes.push(
      labelMark({
        key: "wings:wheels",
        text: label("wheels"),
        x: middle,
        // Between the two names if there is room, otherwise under them.
        y: from.horizon + type * (textWidth(label("wheels"), type * 1.9) + 2 * type < gap ? 2.2 : 4.8),
        size: type * 1.9,
        face: "song",
        fill: palette.ink,
        opacity: linearStep(t, 0.05, 0.2) * folded,
      }),
      labelMark({
        key: "wings:wings",
        text: label("wings"),
        x: box.x,
        y: land.horizon - motto * 0.55,
        size: motto,
        anchor: "start",
        face: "song",
        fill: palette.ink,
        opacity: linearStep(t, 0.88, 1),
      }),
    );
    const [one, two] = WHEELS.map((group, k) =>
      grainsOf(group, at, hubs[k] ?? wheels[group], turn, pinions[k] ?? { shoulder: wheels[group].centre, span: full }),
    );
    return { grains: withSeamBelow(at, land, { industry: one ?? [], services: two ?? [] }), shapes };
  },
};
