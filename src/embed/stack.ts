import { adopt } from "../draw/adopt.ts";
import { STILL } from "../page/still.ts";
import { REST } from "../picture/beats.ts";
import type { Size, Theme } from "../picture/model.ts";
import { painter } from "../scenes/picture.ts";
import type { LeanStory } from "../story/lean.ts";

const SVG = "http://www.w3.org/2000/svg";

interface Parts {
  readonly steps: readonly HTMLElement[];
  /** Shows the cover's picture, where there is a cover. */
  readonly stage: SVGSVGElement;
}

/** What the surroundings say. */
interface Around {
  readonly view: Window;
  readonly theme: () => Theme;
  readonly onChange: (heard: () => void) => () => void;
}

/**
 * The unrolled story: every step with its still picture, drawn here, one a task, since another's page may forbid to load any. Returns its undo.
 */
export function stack(story: LeanStory, { steps, stage }: Parts, { view, theme, onChange }: Around): () => void {
  const untitled = painter(story, { titled: false });
  const titled = painter(story);
  const plates = steps.map((step) => {
    const figure = step.querySelector("figure");
    const plate = figure === null ? stage : view.document.createElementNS(SVG, "svg");
    if (figure !== null) {
      plate.setAttribute("viewBox", `0 0 ${STILL.width} ${STILL.height}`);
      plate.setAttribute("aria-hidden", "true");
      figure.prepend(plate);
    }
    return { show: adopt(plate), cover: figure === null };
  });
  let timer = 0;

  function stageSize(): Size {
    const { width, height } = stage.getBoundingClientRect();
    return { width: Math.round(width), height: Math.round(height) };
  }

  function draw(step: number): void {
    const plate = plates[step];
    if (plate === undefined) return;
    const size = plate.cover ? stageSize() : STILL;
    if (size.width > 0) plate.show((plate.cover ? titled : untitled)({ step, progress: REST }, size, theme()), size);
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
