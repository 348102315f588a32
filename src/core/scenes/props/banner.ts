import { linearStep } from "../../lib/math.ts";
import type { Palette, Point, Shape } from "../../model/picture.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { polyline, segments } from "../../picture/path.ts";

// HANG and LENGTH are in heights of the banner, WIDTH, LEADING and BAR in em, NOTCH and FREE in widths of the cloth.
const HANG = 0.05;
const LENGTH = 0.86;

const WIDTH = 1.8;
const LEADING = 1.22;
const BAR = 0.2;

const NOTCH = 0.3;
const FREE = 0.25;

interface Banner {
  readonly key: string;
  readonly name: string;
  /** Middle of the cloth, not the pole, on the ground. */
  readonly foot: Point;
  readonly height: number;
  readonly type: number;
  readonly palette: Palette;
  readonly raised?: number;
}

/** Draws a banner on its pole. Its cloth is a dashed outline, because it names a goal. */
export function drawBanner({ key, name, foot, height, type, palette, raised = 1 }: Banner): readonly Shape[] {
  const letters = [...name];
  const [width, length] = [type * WIDTH, height * LENGTH];
  const [left, right] = [foot.x - width / 2, foot.x + width / 2];
  const top = foot.y - height * raised;
  const cloth = top + height * HANG;
  const end = cloth + length;
  const step = type * LEADING;
  const first = cloth + (length - width * FREE - step * (letters.length - 1)) / 2;
  return [
    pathMark({
      key: `${key}:pole`,
      opacity: raised,
      stroke: palette.ink,
      strokeWidth: 1.7,
      d: segments([
        [
          { x: left, y: foot.y },
          { x: left, y: top },
        ],
        [
          { x: left - type * BAR, y: cloth },
          { x: right + type * BAR, y: cloth },
        ],
      ]),
    }),
    pathMark({
      key: `${key}:cloth`,
      opacity: raised,
      stroke: palette.textIndustry,
      strokeWidth: 1.4,
      dash: "5 4",
      d: polyline([
        { x: left, y: end },
        { x: foot.x, y: end - width * NOTCH },
        { x: right, y: end },
        { x: right, y: cloth },
      ]),
    }),
    ...letters.map((text, k) =>
      textMark({
        key: `${key}:${k}`,
        text,
        x: foot.x,
        y: first + k * step,
        baseline: "middle",
        size: type,
        face: "song",
        anchor: "middle",
        fill: palette.textIndustry,
        opacity: linearStep(raised, 0.7, 1),
      }),
    ),
  ];
}
