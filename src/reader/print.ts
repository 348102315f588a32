import { adopt } from "../draw/adopt.ts";
import { STILL } from "../page/still.ts";
import { REST } from "../picture/beats.ts";
import type { Size } from "../picture/model.ts";
import { painter } from "../scenes/picture.ts";
import type { PictureStory } from "../story/model.ts";
import { notes } from "./notes.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Size of the cover's picture in print, CSS pixels: a page's width, and the height its titles leave. */
const COVER: Size = { width: 658, height: 560 };

/**
 * Makes the page ready for a printer and undoes it when the printer has it: every step with its picture on paper and its sources at its
 * foot, which a screen never shows. `steps` are the story's, in order. Returns its undo.
 */
export function print(story: PictureStory, steps: readonly HTMLElement[], root: ParentNode, view: Window): () => void {
  let added: readonly Element[] = [];
  /** Closed tables: older browsers have no style that prints what is closed. */
  let opened: readonly Element[] = [];

  function before(): void {
    if (added.length > 0) return;
    opened = steps.flatMap((step) => [...step.querySelectorAll("details:not([open])")]);
    for (const table of opened) table.setAttribute("open", "");
    const paint = painter(story, { titled: false, paper: true });
    added = steps.flatMap((step, index) => {
      const plate = view.document.createElementNS(SVG, "svg");
      const size = index === 0 ? COVER : STILL;
      plate.setAttribute("class", "plate");
      adopt(plate)(paint({ step: index, progress: REST }, size, "day"), size);
      step.classList.add("printed");
      const text = step.querySelector(".words, .foot");
      text?.before(plate);
      const list = notes(step, root);
      if (list === null) return [plate];
      text?.append(list);
      return [plate, list];
    });
  }

  function after(): void {
    for (const node of added) node.remove();
    for (const step of steps) step.classList.remove("printed");
    for (const table of opened) table.removeAttribute("open");
    added = [];
    opened = [];
  }

  view.addEventListener("beforeprint", before);
  view.addEventListener("afterprint", after);
  return () => {
    view.removeEventListener("beforeprint", before);
    view.removeEventListener("afterprint", after);
    after();
  };
}
