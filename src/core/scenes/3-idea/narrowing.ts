import { range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, rectMark, textMark } from "../../picture/marks.ts";
import { circlePath, polygon } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { duskSky, lampLight, silhouetteTone } from "../props/dusk.ts";
import { type Corner, DERRICK, DOOR, HOUSE, JUNK, WALL } from "./narrowing-outlines.ts";

const BEATS = {
  approach: beat(0, 0.92, smoothstep),
  wharf: beat(0, 0.1),
  passing: beat(0.5, 0.12),
  lane: beat(0.34, 0.52),
  home: beat(0.68, 0.9),
};

/** Scales of the places from afar and at the end of the take. */
const SCALES = { quay: [0.8, 2.2], lane: [0.6, 1], home: [0.42, 1] } as const;

/** Sizes of the three names, in units of the first: the nearer people sit, the louder. */
const LOUDNESS = [1, 2, 4] as const;

// Places in half-widths of the plate from its middle and in its heights from the horizon, y down.
const HORIZON = 0.48;
const QUAY = { edge: 0.425, half: 0.64 } as const;

const HILLS = [
  { rise: 0.14, phase: 0.6 },
  { rise: 0.08, phase: 2.7 },
] as const;

/** Rows of the way from the quay to the door: 30 grains, 28, … 2, which is 240. */
const ROWS = range(15).map((row) => 30 - 2 * row);
const ROW_OF = ROWS.flatMap((n, row) => range(n).map((k) => ({ row, k, n })));

function layout({ size, box }: LayoutContext) {
  const unit = Math.max(12, Math.min((box.width * 0.6) / 12, (box.height * 0.25) / 4.4));
  // The evening fills the stage from edge to edge; the names keep to the box.
  const plate = { x: 0, y: box.y, width: size.width, height: size.height - box.y };
  return { box, plate, unit, cx: box.x + box.width / 2, horizon: box.y + box.height * HORIZON };
}

type Layout = ReturnType<typeof layout>;

type Project = (corner: Corner) => Point;

/** Projects a place at a scale about the vanishing point; nothing leaves the plate. */
function projectAt({ box, plate, cx, horizon }: Layout, scale: number): Project {
  const half = box.width / 2;
  return ([x, y]) => ({
    x: clamp(cx + x * scale * half, plate.x, plate.x + plate.width),
    y: clamp(horizon + y * scale * box.height, plate.y, plate.y + plate.height),
  });
}

function zoom([from, to]: readonly [number, number], near: number): number {
  return from * (to / from) ** near;
}

function drawHills({ box, plate, cx, horizon }: Layout, near: number, tone: (depth: number) => Rgb): readonly Shape[] {
  return HILLS.map(({ rise, phase }, k) => {
    const ridge = range(41).map((j): Point => {
      const at = plate.x + (plate.width * j) / 40;
      const x = ((at - cx) * 2) / box.width;
      const wave = 0.05 * Math.sin(3.3 * x + phase) + 0.014 * Math.sin(9 * x + 2 * phase);
      return { x: at, y: horizon - box.height * (rise + wave) * (0.7 + 0.3 * near) };
    });
    const foot = box.y + box.height;
    const hill = [{ x: plate.x, y: foot }, ...ridge, { x: plate.x + plate.width, y: foot }];
    return pathMark({
      key: `narrowing:hill:${k}`,
      layer: "back",
      d: polygon(hill),
      fill: tone(0.12 + 0.13 * k),
      strokeWidth: 0,
    });
  });
}

function silhouette(
  key: string,
  project: Project,
  outlines: readonly (readonly Corner[])[],
  fill: Rgb,
  opacity = 1,
): Shape {
  const d = outlines.map((outline) => polygon(outline.map(project))).join("");
  return pathMark({ key: `narrowing:${key}`, layer: "back", d, fill, strokeWidth: 0, opacity });
}

function mirror(outline: readonly Corner[]): readonly Corner[] {
  return outline.map(([x, y]) => [-x, y] as const);
}

/** Two people on stools, close to each other, in the light of the door. */
function drawTalk(project: Project, fill: Rgb): Shape {
  const unit = project([0.1, 0]).x - project([0, 0]).x;
  const sitting = [-1, 1].map((side) => {
    const at = (x: number, y: number): Point => {
      const seat = project([side * 0.046, DOOR.sill]);
      return { x: seat.x + side * x * unit, y: seat.y + y * unit };
    };
    const body = [
      at(0.24, 0),
      at(0.3, -0.36),
      at(0.12, -0.72),
      at(-0.12, -0.66),
      at(-0.12, -0.36),
      at(-0.3, -0.3),
      at(-0.3, 0),
    ];
    return polygon(body) + circlePath(at(-0.02, -0.9), Math.abs(unit) * 0.19);
  });
  return pathMark({ key: "narrowing:talk", layer: "back", d: sitting.join(""), fill, strokeWidth: 0 });
}

