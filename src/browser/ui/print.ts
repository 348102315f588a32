import { STILL_SIZE } from "../../core/model/files.ts";
import type { Size } from "../../core/model/picture.ts";
import { afterLoad, type Mount } from "../lib/defer.ts";
import { createElement, createSvgElement } from "../lib/dom.ts";
import type { StoryRenderer } from "../player/easel.ts";
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

/** Returns the description that a printed picture has in a tagged PDF. */
function describePicture(step: Element): string {
  return step.querySelector("figcaption, .titles > .visually-hidden")?.textContent ?? "";
}

interface PrintedParts {
  readonly steps: readonly HTMLElement[];
  readonly root: ParentNode;
  /** Has `data-printable` once every plate that can be drawn is at hand. */
  readonly themeRoot: HTMLElement;
  readonly entries: FactEntries;
}

export function preparePrint(
  { createPlates, preparePlates }: StoryRenderer,
  { steps, root, themeRoot, entries }: PrintedParts,
  mount: Mount,
): void {
  const { view, signal } = mount;
  const sizes = steps.map((_, index) => (index === 0 ? COVER : STILL_SIZE));
  let added: readonly Element[] = [];
  /** Opened for print: older browsers cannot print closed `<details>` by CSS. */
  let opened: readonly Element[] = [];

  function before(): void {
    if (added.length > 0) return;
    opened = [...root.querySelectorAll(":is(.data, .fold):not([open])")];
    for (const table of opened) table.setAttribute("open", "");
    const draw = createPlates();
    const plates = steps.flatMap((step, index) => {
      const size = sizes[index] ?? STILL_SIZE;
      const plate = draw(index, size);
      // A step whose scene has not been loaded prints its still, as the page does without a script.
      if (plate === null) return [];
      const image = createSvgElement(view.document, "svg", {
        class: "plate",
        role: "img",
        "aria-label": describePicture(step),
      });
      createSvgPatcher(image)(plate, size);
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

  // A phone hardly prints, and loads scenes as it reads.
  if (view.matchMedia("(hover: hover) and (pointer: fine)").matches)
    afterLoad(mount, () => {
      preparePlates(sizes).then(
        () => (themeRoot.dataset["printable"] = ""),
        () => undefined,
      );
    });
  view.addEventListener("beforeprint", before, { signal });
  view.addEventListener("afterprint", after, { signal });
  signal.addEventListener("abort", after);
}
