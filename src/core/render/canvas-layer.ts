import type { Box, Shape } from "../model/picture.ts";
import { type CanvasContext, type Plane, placeOrigin, prepareStrokes } from "./canvas-context.ts";
import { drawShape, type OutlinedMark, paintsOf } from "./canvas-shapes.ts";
import type { Outlines } from "./outlines.ts";
import { roundFinely, roundLength } from "./svg-attributes.ts";

/** A second canvas, which nobody sees; `image` is the canvas itself, its size is in device px. */
export interface Layer {
  readonly context: CanvasContext;
  readonly image: object;
  readonly width: number;
  readonly height: number;
}

/** The place of a mark on the layer and on the canvas, device px. */
interface Placed {
  readonly from: Box;
  readonly to: Box;
}

/** A miter reaches four halves of a stroke's width, by SVG's limit. */
const REACH = 2;

/** Tells whether one opacity covers a fill and the stroke on it: drawn apart, the fill would shine through. */
function isTranslucentPair(shape: Shape): shape is OutlinedMark {
  if (shape.kind === "text" || shape.kind === "line") return false;
  const opacity = roundFinely(shape.opacity);
  const { fill, stroke } = paintsOf(shape);
  return fill !== null && stroke !== null && opacity > 0 && opacity < 1;
}

function boxOf(shape: OutlinedMark, outlines: Outlines): Box {
  if (shape.kind === "line") return { x: 0, y: 0, width: 0, height: 0 };
  if (shape.kind === "rect") return shape;
  const { x, y, width, height } = outlines(shape.d).box();
  const [dx, dy] = shape.translate ?? [0, 0];
  return { x: x + roundLength(dx), y: y + roundLength(dy), width, height };
}

/** Returns the pixels of the canvas that a mark can touch. */
function deviceBox(shape: OutlinedMark, { ratio, x, y }: Plane, size: Box, outlines: Outlines): Box {
  const box = boxOf(shape, outlines);
  const reach = REACH * shape.strokeWidth + 1;
  const left = Math.max(0, Math.floor(x + ratio * (box.x - reach)));
  const top = Math.max(0, Math.floor(y + ratio * (box.y - reach)));
  const right = Math.min(size.width, Math.ceil(x + ratio * (box.x + box.width + reach)));
  const bottom = Math.min(size.height, Math.ceil(y + ratio * (box.y + box.height + reach)));
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** Puts boxes beside one another in rows; one that finds no room gets no place. */
function createShelves(layer: Layer): (width: number, height: number) => Box | null {
  let [x, y, row] = [0, 0, 0];
  return (width, height) => {
    if (x + width > layer.width) [x, y, row] = [0, y + row, 0];
    if (x + width > layer.width || y + height > layer.height) return null;
    const place = { x, y, width, height };
    x += width;
    row = Math.max(row, height);
    return place;
  };
}

interface Surroundings {
  readonly plane: Plane;
  readonly size: Box;
  readonly outlines: Outlines;
}

/** Draws marks on the layer, opaque, until it is full. */
function fillLayer(layer: Layer, marks: readonly OutlinedMark[], at: Surroundings): ReadonlyMap<Shape, Placed> {
  const { plane, size, outlines } = at;
  const { context } = layer;
  const placed = new Map<Shape, Placed>();
  const shelves = createShelves(layer);
  prepareStrokes(context);
  for (const mark of marks) {
    const to = deviceBox(mark, plane, size, outlines);
    const from = shelves(to.width, to.height);
    if (from === null) break;
    placed.set(mark, { from, to });
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.save();
    context.clearRect(from.x, from.y, from.width, from.height);
    context.beginPath();
    context.rect(from.x, from.y, from.width, from.height);
    context.clip();
    const own = { ...plane, context, x: plane.x + from.x - to.x, y: plane.y + from.y - to.y };
    placeOrigin(own);
    drawShape(own, mark, 1, outlines);
    context.restore();
  }
  return placed;
}

export type Pairs = (shape: Shape) => Placed | undefined;

/**
 * Returns the place on the layer of a mark with a fill, a stroke and one opacity for both. `shapes` come in the order
 * of the picture: as many as have room are drawn at once, for a canvas that is drawn on after it was read is copied.
 */
export function createPairs(layer: Layer, shapes: readonly Shape[], at: Surroundings): Pairs {
  const marks = shapes.filter(isTranslucentPair);
  let placed: ReadonlyMap<Shape, Placed> = new Map();
  return (shape) => {
    if (placed.has(shape) || !isTranslucentPair(shape)) return placed.get(shape);
    placed = fillLayer(layer, marks.slice(marks.indexOf(shape)), at);
    return placed.get(shape);
  };
}

/** Copies a mark from the layer. */
export function copyPair(plane: Plane, layer: Layer, { from, to }: Placed, opacity: number): void {
  const { context } = plane;
  if (to.width === 0 || to.height === 0) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = opacity;
  context.drawImage(layer.image, from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height);
  placeOrigin(plane);
}