function drawPlaces(places: Layout, near: number, t: number, palette: Palette): readonly Shape[] {
  const { box, plate } = places;
  const tone = (depth: number): Rgb => silhouetteTone(palette, depth);
  const [home, lane, quay] = [SCALES.home, SCALES.lane, SCALES.quay].map((scale) =>
    projectAt(places, zoom(scale, near)),
  );
  if (home === undefined || lane === undefined || quay === undefined) return [];
  const passing = BEATS.passing(t);
  const still = projectAt(places, 1);
  const edge = still([0, QUAY.edge]).y + box.height * 0.012;
  const light = lampLight(palette, 0.45);
  const [left, right] = [home([-DOOR.half, DOOR.top]), home([DOOR.half, DOOR.sill])];
  return [
    ...duskSky("narrowing", plate, places.horizon - box.height * 0.04, palette),
    ...drawHills(places, near, tone),
    silhouette(
      "ground",
      still,
      [
        [
          [-2, 0.02],
          [2, 0.02],
          [2, 0.9],
          [-2, 0.9],
        ],
      ],
      tone(0.38),
    ),
    silhouette("house", home, [HOUSE], tone(0.66)),
    rectMark({
      key: "narrowing:door",
      layer: "back",
      x: left.x,
      y: left.y,
      width: right.x - left.x,
      height: right.y - left.y,
      fill: light,
      strokeWidth: 0,
    }),
    drawTalk(home, tone(0.8)),
    silhouette("walls", lane, [WALL, mirror(WALL)], tone(0.84)),
    silhouette("wharf", quay, [...DERRICK, ...JUNK], tone(0.93), passing),
    rectMark({
      key: "narrowing:quay",
      layer: "back",
      x: plate.x,
      y: edge,
      width: plate.width,
      height: Math.max(0, plate.y + plate.height - edge),
      fill: tone(0.95),
      strokeWidth: 0,
    }),
  ];
}

function drawWay(places: Layout, near: number, palette: Palette): readonly Grain[] {
  const { box, cx } = places;
  const home = projectAt(places, zoom(SCALES.home, near));
  const [sill, quay] = [home([DOOR.half * 0.6, DOOR.sill]), projectAt(places, 1)([QUAY.half, QUAY.edge])];
  const light = lampLight(palette, 0.3);
  const dim = mixRgb(palette.background, palette.ember, 0.5);
  return mapGrains((index): Grain => {
    const { row, k, n } = ROW_OF[index] ?? { row: 0, k: 0, n: 1 };
    const far = row / (ROWS.length - 1);
    // Rows lie closer to each other towards the door.
    const depth = (1 - far) ** 1.5;
    const air = (quay.y - sill.y) * 0.035;
    const half = lerp(sill.x, quay.x, depth) - cx;
    const pitch = (2 * half) / n;
    return {
      x: cx + (k - (n - 1) / 2) * pitch,
      y: lerp(sill.y + air, quay.y - air * 1.6, depth),
      r: Math.min(pitch * 0.36, box.height * 0.009),
      fill: mixRgb(dim, light, linearStep(far, 0.05, 0.85)),
      opacity: 1,
      hollow: 0,
    };
  });
}

function drawNames(places: Layout, near: number, { t, palette, label }: SceneContext): readonly Shape[] {
  const { box, unit, cx } = places;
  const [one, two, three] = LOUDNESS.map((loud) => loud * unit);
  if (one === undefined || two === undefined || three === undefined) return [];
  const still = projectAt(places, 1);
  const roof = projectAt(places, zoom(SCALES.home, near))([0, -0.24]).y;
  const wall = { x: still([-0.8, 0]).x, y: still([0, -0.08]).y };
  const letters = [...label("two")];
  const common = { face: "song", anchor: "middle", baseline: "middle", fill: palette.ink } as const;
  return [
    textMark({
      ...common,
      key: "narrowing:one",
      text: label("one"),
      x: cx,
      y: (still([0, QUAY.edge + 0.012]).y + box.y + box.height) / 2,
      size: one,
      opacity: BEATS.wharf(t),
    }),
    ...letters.map((text, k) =>
      textMark({
        ...common,
        key: `narrowing:two:${k}`,
        text,
        x: wall.x,
        y: wall.y + k * two * 1.08,
        size: two,
        opacity: BEATS.lane(t),
      }),
    ),
    textMark({
      ...common,
      key: "narrowing:three",
      text: label("three"),
      x: cx,
      y: (box.y + roof) / 2,
      size: three,
      fill: lampLight(palette, 0.55),
      opacity: BEATS.home(t),
    }),
  ];
}

/**
 * One long take at dusk, from the wharf through the lane to the farmhouse. All is silhouette but one lit door, and the
 * names grow with every place.
 */
export const narrowing = defineScene({
  labels: ["one", "two", "three"],
  elevation: () => 0.5,
  beats: BEATS,
  layout,
  draw(places, at) {
    const near = BEATS.approach(at.t);
    return {
      grains: drawWay(places, near, at.palette),
      shapes: [...drawPlaces(places, near, at.t, at.palette), ...drawNames(places, near, at)],
    };
  },
});
