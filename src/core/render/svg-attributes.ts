import { toHex } from "../lib/color.ts";
import type { Shape, TextMark } from "../model/picture.ts";
import { hangingShift, squeezeShifts } from "../picture/text.ts";

export type SvgAttributes = Readonly<Record<string, string>>;

/** Rounds to tenths of a CSS pixel, so that engines that differ by one ULP write the same text. `+ 0` avoids −0. */
export function roundLength(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

export function formatLength(value: number): string {
  return String(roundLength(value));
}

/** Rounds an opacity or the width of a stroke to hundredths. */
export function roundFinely(value: number): number {
  return Math.round(value * 100) / 100;
}

export function formatOpacity(value: number): string {
  return String(roundFinely(value));
}

function paint(
  fill: string | null,
  stroke: string | null,
  width: number,
  dash: string | undefined,
): Record<string, string> {
  const out: Record<string, string> = { fill: fill ?? "none" };
  if (stroke !== null && width > 0) {
    out["stroke"] = stroke;
    out["stroke-width"] = String(roundFinely(width));
    if (dash !== undefined) out["stroke-dasharray"] = dash;
  }
  return out;
}

export interface SetText {
  readonly x: number;
  /** Shift of each character before it is set, px. */
  readonly shifts: readonly number[];
}

/**
 * Squeezes and hangs the punctuation of a text that is set in a face of ours. A reader's sans face may have narrow
 * quotation marks, and browsers squeeze it themselves.
 */
export function setPunctuation({ text, x, size, anchor }: TextMark): SetText {
  return {
    x: roundLength(x + hangingShift(text, anchor) * size),
    shifts: squeezeShifts(text).map((shift) => roundLength(shift * size)),
  };
}

export function punctuationAttributes(text: TextMark): SvgAttributes {
  const { x, shifts } = setPunctuation(text);
  const dx = shifts.join(" ").replace(/(?: 0)+$/, "");
  return { x: String(x), ...(shifts.some((shift) => shift !== 0) ? { dx } : {}) };
}

function own(shape: Shape): Record<string, string> {
  switch (shape.kind) {
    case "path":
      return {
        d: shape.d,
        ...(shape.translate === undefined
          ? {}
          : { transform: `translate(${formatLength(shape.translate[0])} ${formatLength(shape.translate[1])})` }),
        ...paint(shape.fill && toHex(shape.fill), shape.stroke && toHex(shape.stroke), shape.strokeWidth, shape.dash),
      };
    case "line":
      return {
        x1: formatLength(shape.x1),
        y1: formatLength(shape.y1),
        x2: formatLength(shape.x2),
        y2: formatLength(shape.y2),
        ...paint(null, toHex(shape.stroke), shape.strokeWidth, shape.dash),
      };
    case "rect":
      return {
        x: formatLength(shape.x),
        y: formatLength(shape.y),
        width: formatLength(Math.max(0, shape.width)),
        height: formatLength(Math.max(0, shape.height)),
        ...(shape.radius === undefined ? {} : { rx: formatLength(shape.radius) }),
        ...paint(shape.fill && toHex(shape.fill), shape.stroke && toHex(shape.stroke), shape.strokeWidth, shape.dash),
      };
    case "text":
      return {
        ...(shape.face === "song" ? punctuationAttributes(shape) : { x: formatLength(shape.x) }),
        y: formatLength(shape.y),
        "font-size": formatLength(shape.size),
        fill: toHex(shape.fill),
        class: shape.face,
        ...(shape.anchor === "start" ? {} : { "text-anchor": shape.anchor }),
        ...(shape.rotate === undefined || shape.rotate === 0
          ? {}
          : { transform: `rotate(${formatLength(shape.rotate)} ${formatLength(shape.x)} ${formatLength(shape.y)})` }),
      };
  }
}

export function shapeAttributes(shape: Shape): SvgAttributes {
  const attributes: Record<string, string> = { "data-key": shape.key, ...own(shape) };
  if (shape.kind === "text") {
    attributes["data-role"] = shape.role;
    if (shape.fact !== undefined) attributes["data-fact"] = shape.fact;
  }
  if (shape.opacity < 1) attributes["opacity"] = formatOpacity(shape.opacity);
  return attributes;
}

export function shapesInLayer(shapes: readonly Shape[], name: "back" | "front"): readonly Shape[] {
  return shapes.filter((shape) => (shape.layer ?? "front") === name);
}
