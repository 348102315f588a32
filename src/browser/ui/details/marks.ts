import type { Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import { findDrawnFacts, findWords } from "./drawn-facts.ts";
import type { FactEntries } from "./fact-entries.ts";
import { createStageLayer } from "./stage-layer.ts";

const LINKED = ":is(.step, .number-links) :is(a[data-fact], a[data-term])";

/**
 * Marks the fact or term that the pointer or the focus is on: from the text in the picture, from the picture in the
 * text. Call the returned function when the picture moves: marks are measured once and would stay behind.
 */
export function createMarks(
  root: ParentNode & EventTarget,
  stage: SVGSVGElement,
  entries: FactEntries,
  { signal }: Mount,
): () => void {
  const { element: layer, showIn } = createStageLayer(stage, "marks");
  layer.setAttribute("aria-hidden", "true");
  let marked: readonly Element[] | null = null;

  function clear(): void {
    if (marked === null) return;
    for (const link of marked) link.classList.remove("marked");
    marked = null;
    layer.hidden = true;
  }

  function markPicture(link: HTMLElement, section: HTMLElement): void {
    if (stage.dataset["settled"] !== "true") return;
    const { fact } = link.dataset;
    const drawn = fact === undefined ? [] : findDrawnFacts(stage, section, entries).filter((one) => one.fact === fact);
    const boxes = drawn.length > 0 ? drawn.map(({ box }) => box) : findWords(stage, link.textContent);
    if (boxes.length === 0) return;
    const marks = boxes.map(({ x, y, width, height }) => {
      const mark = createElement(stage.ownerDocument, "i", {});
      mark.style.translate = `${x}px ${y}px`;
      mark.style.width = `${width}px`;
      mark.style.height = `${height}px`;
      return mark;
    });
    layer.replaceChildren(...marks);
    showIn(section);
  }

  function enter({ target }: Event): void {
    const link = target instanceof Element ? target.closest<HTMLElement>(LINKED) : null;
    const shown = root.querySelector<HTMLElement>(`.step[data-step="${stage.dataset["step"]}"]`);
    // The picture's own links stand behind its step.
    const section = link?.closest<HTMLElement>(".step") ?? shown;
    if (!link || !section) return;
    clear();
    const { fact, term } = link.dataset;
    const same = fact === undefined ? `[data-term="${term}"]` : `[data-fact="${fact}"]`;
    const drawn = section === shown ? root.querySelectorAll(`.number-links ${same}`) : [];
    marked = [...section.querySelectorAll(same), ...drawn].filter((other) => other !== link);
    for (const other of marked) other.classList.add("marked");
    if (section === shown && !link.matches(".number-link")) markPicture(link, section);
  }

  for (const name of ["pointerover", "focusin"]) root.addEventListener(name, enter, { signal });
  for (const name of ["pointerout", "focusout"]) root.addEventListener(name, clear, { signal });
  signal.addEventListener("abort", () => {
    clear();
    layer.remove();
  });
  return clear;
}
