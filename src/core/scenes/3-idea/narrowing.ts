import { pairs, range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { jitteredRadius } from "../../picture/grains.ts";
import { GROUP_SIZE } from "../groups.ts";
import { pathMark, rectMark, textMark } from "../../picture/marks.ts";
import { pathData, polygon, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import {
  ALLEY,
  DOOR,
  drawAlley,
  drawDerrick,
  drawFarmhouse,
  drawJunk,
  drawPier,
  HOOK,
  PIER,
  projectAbout,
} from "./narrowing-places.ts";

const BEATS = { approach: beat(0, 1, smoothstep) };

/** Parts of the approach by its own progress, not by time: each thing appears and passes at a distance. */
const DISTANCES = { derrick: beat(0.75, 0.35), alley: beat(0.4, 0.7), house: beat(0.5, 0.85) };

// Scales from afar and at the end, in units of the picture. DEEP is the far end of the alley, as a share of its mouth.
const SCALES = { quay: [0.92, 1.06], ship: [0.7, 1.6], mouth: [0.46, 1], home: [0.3, 1] } as const;
const DEEP = 0.62;

const NAMES = {
  one: { far: 1.35, near: 1 },
  two: { far: 1.2, near: 1.2 },
  three: { far: 1.1, near: 1.55 },
};

const ROWS = 20;
const ABREAST = 12;
const OF_GROUP = GROUP_SIZE / ROWS;

const HILLS = [
  { height: 0.17, phase: 0.4 },
  { height: 0.12, phase: 2.9 },
  { height: 0.07, phase: 5.1 },
];

const RIPPLES = (() => {
  const random = seededRandom("harbour");
  return range(54).map(() => ({ across: 2 * random() - 1, down: random(), length: random() }));
})();

function layout({ box, size }: LayoutContext) {
  const tall = Math.min(box.height, box.width * 1.12);
  const bottom = box.y + box.height - (box.height - tall) * 0.5;
  return {
    box,
    type: typeSize(size, "name"),
    unit: Math.min(box.width, tall * 1.15),
    bottom,
    vanishing: { x: box.x + box.width / 2, y: bottom - tall * 0.55 },
    sweep: box.width / 2,
  };
}

type Layout = ReturnType<typeof layout>;

interface Edge {
  readonly y: number;
  readonly half: number;
}

function viewAt({ box, unit, bottom, vanishing }: Layout, near: number) {
  const zoom = ([from, to]: readonly [number, number]): number => from * (to / from) ** near * unit;
  const [quay, ship, mouth, home] = [zoom(SCALES.quay), zoom(SCALES.ship), zoom(SCALES.mouth), zoom(SCALES.home)];
  const deep = mouth * DEEP;
  const feet = lerp(0.49, 0.36, near) * Math.min(box.width, unit * 1.1);
  const sill = vanishing.y + DOOR.sill * home;
  const way: readonly Edge[] = [
    { y: bottom, half: feet },
    { y: vanishing.y + ALLEY.foot * mouth, half: ALLEY.half * mouth },
    { y: vanishing.y + ALLEY.foot * deep, half: ALLEY.half * deep },
    { y: sill, half: DOOR.half * home },
  ];
  return { near, quay, ship, mouth, deep, home, sill, way };
}

type View = ReturnType<typeof viewAt>;

function halfWidthAt(way: readonly Edge[], y: number): number {
  for (const [below, above] of pairs(way))
    if (y >= above.y) return lerp(below.half, above.half, linearStep(y, below.y, above.y));
  return way.at(-1)?.half ?? 0;
}

function drawPaving({ bottom, vanishing }: Layout, { sill, way }: View, palette: Palette): readonly Grain[] {
  const shrink = ((sill - vanishing.y) / (bottom - vanishing.y)) ** (1 / ROWS);
  const rows = range(ROWS).map((row) => {
    const depth = (bottom - vanishing.y) * shrink ** (row + 0.5);
    const half = halfWidthAt(way, vanishing.y + depth) * 0.96;
    const stride = (2 * half) / (ABREAST + 0.5);
    return {
      y: vanishing.y + depth,
      left: vanishing.x - half + (row % 2 === 0 ? 0 : stride / 2),
      stride,
      r: Math.min(stride * 0.45, depth * (1 - shrink) * 0.56),
    };
  });
  const kerb = mixRgb(palette.ember, palette.ink, 0.75);
  return range(ABREAST / OF_GROUP).flatMap((group) =>
    rows.flatMap(({ y, left, stride, r }, row) =>
      range(group * OF_GROUP, (group + 1) * OF_GROUP).map((column, k): Grain => ({
        x: left + (column + 0.5) * stride,
        y,
        r: jitteredRadius(group * GROUP_SIZE + row * OF_GROUP + k, r),
        fill: column === 0 || column === ABREAST - 1 ? kerb : palette.ember,
        opacity: 1,
        hollow: 0,
      })),
    ),
  );
}

function drawHills({ unit, vanishing, sweep }: Layout, near: number, palette: Palette): readonly Shape[] {
  const { x: middle, y: eye } = vanishing;
  return HILLS.flatMap(({ height, phase }, k): readonly Shape[] => {
    const ridge = range(37).map((j): Point => {
      const x = j / 18 - 1;
      const waves = 0.035 * Math.sin(3.1 * x + phase) + 0.012 * Math.sin(7.3 * x + 2 * phase);
      return { x: middle + x * sweep, y: eye - unit * (height + waves) * (1 + 0.5 * near) };
    });
    const hill = polygon([{ x: middle - sweep, y: eye }, ...ridge, { x: middle + sweep, y: eye }]);
    return [
      pathMark({ key: `narrowing:hill:${k}`, d: hill, fill: palette.background, layer: "back" }),
      pathMark({
        key: `narrowing:ridge:${k}`,
        d: polyline(ridge),
        stroke: palette.muted,
        strokeWidth: 0.9,
        layer: "back",
        opacity: 0.55 + 0.15 * k,
      }),
    ];
  });
}

function drawWater({ box, bottom, vanishing }: Layout, { mouth, way }: View, palette: Palette): Shape {
  const shore = vanishing.y + ALLEY.foot * mouth;
  const d = pathData((path) => {
    for (const { across, down, length } of RIPPLES) {
      const y = lerp(shore, bottom, 0.04 + 0.94 * down);
      const bank = halfWidthAt(way, y) + box.width * 0.02;
      const long = box.width * (0.02 + 0.05 * length) * (0.5 + down);
      const from = bank + Math.abs(across) * (box.width * 0.52 - bank);
      if (from + long > box.width * 0.54 || bank > box.width * 0.46) continue;
      const side = Math.sign(across);
      const at = (out: number): number => vanishing.x + side * (from + out * long);
      path.moveTo(at(0), y);
      path.quadraticCurveTo(at(0.5), y - 2, at(1), y);
    }
  });
  return pathMark({ key: "narrowing:water", d, stroke: palette.industry, layer: "back", opacity: 0.75 });
}

function drawEdges({ vanishing }: Layout, { way }: View, { ink }: Palette): Shape {
  const edge = (side: number): string => polyline(way.map(({ y, half }) => ({ x: vanishing.x + side * half, y })));
  return pathMark({ key: "narrowing:edges", d: edge(-1) + edge(1), stroke: ink, strokeWidth: 1.2, layer: "back" });
}

function drawPlaces(places: Layout, view: View, palette: Palette): readonly Shape[] {
  const { box, vanishing, sweep } = places;
  const { near, quay, ship, mouth, deep, home } = view;
  const presence = DISTANCES.derrick(near);
  const wharf = projectAbout(vanishing, quay, sweep + box.x);
  const [front, back] = [projectAbout(vanishing, mouth, sweep), projectAbout(vanishing, deep)];
  return [
    ...drawHills(places, near, palette),
    ...drawFarmhouse(projectAbout(vanishing, home), palette),
    ...drawAlley(front, back, -1, palette),
    ...drawAlley(front, back, 1, palette),
    drawWater(places, view, palette),
    drawEdges(places, view, palette),
    ...drawJunk(projectAbout(vanishing, ship), palette, presence),
    ...drawPier(wharf, palette),
    ...drawDerrick(wharf, palette, presence),
  ];
}

interface Board {
  readonly id: string;
  readonly text: string;
  readonly size: number;
  readonly opacity: number;
}

function drawBoard({ x, y }: Point, { id, text, size, opacity }: Board, palette: Palette): readonly Shape[] {
  const width = textWidth(text, size) + size * 0.7;
  return [
    rectMark({
      key: `narrowing:board:${id}`,
      x: x - width / 2,
      y: y - size * 0.8,
      width,
      height: size * 1.6,
      fill: palette.background,
      stroke: palette.ink,
      strokeWidth: 1.1,
      radius: 1,
      layer: "back",
      opacity,
    }),
    textMark({
      key: `narrowing:${id}`,
      text,
      x,
      y,
      baseline: "middle",
      size,
      fill: palette.ink,
      anchor: "middle",
      face: "song",
      opacity,
    }),
  ];
}

function drawNames(
  { box, type, vanishing }: Layout,
  { near, quay, mouth, home }: View,
  palette: Palette,
  label: (key: string) => string,
): readonly Shape[] {
  const { x: middle, y: eye } = vanishing;
  const passed = 1 - DISTANCES.derrick(near);
  // The wharf's name hangs on the derrick's hook; once the derrick has been passed, it stands on a post of the pier.
  const sign = {
    x: middle + lerp(HOOK.x * quay, Math.max(PIER.middle * quay, box.x - middle + type * 1.9), passed),
    y: eye + lerp(HOOK.y * quay + type * 0.9, PIER.top * quay - type * 1.5, passed),
  };
  const post = { x: sign.x, y: eye + PIER.top * quay + type * 0.2 };
  const corner = { x: middle + (ALLEY.half + 0.125) * mouth, y: eye - 0.005 * mouth };
  const sizeOf = (id: keyof typeof NAMES): number => type * lerp(NAMES[id].far, NAMES[id].near, near);
  return [
    pathMark({
      key: "narrowing:post",
      d: segments([[sign, post]]),
      stroke: palette.ink,
      strokeWidth: type * 0.16,
      layer: "back",
      opacity: passed,
    }),
    ...drawBoard(sign, { id: "one", text: label("one"), size: sizeOf("one"), opacity: 1 }, palette),
    ...drawBoard(
      corner,
      { id: "two", text: label("two"), size: sizeOf("two"), opacity: DISTANCES.alley(near) },
      palette,
    ),
    textMark({
      key: "narrowing:three",
      text: label("three"),
      x: middle,
      y: eye - 0.15 * home,
      size: sizeOf("three"),
      fill: palette.textRed,
      anchor: "middle",
      face: "song",
      opacity: DISTANCES.house(near),
    }),
  ];
}

/**
 * One long take from the wharf through the alley to the farmhouse's door: the paved way narrows and the words come
 * near.
 */
export const narrowing = defineScene({
  labels: ["one", "two", "three"],
  elevation: () => 0.93,
  beats: BEATS,
  layout,
  draw(places, { t, palette, label }) {
    const view = viewAt(places, BEATS.approach(t));
    return {
      grains: drawPaving(places, view, palette),
      shapes: [...drawPlaces(places, view, palette), ...drawNames(places, view, palette, label)],
    };
  },
});
