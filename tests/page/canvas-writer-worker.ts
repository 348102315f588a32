import { config } from "virtual:scenes";
import lean from "virtual:story";
import type { Size, Theme } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { createSceneStore } from "../../src/core/picture/scene-store.ts";
import { drawPicture } from "../../src/core/render/canvas.ts";
import { createOutlines } from "../../src/core/render/outlines.ts";

/** A moment of the story, drawn for a canvas of this size with this many device pixels to a CSS pixel. */
export interface Moment {
  readonly step: number;
  readonly progress: number;
  readonly size: Size;
  readonly theme: Theme;
  readonly words: boolean;
}

export interface Task extends Moment {
  readonly canvas: OffscreenCanvas;
  readonly ratio: number;
  /** Families of the faces as the page's style sheet has them. */
  readonly faces: { readonly song: string; readonly sans: string };
  readonly font: { readonly family: string; readonly url: string };
}

const scenes = createSceneStore({ ...lean, config });
// A message that comes while a module waits at its top would be lost.
const painter = scenes.loadAll().then(() => createPainter(scenes.story()));
const outlines = createOutlines((d) => new Path2D(d));
let loaded: Promise<unknown> | undefined;

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D context");
  return context;
}

async function draw({ canvas, ratio, faces, font, step, progress, size, theme, words }: Task): Promise<void> {
  const face = new FontFace(font.family, `url(${font.url})`, { weight: "900" });
  loaded ??= face.load().then((ready) => Reflect.get(globalThis, "fonts").add(ready));
  await loaded;
  const paint = await painter;
  const picture = paint({ step, progress }, size, theme);
  const image = new OffscreenCanvas(canvas.width, canvas.height);
  drawPicture(contextOf(canvas), picture, {
    ratio,
    view: { x: 0, y: 0, width: size.width, height: size.height },
    background: config.paletteAt(picture.elevation, theme).background,
    words,
    faces,
    outlines,
    layer: { context: contextOf(image), image, width: image.width, height: image.height },
  });
}

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  draw(data).then(
    () => postMessage("drawn"),
    (error: unknown) => postMessage(String(error)),
  );
});
