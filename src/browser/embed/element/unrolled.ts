import { STILL_SIZE } from "../../../core/model/files.ts";
import type { Size, Theme } from "../../../core/model/picture.ts";
import type { Illustrated } from "../../../core/model/scene-config.ts";
import { REST_AT } from "../../../core/model/timing.ts";
import { createPainter } from "../../../core/picture/painter.ts";
import type { Mount } from "../../lib/defer.ts";
import { createSvgElement } from "../../lib/dom.ts";
import { createSvgPatcher } from "../../player/patch-svg.ts";

interface Parts {
  readonly steps: readonly HTMLElement[];
  readonly stage: SVGSVGElement;
}

interface Around extends Mount {
  readonly theme: () => Theme;
  readonly onChange: (heard: () => void) => void;
}

/** Draws stills, one per task, and does not load them, because the host's CSP may block images. */
export function renderUnrolled(
  story: Illustrated,
  { steps, stage }: Parts,
  { view, signal, theme, onChange }: Around,
): void {
  const untitled = createPainter(story, { titled: false });
  const titled = createPainter(story);
  const images = steps.map((step) => {
    const figure = step.querySelector("figure");
    if (figure === null) return { show: createSvgPatcher(stage), cover: true };
    const viewBox = `0 0 ${STILL_SIZE.width} ${STILL_SIZE.height}`;
    const image = createSvgElement(view.document, "svg", { viewBox, "aria-hidden": "true" });
    figure.prepend(image);
    return { show: createSvgPatcher(image), cover: false };
  });
  let timer = 0;

  function stageSize(): Size {
    const { width, height } = stage.getBoundingClientRect();
    return { width: Math.round(width), height: Math.round(height) };
  }

  function draw(step: number): void {
    const image = images[step];
    if (image === undefined) return;
    const size = image.cover ? stageSize() : STILL_SIZE;
    if (size.width > 0) image.show((image.cover ? titled : untitled)({ step, progress: REST_AT }, size, theme()), size);
    timer = view.setTimeout(() => draw(step + 1));
  }

  function drawAll(): void {
    view.clearTimeout(timer);
    draw(0);
  }

  drawAll();
  onChange(drawAll);
  signal.addEventListener("abort", () => view.clearTimeout(timer));
}
