import { hex } from "../picture/colour.ts";
import type { Shape } from "../picture/model.ts";

/** Attribute name to value; an attribute not named is not there. */
export type Attributes = Readonly<Record<string, string>>;

/** The one place where numbers become text: a tenth of a CSS pixel, no trailing zeros, so that engines one ULP apart agree. */
export function length(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** Opacities to a hundredth. */
export function share(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

/** Path data with its numbers rounded as lengths are. */
export function rounded(d: string): string {
  return d.replace(NUMBER, (value) => length(Number(value)));
}

/** Element name of a shape's kind. */
export function tag(shape: Shape): string {
  return shape.kind;
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
    out["stroke-width"] = String(Math.round(width * 100) / 100);
    if (dash !== undefined) out["stroke-dasharray"] = dash;
  }
  return out;
}

function own(shape: Shape, round: (d: string) => string): Record<string, string> {
  switch (shape.kind) {
    case "path":
      return {
        d: shape.tenths === true ? shape.d : round(shape.d),
        ...(shape.shift === undefined
          ? {}
          : { transform: `translate(${length(shape.shift[0])} ${length(shape.shift[1])})` }),
        ...paint(shape.fill && hex(shape.fill), shape.stroke && hex(shape.stroke), shape.width, shape.dash),
      };
    case "line":
      return {
        x1: length(shape.x1),
        y1: length(shape.y1),
        x2: length(shape.x2),
        y2: length(shape.y2),
        ...paint(null, hex(shape.stroke), shape.width, shape.dash),
      };
    case "rect":
      return {
        x: length(shape.x),
        y: length(shape.y),
        width: length(Math.max(0, shape.width)),
        height: length(Math.max(0, shape.height)),
        ...(shape.radius === undefined ? {} : { rx: length(shape.radius) }),
        ...paint(shape.fill && hex(shape.fill), shape.stroke && hex(shape.stroke), shape.strokeWidth, shape.dash),
      };
    case "text":
      return {
        x: length(shape.x),
        y: length(shape.y),
        "font-size": length(shape.size),
        fill: hex(shape.fill),
        class: shape.face,
        ...(shape.anchor === "start" ? {} : { "text-anchor": shape.anchor }),
        ...(shape.rotate === undefined || shape.rotate === 0
          ? {}
          : { transform: `rotate(${length(shape.rotate)} ${length(shape.x)} ${length(shape.y)})` }),
      };
  }
}

/** Everything a shape is in SVG, its key and its role among it. `round` may remember what it has rounded; it must answer as `rounded`. */
export function shapeAttributes(shape: Shape, round: (d: string) => string = rounded): Attributes {
  const attributes: Record<string, string> = { "data-key": shape.key, ...own(shape, round) };
  if (shape.kind === "text") {
    attributes["data-role"] = shape.role;
    if (shape.fact !== undefined) attributes["data-fact"] = shape.fact;
  }
  if (shape.opacity < 1) attributes["opacity"] = share(shape.opacity);
  return attributes;
}

/** The shapes of one layer, in drawing order. */
export function layer(shapes: readonly Shape[], name: "back" | "front"): readonly Shape[] {
  return shapes.filter((shape) => (shape.layer ?? "front") === name);
}
