import type { Box } from "../../../core/model/picture.ts";
import type { CanvasStage, StageCanvases } from "../../../core/model/stage-messages.ts";
import type { Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import type { StageShape } from "../easel.ts";

/** Backing stores of a higher ratio cost memory and raster time, and nobody sees it. */
const MOST_RATIO = 2.5;

/** The part of a picture above its stage that is seen, of the stage's height, by a `clip-path` of `stage.css`. */
const ABOVE = 0.4;

export interface CanvasOverlay {
  /** Gives the canvases away. Works once. */
  readonly transfer: () => StageCanvases;
  /** Lays the canvases over a stage of a shape. Measures. */
  readonly fit: (shape: StageShape) => CanvasStage;
  /** `moving`: the canvas has the whole picture; `rest`: the nodes of the stage show its words. */
  readonly showState: (state: "moving" | "rest") => void;
  /** Tells whether the canvas, as the page shows it, has anything on it; null where a browser guards its pixels. */
  readonly hasPixels: () => boolean | null;
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
 * Lays canvases where a picture is seen: behind the nodes of its stage, behind the whole story, over the stage's lower
 * edge, and below the stage on the cover. Calls `refit` when the last one comes into view or leaves it, and when the
 * window has come to a screen of another ratio or is zoomed.
 */
export function createCanvasOverlay(stage: SVGSVGElement, { view, signal }: Mount, refit: () => void): CanvasOverlay {
  const page = view.document;
  const holder = stage.parentElement;
  const canvas = createElement(page, "canvas", { "aria-hidden": "true" });
  const around = stage.closest(".theme-root");
  const overflow = (around ?? page).querySelector("svg.cover-overflow");
  const canvasBelow = createElement(page, "canvas", {});
  const below = createElement(page, "div", { class: "cover-overflow", "aria-hidden": "true" }, canvasBelow);
  let inView = false;
  let ratio: MediaQueryList | null = null;
  const observer = new IntersectionObserver((seen) => {
    const now = seen.at(-1)?.isIntersecting === true;
    if (now === inView) return;
    inView = now;
    refit();
  });
  const ground = createElement(page, "canvas", { class: "ground", "aria-hidden": "true" });
  const edge = createElement(page, "canvas", { class: "edge", "aria-hidden": "true" });
  holder?.prepend(canvas);
  holder?.append(edge);
  stage.closest("body, .theme-root")?.prepend(ground);

  /** Browsers tell of another ratio by a query for the present one alone. */
  function watchRatio(next: MediaQueryList | null): void {
    ratio?.removeEventListener("change", refit);
    ratio = next;
    ratio?.addEventListener("change", refit);
  }

  function remove(): void {
    observer.disconnect();
    watchRatio(null);
    for (const own of [canvas, ground, edge]) own.remove();
    below.replaceWith(...(overflow === null ? [] : [overflow]));
    if (holder !== null) delete holder.dataset["easel"];
  }

  /** The part of the window that the story fills, CSS px. */
  function span(): Pick<Box, "x" | "width"> {
    if (around === null) return { x: 0, width: page.documentElement.clientWidth };
    const { left, right } = around.getBoundingClientRect();
    // On a whole device pixel, as a canvas that begins between two is blurred.
    const x = Math.floor(left * view.devicePixelRatio) / view.devicePixelRatio;
    return { x, width: Math.ceil(right - x) };
  }

  signal.addEventListener("abort", remove);
  return {
    transfer: () => ({
      picture: canvas.transferControlToOffscreen(),
      ground: ground.transferControlToOffscreen(),
      edge: edge.transferControlToOffscreen(),
      below: overflow === null ? null : canvasBelow.transferControlToOffscreen(),
    }),
    fit({ size, theme }) {
      watchRatio(view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`));
      const box = stage.getBoundingClientRect();
      const { width, height } = box;
      // A browser puts the corner of an SVG on a whole device pixel, and leaves the size of its box.
      const left = Math.round(box.left * view.devicePixelRatio) / view.devicePixelRatio;
      const pinned = Number.parseFloat(getComputedStyle(holder ?? stage).top) || 0;
      // A stage of a broken width or height fits its picture, of whole px, as an SVG does: xMidYMin.
      const fit = stage.getAttribute("preserveAspectRatio")?.endsWith("slice") === true ? Math.max : Math.min;
      const zoom = size.width > 0 ? fit(width / size.width, height / size.height) : 1;
      const above = Math.min(ABOVE * size.height, Math.max(0, pinned / zoom));
      const whole = span();
      const across = {
        x: (whole.x - left - (width - size.width * zoom) / 2) / zoom,
        width: Math.max(size.width, whole.width / zoom),
      };
      const shown = { ...across, y: -above, height: size.height + above };
      const lower = { ...across, y: size.height, height: Math.max(0, view.innerHeight / zoom - size.height) };
      place(canvas, shown, whole.x - box.left, zoom);
      place(canvasBelow, lower, whole.x - box.left, zoom);
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
      if (context === null) return null;
      try {
        context.drawImage(canvas, 0, 0, 16, 16);
        return context.getImageData(0, 0, 16, 16).data.some((value) => value > 0);
      } catch {
        return null;
      }
    },
    remove,
  };
}
