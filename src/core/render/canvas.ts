import { type Rgb, toHex } from "../lib/color.ts";
import type { Box, Drawing, Grain, Shape } from "../model/picture.ts";
import { type CanvasContext, type Plane, placeOrigin, prepareStrokes } from "./canvas-context.ts";
import { copyPair, createPairs, type Layer, type Pairs } from "./canvas-layer.ts";
import { drawShape } from "./canvas-shapes.ts";
import { drawText, type Faces, prepareTexts } from "./canvas-text.ts";
import { drawnRadius, type GrainBatch, grainBatches, outlineWidth } from "./grain-batches.ts";
import type { Outlines } from "./outlines.ts";
import { roundFinely, roundLength, shapesInLayer } from "./svg-attributes.ts";

export interface CanvasOptions {
  /** Device pixels of a CSS pixel. */
  readonly ratio: number;
  /** The part of the picture that the canvas shows, CSS px; the stage alone begins at 0, 0. */
  readonly view: Box;
  /** Colour of the ground, from the stage's upper edge down; null leaves the canvas clear where nothing is drawn. */
  readonly background: Rgb | null;
  readonly words: boolean;
  readonly faces: Faces;
  readonly outlines: Outlines;
  /**
   * Needed for translucent marks with a fill and a stroke: without it, or where it has no room for one, the fill shines
   * through the stroke. One as large as the canvas has room for each.
   */
  readonly layer?: Layer;
}

function traceGrains(context: CanvasContext, members: readonly Grain[], more: number): void {
  context.beginPath();
  for (const grain of members) {
    const drawn = drawnRadius(grain);
    const radius = drawn + more;
    // The SVG has a grain's left edge and its radius to a tenth.
    const [x, y] = [roundLength(grain.x - drawn) + drawn, roundLength(grain.y)];
    if (drawn <= 0) continue;
    context.moveTo(x - radius, y);
    context.arc(x, y, radius, Math.PI, 3 * Math.PI);
  }
}

/**
 * Draws grains of one paint. One opacity covers fill and outline: the fill reaches to the outline's outer edge, and
 * the outline adds what is missing.
 */
function drawBatch(context: CanvasContext, { paint, members }: GrainBatch, grains: readonly Grain[]): void {
  const opacity = roundFinely(paint.opacity);
  const filled = opacity * roundFinely(1 - paint.hollow);
  const own = members.flatMap((index) => grains[index] ?? []);
  const width = outlineWidth(paint);
  if (filled > 0) {
    context.fillStyle = toHex(paint.fill);
    context.globalAlpha = filled;
    traceGrains(context, own, width / 2);
    context.fill();
  }
  if (width <= 0 || opacity <= 0) return;
  context.strokeStyle = toHex(paint.fill);
  context.lineWidth = width;
  context.globalAlpha = (opacity - filled) / (1 - filled);
  traceGrains(context, own, 0);
  context.stroke();
}

function drawShapes(plane: Plane, shapes: readonly Shape[], pairs: Pairs, options: CanvasOptions): void {
  const { layer, outlines, words, faces } = options;
  for (const shape of shapes) {
    const opacity = roundFinely(shape.opacity);
    if (opacity <= 0) continue;
    const pair = pairs(shape);
    if (pair !== undefined && layer !== undefined) copyPair(plane, layer, pair, opacity);
    else if (shape.kind !== "text") drawShape(plane, shape, Math.min(1, opacity), outlines);
    else if (words) drawText(plane, shape, faces);
  }
}

/** Draws what the SVG writer writes: the marks behind, the grains, the marks before, with the page's styles. */
export function drawPicture(context: CanvasContext, drawing: Drawing, options: CanvasOptions): void {
  const { ratio, view, background, layer, outlines } = options;
  const plane = { context, ratio, x: -view.x * ratio, y: -view.y * ratio };
  const size = { x: 0, y: 0, width: Math.round(view.width * ratio), height: Math.round(view.height * ratio) };
  const back = shapesInLayer(drawing.shapes, "back");
  const front = shapesInLayer(drawing.shapes, "front");
  const pairs: Pairs =
    layer === undefined ? () => undefined : createPairs(layer, [...back, ...front], { plane, size, outlines });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  if (background === null || plane.y > 0) context.clearRect(0, 0, size.width, size.height);
  if (background !== null) {
    const top = Math.max(0, plane.y);
    context.fillStyle = toHex(background);
    context.fillRect(0, top, size.width, size.height - top);
  }
  placeOrigin(plane);
  prepareStrokes(context);
  if (options.words) prepareTexts(context);
  drawShapes(plane, back, pairs, options);
  for (const batch of grainBatches(drawing.grains)) drawBatch(context, batch, drawing.grains);
  drawShapes(plane, front, pairs, options);
}
