import { FEATHERS, onWing, wing } from "../formations/wings.ts";
import { headframe } from "../motifs/headframe.ts";
import { type Land, strata } from "../motifs/strata.ts";
import { wheel } from "../motifs/wheel.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { ACT_END, ENTER } from "../picture/beats.ts";
import { firstOf, GROUP_SIZE } from "../picture/grains.ts";
import type { Grain, Moment, Palette, Path, Scene, Shape } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";
import { headframeHeight } from "./cover.ts";
import { sized } from "./grain.ts";
import { label, labelSize } from "./label.ts";
import { above, type Hub, pair, rimGrains, standing, type Wheeled } from "./pair.ts";
import { mixLand } from "./seam.ts";

const WHEELS = ["industry", "services"] as const;
const SIDE = { industry: -1, services: 1 } as const;

/** The act's two halves: the wheels roll, then open. */
const ROLLED = 0.46;

interface Pinion {
  readonly shoulder: Hub["centre"];
  readonly span: number;
}

/** Feathers of one wing behind its grains: each a blade with its shaft and barbs, unfolded `k` 0–1 out of the shoulder. */
function plumage(group: Wheeled, { shoulder, span: full }: Pinion, k: number, { palette }: Moment): readonly Path[] {
  if (k === 0) return [];
  const side = SIDE[group];
  let blades = "";
  let barbs = "";
  for (const { root, tip } of FEATHERS) {
    const [dx, dy] = [tip.x - root.x, tip.y - root.y];
    const at = (t: number, half: number): string => {
      const { x, y } = onWing(
        { x: (root.x + dx * t - dy * half) * k, y: (root.y + dy * t + dx * half) * k },
        shoulder,
        full,
        side,
      );
      return `${x} ${y}`;
    };
    blades += `M${at(0, 0)}C${at(0.25, 0.16)} ${at(0.85, 0.2)} ${at(1.06, 0)}C${at(0.85, -0.2)} ${at(0.25, -0.16)} ${at(0, 0)}Z`;
    for (let t = 0.24; t < 0.95; t += 0.09)
      barbs += `M${at(t, 0)}L${at(t + 0.1, 0.11)}M${at(t, 0)}L${at(t + 0.1, -0.11)}`;
  }
  const colour = palette[group];
  const base = { kind: "path", layer: "back", opacity: span(k, 0.1, 0.6) } as const;
  return [
    {
      ...base,
      key: `wings:${group}:blades`,
      d: blades,
      fill: mixRgb(palette.ground, colour, 0.2),
      stroke: colour,
      width: Math.max(0.9, full * 0.005),
    },
    {
      ...base,
      key: `wings:${group}:barbs`,
      d: barbs,
      fill: null,
      stroke: mixRgb(palette.ground, colour, 0.55),
      width: 0.7,
    },
  ];
}

function grainsOf(group: Wheeled, at: Moment, hub: Hub, turn: number, pinion: Pinion): readonly Grain[] {
  const rolled = rimGrains(group, hub, turn, at.palette);
  const places = wing(pinion.shoulder, pinion.span, SIDE[group]);
  return rolled.map((grain, rank) => {
    const start = ROLLED + 0.16 * (rank / GROUP_SIZE);
    const k = heavy(span(at.act, start, start + 0.36));
    const { x, y } = places[rank] ?? grain;
    return {
      ...grain,
      x: blend(grain.x, x, k),
      y: blend(grain.y, y, k),
      r: blend(grain.r, sized(firstOf(group) + rank, pinion.span * 0.019), k),
    };
  });
}

