import type { Box } from "../../../core/model/picture.ts";
import type { CanvasStage } from "../../../core/model/stage-messages.ts";
import type { Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import type { StageShape } from "../easel.ts";

/** Backing stores of a higher ratio cost memory and raster time, and nobody sees it. */
const MOST_RATIO = 2.5;

/** The part of a picture above its stage that is seen, of the stage's height, by a `clip-path` of `stage.css`. */
const ABOVE = 0.4;

export interface CanvasOverlay {
  /** Gives the canvases away. Works once. */
  readonly transfer: () => { readonly canvas: OffscreenCanvas; readonly canvasBelow: OffscreenCanvas | null };
  /** Lays the canvases over a stage of a shape. Measures. */
  readonly fit: (shape: StageShape) => CanvasStage;
  /** `moving`: the canvas has the whole picture; `rest`: the nodes of the stage show its words. */
  readonly showState: (state: "moving" | "rest") => void;
  /** Tells whether the canvas, as the page shows it, has anything on it. */
  readonly hasPixels: () => boolean;
  readonly remove: () => void;
}

/** `left` is in CSS pixels; `zoom` is CSS pixels to a px of the picture. */
function place(canvas: HTMLCanvasElement, { y, width, height }: Box, left: number, zoom: number): void {
  const { style } = canvas;
  style.left = `${left}px`;
  style.top = `${y * zoom}px`;
  style.width = `${width * zoom}px`;
  style.height = `${height * zoom}px`;
}

/**
 * Lays a canvas below the nodes of a stage, as wide as the window, and one below the stage where the cover shows more
 * of the picture. `refit` is called when that one comes into view or leaves it.
 */
export function createCanvasOverlay(stage: SVGSVGElement, { view, signal }: Mount, refit: () => void): CanvasOverlay {
  const page = view.document;
  const holder = stage.parentElement;
  const canvas = createElement(page, "canvas", { "aria-hidden": "true" });
  const overflow = page.querySelector("svg.cover-overflow");
  const canvasBelow = createElement(page, "canvas", {});
  const below = createElement(page, "div", { class: "cover-overflow", "aria-hidden": "true" }, canvasBelow);
  let inView = false;
  const observer = new IntersectionObserver((seen) => {
    const now = seen.at(-1)?.isIntersecting === true;
    if (now === inView) return;
    inView = now;
    refit();
  });
  holder?.prepend(canvas);

  function remove(): void {
    observer.disconnect();
    canvas.remove();
    below.replaceWith(...(overflow === null ? [] : [overflow]));
    if (holder !== null) delete holder.dataset["easel"];
  }

  signal.addEventListener("abort", remove);
  return {
    transfer: () => ({
      canvas: canvas.transferControlToOffscreen(),
      canvasBelow: overflow === null ? null : canvasBelow.transferControlToOffscreen(),
    }),
    fit({ size, theme }) {
      const box = stage.getBoundingClientRect();
      const { width, height } = box;
      // A browser puts the corner of an SVG on a whole device pixel, and leaves the size of its box.
      const left = Math.round(box.left * view.devicePixelRatio) / view.devicePixelRatio;
      const pinned = Number.parseFloat(getComputedStyle(holder ?? stage).top) || 0;
      // A stage of a broken width or height fits its picture, of whole px, as an SVG does: xMidYMin.
      const fit = stage.getAttribute("preserveAspectRatio")?.endsWith("slice") === true ? Math.max : Math.min;
      const zoom = size.width > 0 ? fit(width / size.width, height / size.height) : 1;
      const above = Math.min(ABOVE * size.height, Math.max(0, pinned / zoom));
      const window = {
        x: -(left + (width - size.width * zoom) / 2) / zoom,
        width: Math.max(size.width, page.documentElement.clientWidth / zoom),
      };
      const shown = { ...window, y: -above, height: size.height + above };
      const lower = { ...window, y: size.height, height: Math.max(0, view.innerHeight / zoom - size.height) };
      place(canvas, shown, -box.left, zoom);
      place(canvasBelow, lower, -box.left, zoom);
      return {
        size,
        theme,
        view: shown,
        below: inView && lower.height > 0 ? lower : null,
        ratio: Math.min(MOST_RATIO, view.devicePixelRatio) * zoom,
      };
    },
    showState(state) {
      if (holder !== null) holder.dataset["easel"] = state;
      if (overflow?.isConnected !== true) return;
      overflow.replaceWith(below);
      observer.observe(below);
    },
    hasPixels() {
      const probe = createElement(page, "canvas", { width: "16", height: "16" });
      const context = probe.getContext("2d", { willReadFrequently: true });
      if (context === null) return false;
      context.drawImage(canvas, 0, 0, 16, 16);
      return context.getImageData(0, 0, 16, 16).data.some((value) => value > 0);
    },
    remove,
  };
}
