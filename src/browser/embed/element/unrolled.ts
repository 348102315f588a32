import { STILL_SIZE } from "../../../core/model/files.ts";
import type { Size, Theme } from "../../../core/model/picture.ts";
import type { SceneStory } from "../../../core/model/story.ts";
import { REST_AT } from "../../../core/model/timing.ts";
import { createPainter } from "../../../core/scenes/painter.ts";
import { createSvgPatcher } from "../../player/patch-svg.ts";

const SVG = "http://www.w3.org/2000/svg";

interface Parts {
  readonly steps: readonly HTMLElement[];
  readonly stage: SVGSVGElement;
}

interface Around {
  readonly view: Window;
  readonly theme: () => Theme;
  readonly onChange: (heard: () => void) => () => void;
}

/**
 * Draws the still of every step, one per task. Images are drawn and not loaded, because the host's CSP may block them.
 */
export function renderUnrolled(
  story: SceneStory,
  { steps, stage }: Parts,
  { view, theme, onChange }: Around,
): () => void {
  const untitled = createPainter(story, { titled: false });
  const titled = createPainter(story);
  const plates = steps.map((step) => {
    const figure = step.querySelector("figure");
    const plate = figure === null ? stage : view.document.createElementNS(SVG, "svg");
    if (figure !== null) {
      plate.setAttribute("viewBox", `0 0 ${STILL_SIZE.width} ${STILL_SIZE.height}`);
      plate.setAttribute("aria-hidden", "true");
      figure.prepend(plate);
    }
    return { show: createSvgPatcher(plate), cover: figure === null };
  });
  let timer = 0;

  function stageSize(): Size {
    const { width, height } = stage.getBoundingClientRect();
    return { width: Math.round(width), height: Math.round(height) };
  }

  function draw(step: number): void {
    const plate = plates[step];
    if (plate === undefined) return;
    const size = plate.cover ? stageSize() : STILL_SIZE;
    if (size.width > 0) plate.show((plate.cover ? titled : untitled)({ step, progress: REST_AT }, size, theme()), size);
    timer = view.setTimeout(() => draw(step + 1));
  }

  function drawAll(): void {
    view.clearTimeout(timer);
    draw(0);
  }

  drawAll();
  const unhear = onChange(drawAll);
  return () => {
    view.clearTimeout(timer);
    unhear();
  };
}
