import { range } from "d3-array";
import { clamp, easeInQuad, lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Grain, LayoutContext, Palette, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { pointsAlong } from "../../picture/layouts/along-line.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { circlePath, polyline, segments } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { GROUP_SIZE, groupOf, rankInGroup, type GrainGroup } from "../groups.ts";

const BEATS = {
  register: beat(0, 0.4, smoothstep),
  name: stagger(0.06, 0.3, 0.42),
  cry: stagger(0.17, 0.42, 0.62, easeInQuad),
  problem: beat(0.9, 1),
};

type Stroke = readonly (readonly [x: number, y: number])[];

/** The strokes of 当下, each character in a square of side one, with the grains that a print of the stroke has. */
const STROKES: readonly { readonly grains: number; readonly stroke: Stroke }[] = [
  {
    grains: 6,
    stroke: [
      [0.5, 0.06],
      [0.5, 0.4],
    ],
  },
  {
    grains: 4,
    stroke: [
      [0.2, 0.12],
      [0.3, 0.34],
    ],
  },
  {
    grains: 4,
    stroke: [
      [0.8, 0.12],
      [0.69, 0.34],
    ],
  },
  {
    grains: 17,
    stroke: [
      [0.14, 0.45],
      [0.85, 0.45],
      [0.85, 0.93],
    ],
  },
  {
    grains: 9,
    stroke: [
      [0.2, 0.68],
      [0.8, 0.68],
    ],
  },
  {
    grains: 10,
    stroke: [
      [0.14, 0.92],
      [0.8, 0.92],
    ],
  },
  {
    grains: 13,
    stroke: [
      [1.2, 0.15],
      [2.06, 0.15],
    ],
  },
  {
    grains: 12,
    stroke: [
      [1.58, 0.21],
      [1.58, 0.96],
    ],
  },
  {
    grains: 5,
    stroke: [
      [1.68, 0.38],
      [1.92, 0.58],
    ],
  },
];
/** Width of the strip in sides of a character. */
const WIDE = 2.2;

/** Each print is off by its own way, in sides of a character, and in its own ink. */
const PRINTS = [
  { key: "one", tone: "muted", dx: -0.055, dy: 0.035 },
  { key: "two", tone: "ember", dx: 0.045, dy: 0.05 },
  { key: "three", tone: "ink", dx: 0.01, dy: -0.05 },
] as const;
const PRINT_OF: Readonly<Record<GrainGroup, 0 | 1 | 2>> = { industry: 0, services: 1, rural: 2 };

const CRIES = ["beat-one", "beat-two", "beat-three"] as const;

const UNEVEN: readonly number[] = (() => {
  const random = seededRandom("unbalanced");
  return range(25).map(() => 2 * random() - 1);
})();

function layout({ size, box }: LayoutContext) {
  const type = typeSize(size, "name");
  const beside = box.width > 1.25 * box.height;
  const foot = type * 2;
  const area = beside ? box.width * 0.46 : box.width;
  const side = Math.min(
    area / (WIDE + 0.2),
    (box.height - foot) / 3.25,
    beside ? Infinity : (box.height - foot) * 0.27,
  );
  const cx = box.x + area / 2;
  const name = Math.min(type * 1.2, area / 10.5);
  const head = side * 1.16 + name * 2.1;
  const top = beside ? box.y + (box.height - foot - head) / 2 : box.y;
  const room = beside
    ? { x: box.x + area, y: box.y, width: box.width - area, height: box.height - foot }
    : { x: box.x, y: box.y + head + name * 0.5, width: box.width, height: box.height - foot - head - name * 0.5 };
  const cry = Math.min(room.height / 3 / 1.1, room.width / 3.1);
  const giant = Math.min(box.width / 3.1, box.height * 0.7);
  const starts = PRINTS.map((_, k) => box.y + ((box.height - foot) * (k + 0.5)) / PRINTS.length - side / 2);
  const strokes = STROKES.map(({ stroke, grains }) => ({
    points: stroke.map(([x, y]): Point => ({ x: x * side, y: y * side })),
    grains,
  }));
  return {
    box,
    type,
    side,
    left: cx - (WIDE / 2) * side,
    top: top + side * 0.08,
    starts,
    strokes,
    dots: strokes.flatMap(({ points, grains }) => pointsAlong(points, grains, 0)),
    names: PRINTS.map((_, k) => ({ x: cx + (k - 1) * name * 3.4, y: top + side * 1.16 + name * 1.2 })),
    name,
    cries: CRIES.map((_, k) => ({ x: room.x + room.width / 2, y: room.y + (room.height * (k + 0.5)) / CRIES.length })),
    cry,
    giant,
    middle: { x: box.x + box.width / 2, y: box.y + (box.height - foot) / 2 },
    ground: box.y + box.height - type * 1.55,
  };
}

type Layout = ReturnType<typeof layout>;

/** Returns the upper left corner of a print: at first each stands in a row of its own, then nearly in register. */
function cornerOf({ left, top, side, starts }: Layout, k: 0 | 1 | 2, t: number): Point {
  const { dx, dy } = PRINTS[k];
  const near = BEATS.register(t);
  return { x: left + dx * side * near, y: lerp(starts[k] ?? top, top + dy * side, near) };
}

function drawPrint(places: Layout, k: 0 | 1 | 2, t: number, palette: Palette): readonly Shape[] {
  const { side, strokes } = places;
  const { key, tone } = PRINTS[k];
  const corner = cornerOf(places, k, t);
  const at = (x: number, y: number): Point => ({ x: x * side, y: y * side });
  const arm = side * 0.055;
  // Register marks at both ends of the strip, as printers set them.
  const marks = [at(-0.06, 0.04), at(WIDE + 0.06, 0.04), at(-0.06, 0.98), at(WIDE + 0.06, 0.98)];
  const crosses = segments(
    marks.flatMap(({ x, y }) => [
      [
        { x: x - arm, y },
        { x: x + arm, y },
      ] as const,
      [
        { x, y: y - arm },
        { x, y: y + arm },
      ] as const,
    ]),
  );
  const moved = { layer: "back", translate: [corner.x, corner.y] } as const;
  return [
    pathMark({
      ...moved,
      key: `periods:print:${key}`,
      d: strokes.map(({ points }) => polyline(points)).join(""),
      stroke: palette[tone],
      strokeWidth: side * 0.085,
      opacity: 0.3,
    }),
    pathMark({
      ...moved,
      key: `periods:marks:${key}`,
      d: crosses + marks.map((mark) => circlePath(mark, arm * 0.6)).join(""),
      stroke: palette[tone],
      strokeWidth: 0.9,
    }),
  ];
}

function drawGrains(places: Layout, t: number, palette: Palette): readonly Grain[] {
  const corners = ([0, 1, 2] as const).map((k) => cornerOf(places, k, t));
  return mapGrains((index): Grain => {
    const k = PRINT_OF[groupOf(index)];
    const [corner, dot] = [corners[k], places.dots[rankInGroup(index) % GROUP_SIZE]];
    return {
      x: (corner?.x ?? 0) + (dot?.x ?? 0),
      y: (corner?.y ?? 0) + (dot?.y ?? 0),
      r: jitteredRadius(index, places.side * 0.03),
      fill: palette[PRINTS[k].tone],
      opacity: 1,
      hollow: 0,
    };
  });
}

function drawNames({ names, name }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const inks = { muted: palette.muted, ember: palette.textEmber, ink: palette.ink };
  return PRINTS.map(({ key, tone }, k) =>
    textMark({
      key: `periods:name:${key}`,
      text: label(key),
      x: names[k]?.x ?? 0,
      y: names[k]?.y ?? 0,
      anchor: "middle",
      size: name,
      face: "song",
      fill: inks[tone],
      opacity: BEATS.name(t, k),
    }),
  );
}

/** Draws the cries: each fills the screen as it comes, and is set down in its line. */
function drawCries({ cries, cry, giant, middle }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  return CRIES.flatMap((key, k) => {
    const down = BEATS.cry(t, k);
    if (down === 0) return [];
    const to = cries[k] ?? middle;
    return [
      textMark({
        key: `periods:${key}`,
        text: label(key),
        x: lerp(middle.x, to.x, down),
        y: lerp(middle.y, to.y, down),
        baseline: "middle",
        anchor: "middle",
        size: lerp(giant, cry, down),
        face: "song",
        fill: palette.textRed,
        opacity: lerp(0.3 * linearStep(down, 0, 0.04), 1, linearStep(down, 0.86, 1)),
      }),
    ];
  });
}

function drawProblem({ box, type, ground }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const line = UNEVEN.map((uneven, k) => ({
    x: box.x + (box.width * k) / (UNEVEN.length - 1),
    y: ground + uneven * clamp(type * 0.16, 1.5, 4),
  }));
  return [
    pathMark({ key: "periods:ground", layer: "back", d: polyline(line), stroke: palette.ink, strokeWidth: 1.3 }),
    textMark({
      key: "periods:problem",
      text: label("problem"),
      x: box.x + box.width / 2,
      y: ground + type * 1.25,
      anchor: "middle",
      size: type,
      fill: palette.ink,
      opacity: BEATS.problem(t),
    }),
  ];
}

/** One strip, 当下, is printed three times and stays out of register; then three cries come down one after another. */
export const threePeriods = defineScene({
  labels: [...PRINTS.map(({ key }) => key), ...CRIES, "problem"],
  elevation: () => 0.92,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, palette } = at;
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        ...([0, 1, 2] as const).flatMap((k) => drawPrint(places, k, t, palette)),
        ...drawNames(places, at),
        ...drawCries(places, at),
        ...drawProblem(places, at),
      ],
    };
  },
});