/** The rod that couples the two wheels, on its crank pins: it goes round with them and stays level. */
function rod(
  { industry, services }: Readonly<Record<Wheeled, Hub>>,
  turn: number,
  y: number,
  palette: Palette,
  opacity: number,
): readonly Path[] {
  const crank = industry.radius * 0.42;
  const half = industry.radius * 0.06;
  const [dx, dy] = [crank * Math.cos(turn + 0.9), crank * Math.sin(turn + 0.9)];
  const [left, right] = [industry.centre.x + dx, services.centre.x + dx];
  const width = industry.radius * 0.012 + 0.6;
  const pin = (r: number): string =>
    [left, right]
      .map((x) => `M${x - r} ${y + dy}A${r} ${r} 0 1 1 ${x + r} ${y + dy}A${r} ${r} 0 1 1 ${x - r} ${y + dy}Z`)
      .join("");
  const base = {
    kind: "path",
    opacity,
    stroke: palette.ground,
    width,
    fill: mixRgb(palette.ground, palette.ink, 0.82),
  } as const;
  return [
    {
      ...base,
      key: "wings:rod",
      d: `M${left} ${y + dy - half}L${right} ${y + dy - half}L${right} ${y + dy + half}L${left} ${y + dy + half}Z`,
    },
    { ...base, key: "wings:crank", d: pin(half * 2.1) },
    { ...base, key: "wings:crank:pin", d: pin(half * 0.8), fill: palette.ground },
  ];
}

/** What the wings spring from: a slender axle, stood upright, scored down its shaded side. */
function spindle({ x, y }: Hub["centre"], length: number, palette: Palette, opacity: number): readonly Path[] {
  const w = length * 0.13;
  const cuts = Array.from({ length: 11 }, (_, k) => {
    const t = -0.32 + 0.075 * k;
    const half = w * (1 - Math.abs(t) * 1.7);
    return `M${x + half * 0.05} ${y + t * length}L${x + half * 0.8} ${y + t * length + length * 0.016}`;
  });
  return [
    {
      kind: "path",
      key: "wings:spindle",
      opacity,
      d: `M${x} ${y - length / 2}Q${x + 2 * w} ${y} ${x} ${y + length / 2}Q${x - 2 * w} ${y} ${x} ${y - length / 2}Z`,
      fill: mixRgb(palette.ground, palette.ink, 0.85),
      stroke: palette.ground,
      width: 1.2,
    },
    {
      kind: "path",
      key: "wings:spindle:cut",
      opacity: opacity * 0.6,
      d: cuts.join(""),
      fill: null,
      stroke: palette.ground,
      width: Math.max(0.7, length * 0.008),
    },
  ];
}

/** Daylight as an engraver cuts it: rays out of the horizon, every other one shorter, round a half-risen disc. */
function daylight(x: number, y: number, { size, palette }: Moment, risen: number): readonly Path[] {
  if (risen === 0) return [];
  const far = Math.hypot(size.width, size.height);
  const disc = Math.min(size.width, size.height) * 0.13 * risen;
  const rays = Array.from({ length: 45 }, (_, k) => {
    const angle = Math.PI * (1 + (k + 0.5) / 45);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [from, to] = [disc * (k % 2 === 0 ? 1.25 : 1.7), disc + far * (k % 2 === 0 ? 1 : 0.55) * risen];
    return `M${x + from * cos} ${y + from * sin}L${x + to * cos} ${y + to * sin}`;
  });
  const cuts = [0.86, 0.73, 0.61, 0.5, 0.4, 0.31, 0.23].map(
    (k) => `M${x - disc * k} ${y}A${disc * k} ${disc * k} 0 0 1 ${x + disc * k} ${y}`,
  );
  const base = { kind: "path", layer: "back", opacity: risen } as const;
  return [
    {
      ...base,
      key: "wings:rays",
      d: rays.join(""),
      fill: null,
      stroke: mixRgb(palette.ground, palette.line, 0.6),
      width: 1,
    },
    {
      ...base,
      key: "wings:disc",
      d: `M${x - disc} ${y}A${disc} ${disc} 0 0 1 ${x + disc} ${y}Z`,
      fill: mixRgb(palette.ground, palette.ember, 0.5),
      stroke: palette.ember,
      width: 1.2,
    },
    {
      ...base,
      key: "wings:disc:cut",
      d: cuts.join(""),
      fill: null,
      stroke: palette.ground,
      width: Math.max(0.8, disc * 0.022),
    },
  ];
}

/** The mine still stands on the horizon, far off, with its shaft down to the seam. */
function tower({ size, palette }: Moment, land: Land, lift: number): readonly Path[] {
  if (lift === 0) return [];
  const height = headframeHeight(size) * 0.5;
  return headframe(size.width * 0.85, land.horizon + 1, height, { ...palette, ink: palette.muted }, lift);
}

