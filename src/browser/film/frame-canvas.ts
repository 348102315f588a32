import { FILM_FACES, type FilmFormat, type FilmFrame } from "../../core/model/film-page.ts";
import { drawPicture } from "../../core/render/canvas.ts";
import { createOutlines } from "../../core/render/outlines.ts";

export interface FrameCanvas {
  readonly image: OffscreenCanvas;
  readonly draw: (frame: FilmFrame) => void;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new Error("no 2D context");
  return context;
}

/** Throws when the browser gives no context. */
export function createFrameCanvas({ width, height, ratio }: FilmFormat): FrameCanvas {
  const image = new OffscreenCanvas(width * ratio, height * ratio);
  const context = contextOf(image);
  const layerImage = new OffscreenCanvas(image.width, image.height);
  const layerContext = layerImage.getContext("2d");
  if (layerContext === null) throw new Error("no 2D context");
  const layer = { context: layerContext, image: layerImage, width: image.width, height: image.height };
  const outlines = createOutlines((d) => new Path2D(d));
  const view = { x: 0, y: 0, width, height };
  return {
    image,
    draw: ({ drawing, background }) =>
      drawPicture(context, drawing, { ratio, view, background, words: true, faces: FILM_FACES, outlines, layer }),
  };
}
