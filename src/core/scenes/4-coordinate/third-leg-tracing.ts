import { curveCatmullRom, line } from "d3-shape";
import type { Palette, Point, Shape } from "../../model/picture.ts";
import { pathMark, rectMark } from "../../picture/marks.ts";
import { segments } from "../../picture/path.ts";

type Stroke = readonly (readonly [x: number, y: number])[];

/** The strokes of 形 and 成 as one writes them, in a square of side one. */
const CHARACTERS: readonly (readonly Stroke[])[] = [
  [
    [
      [0.07, 0.17],
      [0.56, 0.17],
    ],
    [
      [0.03, 0.49],
      [0.6, 0.49],
    ],
    [
      [0.2, 0.17],
      [0.2, 0.52],
      [0.17, 0.74],
      [0.05, 0.94],
    ],
    [
      [0.43, 0.17],
      [0.43, 0.94],
    ],
    [
      [0.91, 0.08],
      [0.81, 0.22],
      [0.66, 0.34],
    ],
    [
      [0.94, 0.36],
      [0.83, 0.52],
      [0.66, 0.65],
    ],
    [
      [0.98, 0.64],
      [0.84, 0.84],
      [0.6, 0.97],
    ],
  ],
  [
    [
      [0.17, 0.28],
      [0.93, 0.28],
    ],
    [
      [0.17, 0.28],
      [0.17, 0.6],
      [0.13, 0.8],
      [0.03, 0.96],
    ],
    [
      [0.17, 0.53],
      [0.45, 0.53],
    ],
    [
      [0.45, 0.53],
      [0.44, 0.74],
      [0.39, 0.84],
      [0.29, 0.8],
    ],
    [
      [0.53, 0.05],
      [0.56, 0.36],
      [0.66, 0.68],
      [0.8, 0.9],
      [0.92, 0.93],
      [0.96, 0.74],
    ],
    [
      [0.86, 0.43],
      [0.74, 0.68],
      [0.5, 0.93],
    ],
    [
      [0.69, 0.07],
      [0.8, 0.17],
    ],
  ],
];

/** Room between two characters and around the writing, in sides of a character. */
const AIR = 0.18;

/** Width of the sheet by its height. */
const TRACING_RATIO = (2 + 3 * AIR) / (1 + 2 * AIR);

const written = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveCatmullRom)
  .digits(1);

/** Draws 形成 as the dotted characters of a copybook, which a pupil has yet to trace. */
export function drawTracing(
  { x, y }: Point,
  height: number,
  { textRural, rural, background }: Palette,
  opacity: number,
): readonly Shape[] {
  const side = height / (1 + 2 * AIR);
  const width = height * TRACING_RATIO;
  const [left, top] = [x - width / 2, y - height / 2];
  const strokeWidth = Math.max(1.1, side * 0.07);
  // Short dashes of a small character would be dust.
  const [dash, gap] = [Math.max(2.4, strokeWidth * 1.15), Math.max(1, strokeWidth * 0.8)];
  const ruled = side > 26;
  const strokes = CHARACTERS.flatMap((character, k) => {
    const origin = { x: left + side * (AIR + k * (1 + AIR)), y: top + side * AIR };
    return character.map((stroke) =>
      written(stroke.map(([right, down]) => ({ x: origin.x + right * side, y: origin.y + down * side }))),
    );
  });
  return [
    rectMark({
      key: "tracing:sheet",
      x: left,
      y: top,
      width,
      height,
      fill: background,
      stroke: textRural,
      strokeWidth: 1.1,
      dash: "4 3",
      opacity,
    }),
    pathMark({
      key: "tracing:grid",
      d: segments([
        [
          { x, y: top },
          { x, y: top + height },
        ],
        [
          { x: left, y },
          { x: left + width, y },
        ],
      ]),
      stroke: rural,
      strokeWidth: 0.7,
      dash: "2 3",
      opacity: ruled ? opacity * 0.5 : 0,
    }),
    pathMark({
      key: "tracing:strokes",
      d: strokes.join(""),
      stroke: textRural,
      strokeWidth,
      dash: `${dash.toFixed(1)} ${gap.toFixed(1)}`,
      opacity,
    }),
  ];
}