/** The two wheels turn, coupled by one rod; then the very same two open into two equal wings and leave the ground for the daylight. */
export const wings: Scene = {
  words: ["industry", "services", "wheels", "wings"],
  ground: (progress) =>
    0.42 + 0.42 * span(progress, ENTER + (ACT_END - ENTER) * (ROLLED - 0.02), ENTER + (ACT_END - ENTER) * 0.76),
  draw(at) {
    const { act, size, box, palette, word } = at;
    const from = standing(size, 0.66);
    const high: Land = standing(size, 0.8);
    const lift = heavy(span(act, ROLLED, 0.95));
    const land = mixLand(from, high, lift);
    const wheels = pair(box, from);
    const type = labelSize(size);
    const turn = 2 * Math.PI * heavy(span(act, 0, ROLLED));
    const folded = 1 - span(act, ROLLED, ROLLED + 0.14);
    const open = heavy(span(act, ROLLED + 0.1, 0.95));
    const landed = folded === 0;
    const longest = Math.max(...WHEELS.map((group) => textWidth(word(group), type * 1.2)));
    const middle = box.x + box.width / 2;
    const full = Math.min(
      box.width * 0.485,
      (high.horizon - box.y - Math.min(size.width, size.height) * 0.13 - type * 3) / 1.22,
    );
    const aside = Math.min(full * 0.8, (box.width - longest) / 2);
    const rise = blend(
      wheels.industry.centre.y,
      blend(box.y + full * 0.82, high.horizon - full * 0.6 - type * 3, 0.4),
      lift,
    );
    const shapes: Shape[] = [
      ...daylight(middle, land.horizon, at, span(act, ROLLED + 0.2, 0.95)),
      ...tower(at, land, lift),
      ...strata(land, size, palette),
    ];
    for (const group of WHEELS) {
      const side = SIDE[group];
      const hub: Hub = { ...wheels[group], centre: { x: wheels[group].centre.x, y: rise } };
      const shoulder = { x: middle + side * full * 0.02, y: rise };
      shapes.push(
        ...plumage(group, { shoulder, span: full }, open, at),
        ...(landed
          ? []
          : wheel({
              key: `wheel:${group}`,
              ...hub,
              turn,
              colour: palette[group],
              ground: palette.ground,
              opacity: folded,
            })),
        label({
          key: `wheel:${group}:name`,
          text: word(group),
          opacity: landed ? span(act, 0.86, 0.96) : folded,
          x: landed ? middle + side * aside : hub.centre.x,
          y: landed ? rise + full * 0.26 : from.horizon + type * 2.28,
          size: type * 1.2,
          face: "song",
          fill: group === "industry" ? palette.textIndustry : palette.textServices,
        }),
      );
    }
    shapes.push(
      ...spindle({ x: middle, y: rise + full * 0.12 }, full * 0.5 * open, palette, open),
      ...(landed ? [] : rod(wheels, turn, rise, palette, folded)),
      label({
        key: "wings:wheels",
        text: word("wheels"),
        x: middle,
        y: from.horizon + type * 4.6,
        size: type * 1.5,
        face: "song",
        fill: palette.ink,
        opacity: span(act, 0.05, 0.2) * folded,
      }),
      label({
        key: "wings:wings",
        text: word("wings"),
        x: middle,
        y: land.horizon - Math.min(size.width, size.height) * 0.13 - type,
        size: type * 1.5,
        face: "song",
        fill: palette.ink,
        opacity: span(act, 0.88, 1),
      }),
    );
    const pinion = (group: Wheeled): Pinion => ({
      shoulder: { x: middle + SIDE[group] * full * 0.02, y: rise },
      span: full,
    });
    const hub = (group: Wheeled): Hub => ({ ...wheels[group], centre: { x: wheels[group].centre.x, y: rise } });
    return {
      grains: above(at, land, {
        industry: grainsOf("industry", at, hub("industry"), turn, pinion("industry")),
        services: grainsOf("services", at, hub("services"), turn, pinion("services")),
      }),
      shapes,
    };
  },
};
