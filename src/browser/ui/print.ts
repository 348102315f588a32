import { STILL_SIZE } from "../../core/model/files.ts";
import type { Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { createPainter } from "../../core/picture/painter.ts";
import type { Mount } from "../lib/defer.ts";
import { createElement, createSvgElement } from "../lib/dom.ts";
import { createSvgPatcher } from "../player/patch-svg.ts";
import type { FactEntries } from "./details/fact-entries.ts";
import { sourceDetails } from "./details/source-details.ts";

export function footnotes(step: Element, entries: FactEntries): HTMLElement | null {
  const page = step.ownerDocument;
  const made = createElement(page, "ol", { class: "notes" });
  for (const link of step.querySelectorAll<HTMLAnchorElement>("a[data-note]")) {
    const number = link.dataset["note"] ?? "";
    const target = entries.find(link.hash.slice(1));
    if (target === null || made.querySelector(`[value="${number}"]`) !== null) continue;
    made.append(createElement(page, "li", { value: number }, ...sourceDetails(target)));
  }
  for (const link of made.querySelectorAll<HTMLAnchorElement>("a.outside")) link.dataset["host"] = link.host;
  return made.childElementCount === 0 ? null : made;
}

/** Parts of the page of facts, by the sections of the story's end that lead there. */
const TABLES = { facts: ".ledger", terms: ".glossary" } as const;

/** Adds to paper the tables that are a link on a screen. */
function printTables(root: ParentNode, entries: FactEntries): readonly Element[] {
  return Object.entries(TABLES).flatMap(([id, selector]) => {
    const copies = entries.copies(selector);
    root.querySelector(`#${id}`)?.append(...copies);
    return copies;
  });
}

/** Size of the cover's picture in print, CSS px: the width of a page, and the height that the titles leave. */
const COVER: Size = { width: 658, height: 560 };

export function preparePrint(
  story: Illustrated,
  steps: readonly HTMLElement[],
  root: ParentNode,
  entries: FactEntries,
  { view, signal }: Mount,
): void {
  let added: readonly Element[] = [];
  /** Opened for print: older browsers cannot print closed `<details>` by CSS. */
  let opened: readonly Element[] = [];

  function before(): void {
    if (added.length > 0) return;
    opened = [...root.querySelectorAll(":is(.data, .fold):not([open])")];
    for (const table of opened) table.setAttribute("open", "");
    const paint = createPainter(story, { titled: false, paper: true });
    const plates = steps.flatMap((step, index) => {
      const image = createSvgElement(view.document, "svg", { class: "plate" });
      const size = index === 0 ? COVER : STILL_SIZE;
      createSvgPatcher(image)(paint({ step: index, progress: REST_AT }, size, "day"), size);
      step.classList.add("printed");
      const text = step.querySelector(".text, .foot");
      text?.before(image);
      const list = footnotes(step, entries);
      if (list === null) return [image];
      step.append(list);
      return [image, list];
    });
    added = [...plates, ...printTables(root, entries)];
  }

  function after(): void {
    for (const node of added) node.remove();
    for (const step of steps) step.classList.remove("printed");
    for (const table of opened) table.removeAttribute("open");
    added = [];
    opened = [];
  }

  view.addEventListener("beforeprint", before, { signal });
  view.addEventListener("afterprint", after, { signal });
  signal.addEventListener("abort", after);
}
