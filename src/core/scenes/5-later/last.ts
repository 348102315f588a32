import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, pathData, polygon, segments } from "../../picture/path.ts";
import { onPaper } from "../../picture/palette.ts";
import { defineScene } from "../../picture/scene.ts";
import { firstInGroup, GROUP_SIZE } from "../groups.ts";
import { minedEarth } from "../props/earth.ts";
import { headframe } from "../props/headframe.ts";
import { vesselGrains } from "../props/vessel/grains.ts";
import { layoutVesselStage, type VesselStage, vesselLabelSize } from "../props/vessel/layout.ts";
import { drawVessel } from "../props/vessel/vessel.ts";

const BEATS = {
  rise: beat(0, 0.9, smoothstep),
  glow: beat(0.5, 1),
};

/** The one grain of the worked seam that glows, right of the shaft. */
const GLOWING = firstInGroup("rural") + Math.round(GROUP_SIZE * 0.72);

const RAYS = 96;

/** Width of the vessel's room in the stage's: the sun stands out on either side of it. */
const MIDDLE = 0.68;

/** Radius of the sun and height of its centre over the ground, in the vessel's units. */
const SUN = { radius: 1.34, height: 0.98 } as const;

function layout({ size, box }: LayoutContext) {
  const cx = box.x + box.width * 0.53;
  const width = box.width * MIDDLE;
  const inner = { x: cx - width / 2, y: box.y + box.height * 0.12, width, height: box.height * 0.88 };
  const vessel = layoutVesselStage(inner, vesselLabelSize(size), false);
  // The ground and the worked seam go on under the headframe.
  const stage: VesselStage = { ...vessel, mine: { ...vessel.mine, x: box.x, width: box.width } };
  const free = stage.cx - stage.unit * 1.06 - box.x;
  const height = Math.min(free / 0.74, stage.unit * 1.4);
  return {
    box,
    stage,
    tower: { x: box.x + free - height * 0.12, height },
    sun: { x: stage.cx, y: stage.ground - stage.unit * SUN.height, r: stage.unit * SUN.radius },
  };
}

type Layout = ReturnType<typeof layout>;

/** Draws rays of two lengths round the sun, as far as the stage goes. */
function drawRays({ box, stage, sun }: Layout, centre: Point, risen: number): readonly (readonly [Point, Point])[] {
  return range(RAYS).flatMap((k) => {
    const angle = (2 * Math.PI * (k + 0.5)) / RAYS;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const across = (cos > 0 ? box.x + box.width - centre.x : centre.x - box.x) / Math.max(1e-6, Math.abs(cos));
    const up = sin < -1e-6 ? (centre.y - box.y) / -sin : Number.POSITIVE_INFINITY;
    const [from, to] = [sun.r * 1.06, Math.min(across, up, sun.r * lerp(1.08, k % 2 === 0 ? 1.5 : 1.24, risen))];
    const at = (r: number): Point => ({ x: centre.x + cos * r, y: centre.y + sin * r });
    const [inner, outer] = [at(from), at(to)];
    return to > from && inner.y < stage.ground - 2 && outer.y < stage.ground - 2 ? [[inner, outer] as const] : [];
  });
}

/** Cuts lines into the sun as an engraver does, the closer to the ground the closer to one another. */
function drawHaze({ stage: { ground, unit }, sun }: Layout, centre: Point): readonly (readonly [Point, Point])[] {
  return range(1, 13).flatMap((k) => {
    const y = ground - unit * 0.013 * k * (k + 1) * 0.5;
    const half = Math.sqrt(Math.max(0, sun.r ** 2 - (y - centre.y) ** 2));
    return half < 2
      ? []
      : [
          [
            { x: centre.x - half, y },
            { x: centre.x + half, y },
          ] as const,
        ];
  });
}

/** Draws the sun as far as it stands over the ground. */
function drawSun(places: Layout, risen: number, palette: Palette): readonly Shape[] {
  const { stage, sun } = places;
  const { ground, unit } = stage;
  const centre: Point = { x: sun.x, y: lerp(ground + sun.r * 0.9, sun.y, risen) };
  const dip = Math.min(1, Math.max(-1, (ground - centre.y) / sun.r));
  const half = Math.acos(-dip);
  const disc = polygon(
    range(65).map((k) => {
      const angle = lerp(-half, half, k / 64);
      return { x: centre.x + sun.r * Math.sin(angle), y: centre.y - sun.r * Math.cos(angle) };
    }),
  );
  return [
    pathMark({
      key: "last:rays",
      layer: "back",
      stroke: mixRgb(palette.background, palette.ember, 0.55),
      strokeWidth: Math.max(0.9, unit * 0.008),
      d: segments(drawRays(places, centre, risen)),
    }),
    pathMark({
      key: "last:sun",
      layer: "back",
      fill: onPaper(palette)
        ? mixRgb(palette.background, palette.red, 0.26)
        : mixRgb(palette.background, palette.textRed, 0.38),
      strokeWidth: 0,
      d: disc,
    }),
    pathMark({
      key: "last:haze",
      layer: "back",
      stroke: palette.background,
      strokeWidth: Math.max(1, unit * 0.011),
      d: segments(drawHaze(places, centre)),
    }),
  ];
}

/** Draws the tower of the headframe alone, without its engine house. */
function drawTower({ stage, tower }: Layout, palette: Palette): readonly Shape[] {
  return headframe(tower.x, stage.ground + 1, tower.height, palette, 0.75).filter(({ key }) =>
    ["headframe:bracing", "headframe:legs"].includes(key),
  );
}

/** Covers the part of the headframe that reaches below the ground. */
function drawSoil({ stage, tower }: Layout, { background }: Palette): Shape {
  const { mine, ground } = stage;
  return pathMark({
    key: "last:soil",
    layer: "back",
    fill: background,
    strokeWidth: 0,
    d: pathData((path) => path.rect(mine.x, ground, mine.width, tower.height * 0.18)),
  });
}

function drawGrains(stage: VesselStage, glow: number, palette: Palette): readonly Grain[] {
  return vesselGrains(stage, palette, { cast: 1, grown: 0 }).map((grain, index) => {
    if (index !== GLOWING) return grain;
    const { x, y, r, fill, opacity, hollow } = grain;
    return {
      x,
      y,
      r: r * (1 + 0.5 * glow),
      fill: mixRgb(fill, palette.ember, glow),
      opacity,
      hollow: hollow * (1 - glow),
    };
  });
}

function drawGlow(grain: Grain | undefined, glow: number, { ember }: Palette): readonly Shape[] {
  if (grain === undefined) return [];
  return [3.6, 2.2].map((reach, k) =>
    pathMark({
      key: `last:glow:${k}`,
      layer: "back",
      fill: ember,
      strokeWidth: 0,
      opacity: glow * (0.16 + 0.14 * k),
      d: circlePath(grain, grain.r * reach),
    }),
  );
}

/** The headframe at daybreak: the sun is seen through the vessel's third part, which is empty. */
export const last = defineScene({
  labels: [],
  elevation: () => 1,
  beats: BEATS,
  layout,
  draw(places, { t, palette }) {
    const { stage } = places;
    const glow = BEATS.glow(t);
    const grains = drawGrains(stage, glow, palette);
    return {
      grains,
      shapes: [
        ...drawSun(places, BEATS.rise(t), palette),
        ...drawTower(places, palette),
        drawSoil(places, palette),
        ...minedEarth(stage, palette),
        ...drawGlow(grains[GLOWING], glow, palette),
        ...drawVessel(stage, palette, { cast: 1, third: 1, fret: 1 }),
      ],
    };
  },
});
