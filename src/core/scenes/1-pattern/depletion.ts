import { min, range } from "d3-array";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Point, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { circlePath } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { cageHeight, mineShaft, shaftHalf } from "../props/headframe.ts";
import { placeShaft, seamLand, workedSeam } from "../props/mine.ts";
import { seamTop, strata } from "../props/strata.ts";
import { PIT_PROPS, pitProps } from "./depletion-pit-props.ts";

const BEATS = {
  // Raised one by one from the left while the grains go hollow.
  prop: stagger(1 / PIT_PROPS, 0, 1 / PIT_PROPS),
  dark: beat(0.06, 0.9, smoothstep),
  host: beat(0.1, 0.24),
  same: beat(0.46, 0.6),
  road: beat(0.62, 0.82),
};

/** Reach of the lamp, in widths of the stage, before and after the dark has come. */
const REACH = { wide: 1.7, near: 0.62 } as const;

/** Of what the lamp does not reach. */
const [UNLIT, STEPS] = [0.13, 12];

/** Of the words, px. */
const LARGEST = 92;

const PARTS = ["facing", "same", "road"] as const;

function layout({ size, box, label }: LayoutContext) {
  // With the title beside the stage, the words have the room above a lower seam.
  const land = seamLand(size, box, 0.34, size.untitled ? 0.2 : 0.13);
  const shaft = placeShaft(land, size);
  const note = typeSize(size, "note");
  const room = shaft.x - shaftHalf(shaft.height) - note - box.x;
  const roof = min(range(0, shaft.x, 16), (x) => seamTop(x, land, size)) ?? box.y;
  const [facing = 0, same = 0, road = 0] = PARTS.map((part) => label(part).length);
  // Two lines or, where the words are larger so, three; a speaker's name over the first two, and air over the seam.
  const sizeIn = (columns: number, lines: number): number =>
    Math.min(room / columns, (roof - box.y - 3.4 * note) / lines, LARGEST);
  const [inTwo, inThree] = [sizeIn(facing + same + road, 3.6), sizeIn(facing + road, 4.9)];
  const apart = inThree > inTwo * 1.15;
  const type = apart ? inThree : inTwo;
  // Clear of the props' caps.
  const last = roof - note * 1.9;
  const second = apart ? last - type * 1.3 : last;
  const first = second - type * 1.45 - note * 1.5;
  return {
    land,
    shaft,
    note,
    type,
    lines: { first, second, last },
    x: { facing: box.x, same: box.x + facing * type, road: box.x + (apart ? facing : facing + same) * type },
    lamp: { x: shaft.x, y: shaft.bottom - cageHeight(shaft.height) / 2 },
  };
}

type Layout = ReturnType<typeof layout>;

function lit({ x, y }: Point, lamp: Point, reach: number): number {
  const near = 1 - smoothstep(linearStep(Math.hypot(x - lamp.x, y - lamp.y), reach * 0.25, reach));
  return Math.round(near * STEPS) / STEPS;
}

function drawGrains({ land, lamp }: Layout, at: SceneContext): readonly Grain[] {
  const { t, size } = at;
  const reach = size.width * lerp(REACH.wide, REACH.near, BEATS.dark(t));
  return workedSeam(at, land, t).map((grain) => {
    const { x, y, r, fill, opacity, hollow } = grain;
    return {
      x,
      y,
      r,
      fill,
      opacity: opacity * lerp(1, lerp(UNLIT, 1, lit(grain, lamp, reach)), BEATS.dark(t)),
      hollow,
    };
  });
}

/** Light of the cage's lamp on the rock, in steps. */
function drawLight({ lamp }: Layout, { t, size, palette }: SceneContext): readonly Shape[] {
  return [0.42, 0.27, 0.14].map((share, k) =>
    pathMark({
      key: `depletion:light:${k}`,
      layer: "back",
      d: circlePath(lamp, size.width * share),
      fill: palette.ember,
      strokeWidth: 0,
      opacity: 0.055 * BEATS.dark(t),
    }),
  );
}

/** Writes the same four characters one under the other: what the host faces, and the name of a road. */
function drawWords({ type, note, lines, x }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const word = { size: type, face: "song" } as const;
  const name = { size: note, fill: palette.muted } as const;
  const [host, same, road] = [BEATS.host(t), BEATS.same(t), BEATS.road(t)];
  const over = type * 0.98 + note * 0.25;
  const ties = range(label("same").length).map((k) => x.same + (k + 0.5) * type);
  return [
    textMark({
      ...name,
      key: "depletion:host",
      text: label("host"),
      x: x.facing,
      y: lines.first - over,
      opacity: host,
    }),
    textMark({
      ...word,
      key: "depletion:facing",
      text: label("facing"),
      x: x.facing,
      y: lines.first,
      fill: palette.ink,
      opacity: host,
    }),
    textMark({
      ...word,
      key: "depletion:first",
      text: label("same"),
      x: x.same,
      y: lines.first,
      fill: palette.textEmber,
      opacity: host,
    }),
    ...ties.map((at, k) =>
      ruleMark({
        key: `depletion:tie:${k}`,
        x1: at,
        x2: at,
        y1: lines.first + type * 0.24,
        y2: lerp(lines.first + type * 0.24, lines.second - type * 1.02, same),
        stroke: palette.ember,
        opacity: same * 0.7,
        dash: "1 3",
      }),
    ),
    textMark({
      ...name,
      key: "depletion:speaker",
      text: label("speaker"),
      x: x.same - note * 0.5,
      y: lines.second,
      anchor: "end",
      opacity: same,
    }),
    textMark({
      ...word,
      key: "depletion:second",
      text: label("same"),
      x: x.same,
      y: lines.second,
      fill: palette.textEmber,
      opacity: same,
    }),
    textMark({
      ...word,
      key: "depletion:road",
      text: label("road"),
      x: x.road,
      y: lines.last,
      fill: palette.ink,
      opacity: road,
    }),
  ];
}

/** The grains of the seam go hollow in no order, and the dark closes in: the cage's lamp lights only what is near. */
export const depletion = defineScene({
  labels: ["host", "speaker", ...PARTS],
  elevation: () => 0,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, size, palette } = at;
    const { land, shaft } = places;
    return {
      grains: drawGrains(places, at),
      shapes: [
        ...strata(land, size, palette, lerp(1, 0.72, BEATS.dark(t))),
        ...drawLight(places, at),
        pitProps(land, size, palette, (k) => BEATS.prop(t, k)),
        ...mineShaft(shaft.x, shaft.mouth, shaft.bottom, shaft.height, 1, palette),
        ...drawWords(places, at),
      ],
    };
  },
});
