import type { Rgb } from "../core/lib/color.ts";
import type { Box, Drawing } from "../core/model/picture.ts";
import { drawPicture } from "../core/render/canvas.ts";
import type { Faces } from "../core/render/canvas-text.ts";
import { createOutlines } from "../core/render/outlines.ts";

interface SurfaceOptions {
  /** The part of a picture that a canvas shows, px of the stage. */
  readonly view: Box;
  /** The canvas's device pixels of a CSS pixel. */
  readonly ratio: number;
  /** Colour of the ground, from the stage's upper edge down; null leaves the canvas clear behind the marks. */
  readonly background: Rgb | null;
  readonly words: boolean;
}

/** Fits a canvas to its view; a canvas that is given a size is cleared. */
function resize(canvas: OffscreenCanvas, { view, ratio }: SurfaceOptions): void {
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/** Throws when the browser gives no context. */
export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D context");
  return context;
}

/** Throws when the browser gives no context. */
export function createOffscreenSurface(
  canvas: OffscreenCanvas,
  faces: Faces,
): { readonly draw: (drawing: Drawing, shown: SurfaceOptions) => void } {
  const context = contextOf(canvas);
  const image = new OffscreenCanvas(1, 1);
  const layerContext = contextOf(image);
  const outlines = createOutlines((d) => new Path2D(d));
  return {
    draw(drawing, shown) {
      resize(canvas, shown);
      resize(image, shown);
      const { view, ratio, background, words } = shown;
      const layer = { context: layerContext, image, width: image.width, height: image.height };
      drawPicture(context, drawing, { ratio, view, background, words, faces, outlines, layer });
    },
  };
}
