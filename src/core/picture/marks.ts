import type { Rgb } from "../lib/color.ts";
import type { Box, LineMark, PathMark, RectMark, Shape, TextMark } from "../model/picture.ts";
import { textBox } from "./text.ts";

interface Common {
  readonly key: string;
  readonly opacity?: number;
  readonly layer?: "back" | "front";
}

interface Paint {
  readonly fill?: Rgb | null;
  readonly stroke?: Rgb | null;
  readonly strokeWidth?: number;
  readonly dash?: string | undefined;
}

interface TextFields extends Common, Partial<Pick<TextMark, "face" | "anchor" | "role" | "rotate">> {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: Rgb;
  readonly baseline?: "alphabetic" | "middle";
  readonly fact?: string | undefined;
}

/** Half the height of the faces' capitals and digits, em; Chinese characters look centred there, too. */
const HALF_HEIGHT = 0.36;

export function textMark({ baseline, fact, y, ...rest }: TextFields): TextMark {
  return {
    kind: "text",
    face: "sans",
    anchor: "start",
    role: "label",
    opacity: 1,
    ...rest,
    ...(fact === undefined ? {} : { fact }),
    y: baseline === "middle" ? y + HALF_HEIGHT * rest.size : y,
  };
}

interface ParagraphFields extends Omit<TextFields, "text"> {
  readonly lines: readonly string[];
  readonly leading: number;
}

export function paragraphMarks({ key, lines, leading, y, ...rest }: ParagraphFields): readonly TextMark[] {
  return lines.map((text, index) => textMark({ ...rest, key: `${key}:${index}`, text, y: y + index * leading }));
}

interface PathFields extends Common, Paint, Partial<Pick<PathMark, "texture" | "translate">> {
  readonly d: string;
}

export function pathMark({ dash, ...rest }: PathFields): PathMark {
  return { kind: "path", fill: null, stroke: null, strokeWidth: 1, opacity: 1, ...rest, ...dashed(dash) };
}

interface RectFields extends Common, Paint, Box {
  readonly radius?: number;
}

export function rectMark({ dash, ...rest }: RectFields): RectMark {
  return { kind: "rect", fill: null, stroke: null, strokeWidth: 1, opacity: 1, ...rest, ...dashed(dash) };
}

interface RuleFields extends Common, Pick<LineMark, "x1" | "y1" | "x2" | "y2" | "stroke"> {
  readonly strokeWidth?: number;
  readonly dash?: string | undefined;
}

export function ruleMark({ dash, ...rest }: RuleFields): LineMark {
  return { kind: "line", strokeWidth: 1, opacity: 1, ...rest, ...dashed(dash) };
}

function dashed(dash: string | undefined): { readonly dash?: string } {
  return dash === undefined ? {} : { dash };
}

/** Puts a patch of background colour behind the grains, which clears the hatching around a text, as on a map. */
export function textWithPatch(text: TextMark, background: Rgb): readonly Shape[] {
  const { x, y, width, height } = textBox(text);
  const air = text.size * 0.22;
  return [
    rectMark({
      key: `${text.key}:ground`,
      opacity: text.opacity,
      layer: "back",
      x: x - air,
      y: y - air * 0.4,
      width: width + 2 * air,
      height: height + air * 0.8,
      fill: background,
      strokeWidth: 0,
      radius: height / 2,
    }),
    text,
  ];
}

export function withOpacity(path: PathMark, presence: number): PathMark {
  return presence === 1 ? path : { ...path, opacity: path.opacity * presence };
}
