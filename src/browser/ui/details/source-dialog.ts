import { factCardFile } from "../../../core/model/files.ts";
import { BACK_LABEL, CLOSE_LABEL, SHARE_LABEL, SOURCE_LABEL, TERM_LABEL } from "../../../core/model/strings.ts";
import { afterPaint, type Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import { stopBackgroundScroll } from "../background-scroll.ts";
import type { FactEntries } from "./fact-entries.ts";
import { sourceDetails } from "./source-details.ts";

const GAP = 12;

const OPENERS = 'a[href*="#fact-"], a[href*="#term-"]';

function beside(dialog: HTMLElement, { left, right, top, bottom }: DOMRect, view: Window): void {
  const below = view.innerHeight - bottom > top;
  dialog.style.setProperty("--x", `${(left + right) / 2}px`);
  dialog.style.setProperty("--top", below ? `${bottom + GAP}px` : "auto");
  dialog.style.setProperty("--bottom", below ? "auto" : `${view.innerHeight - top + GAP}px`);
  dialog.style.setProperty("--room", `${(below ? view.innerHeight - bottom : top) - 2 * GAP}px`);
}

/**
 * Closes on the platform's back gesture, too, and adds no history entry. Without it, or if the entries do not load, the
 * links work as links.
 */
export function createSourceDialog(
  root: ParentNode & EventTarget,
  place: HTMLElement,
  themeRoot: HTMLElement,
  entries: FactEntries,
  mount: Mount,
): void {
  const { view, signal } = mount;
  const page = place.ownerDocument;
  const sheet = createElement(page, "div", { class: "sheet", tabindex: "0" });
  const back = createElement(page, "button", { type: "button", class: "back" }, BACK_LABEL);
  const card = createElement(page, "a", {}, SHARE_LABEL);
  const close = createElement(page, "button", { type: "button", class: "close" }, CLOSE_LABEL);
  const dialog = createElement(
    page,
    "dialog",
    { class: "source-dialog" },
    sheet,
    createElement(page, "p", { class: "buttons" }, back, card, close),
  );
  let trail: readonly HTMLElement[] = [];
  let opener: HTMLElement | null = null;
  /** Link that was pressed, until the dialog is open. */
  let waiting: HTMLElement | null = null;
  let restoreScroll = (): void => undefined;
  place.append(dialog);

  function fill(next: readonly HTMLElement[]): void {
    const target = next.at(-1);
    if (target === undefined) return;
    trail = next;
    sheet.replaceChildren(...sourceDetails(target));
    dialog.dataset["about"] = target.matches("dt") ? TERM_LABEL : SOURCE_LABEL;
    back.hidden = next.length < 2;
    offer(target);
    dialog.setAttribute("aria-label", `${SOURCE_LABEL}：${sheet.querySelector(".what")?.textContent ?? ""}`);
  }

  function focusTop(): void {
    sheet.scrollTop = 0;
    sheet.focus({ preventScroll: true });
  }

  function read(next: readonly HTMLElement[]): void {
    fill(next);
    focusTop();
  }

  /** Takes the story's home from the page's own share links. */
  function offer({ id, dataset }: HTMLElement): void {
    card.hidden = dataset["card"] === undefined;
    if (card.hidden) return;
    card.dataset["share"] = id;
    const known = root.querySelector<HTMLAnchorElement>("a[data-share]");
    card.href = new URL(`../${factCardFile({ id: id.slice("fact-".length) })}.png`, known?.href ?? page.baseURI).href;
  }

  function open(event: Event): void {
    if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest<HTMLAnchorElement>(OPENERS);
    if (link === null || typeof dialog.showModal !== "function") return;
    const fragment = link.hash.slice(1);
    const target = entries.find(fragment);
    if (target === null && entries.isLoaded()) return;
    event.preventDefault();
    if (target !== null && dialog.open) return read([...trail, target]);
    waiting?.classList.remove("pressed");
    waiting = link;
    // A dialog makes the page inert: its style takes a slow phone longer than an answer may. The mark comes before it.
    link.classList.add("pressed");
    if (target !== null) return afterPaint(mount, () => showPressed(link, target));
    void entries.load().then(() => {
      const found = entries.find(fragment);
      if (found === null && waiting === link && !signal.aborted) view.location.assign(link.href);
      else showPressed(link, found);
    });
  }

  function showPressed(link: HTMLElement, target: HTMLElement | null): void {
    link.classList.remove("pressed");
    if (signal.aborted || waiting !== link || target === null) return;
    waiting = null;
    if (dialog.open) return read([...trail, target]);
    opener = link;
    beside(dialog, link.getBoundingClientRect(), view);
    fill([target]);
    restoreScroll = stopBackgroundScroll(themeRoot, view);
    dialog.showModal();
    focusTop();
  }

  function closed(): void {
    restoreScroll();
    opener?.focus({ preventScroll: true });
  }

  function outside(event: Event): void {
    if (event.target === dialog) dialog.close();
  }

  back.addEventListener("click", () => read(trail.slice(0, -1)));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", outside);
  dialog.addEventListener("close", closed);
  root.addEventListener("click", open, { signal });
  signal.addEventListener("abort", () => {
    if (dialog.open) closed();
    dialog.remove();
  });
}
