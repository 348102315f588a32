import { max, range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { smoothstep } from "../../lib/math.ts";
import type { LayoutContext, Palette, Point, Shape, TextMark } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { pathData, segments, traceLines } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { glow } from "../props/sky.ts";
import { strata } from "../props/strata.ts";
import { rimGrains, rowGrains, type WheelPlace, wheelLand, withSeamBelow } from "../props/wheel-pair.ts";
import { castSpoke, wheel } from "../props/wheel.ts";

/** Spokes that carry the names, in eighths of a turn from the top; the lower three stay plain. */
const SPOKES = [
  { name: "one", eighths: 0, open: false },
  { name: "two", eighths: 1, open: false },
  { name: "three", eighths: 2, open: false },
  { name: "four", eighths: -2, open: false },
  { name: "open", eighths: -1, open: true },
] as const;

const BEATS = {
  ground: beat(0, 0.15),
  grow: stagger(0.17, 0, 0.2, smoothstep),
  name: stagger(0.17, 0.12, 0.26),
};

const STONE = 2.6;
const ROWS = 2;

type Outline = readonly (readonly [along: number, up: number])[];

/** Three houses: along in lengths of the row of three, up in heights of the middle one. */
const HOUSES: readonly Outline[] = [
  [
    [0.02, 0],
    [0.02, 0.6],
    [0.14, 0.86],
    [0.26, 0.6],
    [0.26, 0],
  ],
  [
    [0.4, 0],
    [0.4, 1],
    [0.68, 1],
    [0.68, 0],
  ],
  [
    [0.37, 1],
    [0.71, 1],
  ],
  [
    [0.76, 0],
    [0.76, 0.55],
    [0.72, 0.55],
    [0.86, 0.78],
    [1, 0.55],
    [0.96, 0.55],
    [0.96, 0],
  ],
];

const WINDOWS = [
  { from: 0.35, to: 0.48, along: [0.1, 0.17] },
  { from: 0.72, to: 0.86, along: [0.48, 0.54, 0.6] },
  { from: 0.3, to: 0.44, along: [0.83, 0.9] },
] as const;

const STREET: readonly Outline[] = [
  ...HOUSES,
  ...WINDOWS.flatMap(({ from, to, along }) =>
    along.map((x): Outline => [
      [x, from],
      [x, to],
    ]),
  ),
];

/** Length of the row of three houses, in heights of the middle one. */
const STREET_LENGTH = 3.1;

function placeName({ centre, radius }: WheelPlace, angle: number, type: number) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = type * 0.7;
  const rim = (share: number): Point => ({ x: centre.x + cos * radius * share, y: centre.y + sin * radius * share });
  const from = rim(1.03);
  // The name of the upright spoke stands on the end of its lead, the others beside theirs.
  if (Math.abs(cos) < 1e-9) {
    const to = { x: centre.x, y: centre.y - radius - reach };
    const name = { x: to.x, y: to.y - 3, anchor: "middle", baseline: "alphabetic" } as const;
    return { from, to, name };
  }
  const side = Math.sign(cos);
  const { x, y } = rim(1.02);
  const end = { x: x + side * reach, y: y + sin * reach * 0.3 };
  const anchor: TextMark["anchor"] = side > 0 ? "start" : "end";
  return { from, to: { x: end.x - side * 4, y: end.y }, name: { ...end, anchor, baseline: "middle" as const } };
}

function layout({ size, box, label }: LayoutContext) {
  const type = typeSize(size, "label");
  const beside = max(
    SPOKES.filter(({ eighths }) => eighths !== 0),
    ({ name }) => textWidth(label(name), type),
  );
  const { land, hub } = wheelLand(size, box, (box.width - 2 * (beside ?? 0) - 2.2 * type) / 2, type * 2.2);
  const spokes = SPOKES.map(({ name: key, eighths, open }, index) => {
    const angle = (eighths - 2) * (Math.PI / 4);
    return { key, index, open, angle, ...placeName(hub, angle, type) };
  });
  return { size, box, type, display: typeSize(size, "display"), land, hub, spokes };
}

type Layout = ReturnType<typeof layout>;
type Spoke = Layout["spokes"][number];

