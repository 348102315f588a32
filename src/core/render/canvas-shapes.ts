import { type Rgb, toHex } from "../lib/color.ts";
import type { Box, LineMark, PathMark, RectMark } from "../model/picture.ts";
import { type CanvasContext, type Plane, placeOrigin } from "./canvas-context.ts";
import type { Outlines } from "./outlines.ts";
import { roundFinely, roundLength } from "./svg-attributes.ts";

export type OutlinedMark = PathMark | LineMark | RectMark;

export interface Paints {
  readonly fill: Rgb | null;
  readonly stroke: Rgb | null;
  readonly width: number;
}

/** Returns the paints that leave a trace: a stroke without width has none. */
export function paintsOf(shape: OutlinedMark): Paints {
  const width = roundFinely(shape.strokeWidth);
  return { fill: shape.kind === "line" ? null : shape.fill, stroke: width > 0 ? shape.stroke : null, width };
}

function setStroke({ context }: Plane, stroke: Rgb, width: number): void {
  context.strokeStyle = toHex(stroke);
  context.lineWidth = width;
}

interface Outline {
  readonly fill: () => void;
  readonly stroke: () => void;
}

/** Share of a radius at which the control points of a quarter of an ellipse stand. */
const ROUND = 0.5523;

/**
 * Begins where SVG begins a rectangle's dashes. `roundRect` caps the radii together, draws other curves than the SVG
 * in WebKit, begins elsewhere there, and is missing in Firefox 111.
 */
function traceRoundedRect(context: CanvasContext, { x, y, width, height }: Box, rx: number, ry: number): void {
  const [right, bottom] = [x + width, y + height];
  const [dx, dy] = [rx * (1 - ROUND), ry * (1 - ROUND)];
  context.moveTo(x + rx, y);
  context.lineTo(right - rx, y);
  context.bezierCurveTo(right - dx, y, right, y + dy, right, y + ry);
  context.lineTo(right, bottom - ry);
  context.bezierCurveTo(right, bottom - dy, right - dx, bottom, right - rx, bottom);
  context.lineTo(x + rx, bottom);
  context.bezierCurveTo(x + dx, bottom, x, bottom - dy, x, bottom - ry);
  context.lineTo(x, y + ry);
  context.bezierCurveTo(x, y + dy, x + dx, y, x + rx, y);
  context.closePath();
}

function rectOutline({ context }: Plane, rect: RectMark): Outline | null {
  const [x, y] = [roundLength(rect.x), roundLength(rect.y)];
  const [width, height] = [roundLength(rect.width), roundLength(rect.height)];
  if (width <= 0 || height <= 0) return null;
  const radius = roundLength(rect.radius ?? 0);
  if (radius <= 0)
    return {
      fill: () => context.fillRect(x, y, width, height),
      stroke: () => context.strokeRect(x, y, width, height),
    };
  context.beginPath();
  traceRoundedRect(context, { x, y, width, height }, Math.min(radius, width / 2), Math.min(radius, height / 2));
  return { fill: () => context.fill(), stroke: () => context.stroke() };
}

function outlineOf(plane: Plane, shape: OutlinedMark, outlines: Outlines): Outline | null {
  const { context } = plane;
  switch (shape.kind) {
    case "rect":
      return rectOutline(plane, shape);
    case "line":
      context.beginPath();
      context.moveTo(roundLength(shape.x1), roundLength(shape.y1));
      context.lineTo(roundLength(shape.x2), roundLength(shape.y2));
      return { fill: () => undefined, stroke: () => context.stroke() };
    case "path": {
      if (shape.d === "") return null;
      const { path } = outlines(shape.d);
      return { fill: () => context.fill(path), stroke: () => context.stroke(path) };
    }
  }
}

export function drawShape(plane: Plane, shape: OutlinedMark, opacity: number, outlines: Outlines): void {
  const { context } = plane;
  const { fill, stroke, width } = paintsOf(shape);
  if (fill === null && stroke === null) return;
  const outline = outlineOf(plane, shape, outlines);
  if (outline === null) return;
  const translate = shape.kind === "path" ? shape.translate : undefined;
  if (translate !== undefined) placeOrigin(plane, roundLength(translate[0]), roundLength(translate[1]));
  context.globalAlpha = opacity;
  if (fill !== null) {
    context.fillStyle = toHex(fill);
    outline.fill();
  }
  if (stroke !== null) {
    setStroke(plane, stroke, width);
    if (shape.dash !== undefined) context.setLineDash(shape.dash.split(" ").map(Number));
    outline.stroke();
    if (shape.dash !== undefined) context.setLineDash([]);
  }
  if (translate !== undefined) placeOrigin(plane);
}