function drawSpoke(
  { type, hub }: Layout,
  { index, open, angle, from, to, name }: Spoke,
  text: string,
  t: number,
  palette: Palette,
): readonly Shape[] {
  const grown = BEATS.grow(t, index);
  const opacity = BEATS.name(t, index);
  const look = open
    ? { fill: palette.background, stroke: palette.services, strokeWidth: 1.8, dash: "4 3" }
    : { fill: palette.services, stroke: palette.background, strokeWidth: 0.8 };
  return [
    pathMark({
      key: `services:spoke:${index}`,
      layer: "back",
      opacity: grown > 0 ? 1 : 0,
      d: castSpoke(hub.centre, hub.radius, angle, grown),
      ...look,
    }),
    ruleMark({
      key: `services:lead:${index}`,
      opacity,
      x1: from.x,
      y1: from.y,
      x2: to.x,
      y2: to.y,
      stroke: palette.services,
      strokeWidth: 1.2,
      dash: open ? "2 3" : undefined,
    }),
    textMark({ key: `services:name:${index}`, text, ...name, size: type, fill: palette.ink, opacity }),
  ];
}

/** Draws the same three houses again and again, so that none stands out. */
function drawStreet({ size, land, hub }: Layout, opacity: number, palette: Palette): Shape {
  const height = hub.radius * 0.36;
  const count = Math.max(2, Math.round(size.width / (height * STREET_LENGTH)));
  const length = size.width / count;
  return pathMark({
    key: "services:street",
    layer: "back",
    opacity: 0.55 * opacity,
    stroke: palette.muted,
    d: pathData((path) => {
      for (const k of range(count))
        for (const outline of STREET)
          traceLines(
            path,
            outline.map(([along, up]) => ({ x: (k + along) * length, y: land.horizon - up * height })),
          );
    }),
  });
}

function drawPaving({ size, land, type }: Layout, opacity: number, palette: Palette): Shape {
  const row = type * 0.54;
  const top = land.horizon + row * 1.1;
  const count = Math.round(size.width / (row * STONE));
  const half = size.width / count / 2;
  const courses = range(ROWS + 1).map((k): readonly [Point, Point] => {
    const y = top + k * row;
    return [
      { x: 0, y },
      { x: size.width, y },
    ];
  });
  const joints = range(2 * count + 1).map((k): readonly [Point, Point] => {
    const [x, y] = [k * half, top + (k % ROWS) * row];
    return [
      { x, y },
      { x, y: y + row },
    ];
  });
  return pathMark({
    key: "services:ground",
    layer: "back",
    opacity,
    stroke: palette.line,
    d: segments([...courses, ...joints]),
  });
}

/**
 * The services wheel on the ground of the inner city. Four equal spokes grow in turn, then a dashed fifth, because the
 * list is open.
 */
export const services = defineScene({
  labels: ["wheel", ...SPOKES.map(({ name }) => name), "place"],
  elevation: () => 0.36,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, size, palette, label } = at;
    const { box, type, land, hub } = places;
    const ground = land.horizon;
    const laid = BEATS.ground(t);
    return {
      grains: withSeamBelow(at, land, {
        industry: rowGrains("industry", size, ground, mixRgb(palette.background, palette.industry, 0.6)),
        services: rimGrains("services", hub, 0, palette),
      }),
      shapes: [
        glow(ground, size, palette.ember, 0.3),
        ...strata(land, size, palette),
        drawStreet(places, laid, palette),
        drawPaving(places, laid, palette),
        ...wheel({ key: "wheel:services", ...hub, turn: 0, colour: palette.services, ground: palette.background }),
        textMark({
          key: "wheel:services:name",
          text: label("wheel"),
          x: hub.centre.x,
          y: ground + type * 2.85,
          size: places.display,
          face: "song",
          anchor: "middle",
          fill: palette.textServices,
        }),
        textMark({
          key: "services:place",
          text: label("place"),
          x: box.x,
          y: ground + type * 2.8,
          size: type,
          fill: palette.muted,
          opacity: laid,
        }),
        ...places.spokes.flatMap((spoke) => drawSpoke(places, spoke, label(spoke.key), t, palette)),
      ],
    };
  },
});
