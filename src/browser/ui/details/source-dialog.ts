import { sourceDetails } from "./source-details.ts";

/** Space between a number and the slip that opens beside it, px. */
const GAP = 12;

/** The links that open a slip: to a figure's row or a term's entry. */
const OPENERS = 'a[href^="#fact-"], a[href^="#term-"]';

function button(page: Document, name: string, words: string, press: () => void): HTMLButtonElement {
  const made = page.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}

/** Tells the style where the number is, so that on a wide screen the slip can lie beside it: above or below, where there is more room. */
function beside(dialog: HTMLElement, { left, right, top, bottom }: DOMRect, view: Window): void {
  const below = view.innerHeight - bottom > top;
  dialog.style.setProperty("--x", `${(left + right) / 2}px`);
  dialog.style.setProperty("--top", below ? `${bottom + GAP}px` : "auto");
  dialog.style.setProperty("--bottom", below ? "auto" : `${view.innerHeight - top + GAP}px`);
  dialog.style.setProperty("--room", `${(below ? view.innerHeight - bottom : top) - 2 * GAP}px`);
}

/**
 * Opens what stands behind a number or a term in a slip, without leaving the place: a modal dialog, which the browser closes at Escape or
 * at the platform's own gesture and which adds nothing to the history. A number within a slip opens in the same slip, with a way back.
 * `ground` is marked while it is open. The slip repeats the row or entry that the link leads to, so without this the link works as a link. Returns its undo.
 */
export function createSourceDialog(
  root: ParentNode & EventTarget,
  place: HTMLElement,
  ground: HTMLElement,
  view: Window,
): () => void {
  const page = place.ownerDocument;
  const dialog = page.createElement("dialog");
  dialog.className = "source-dialog";
  const sheet = page.createElement("div");
  sheet.className = "sheet";
  sheet.tabIndex = 0;
  const buttons = page.createElement("p");
  buttons.className = "buttons";
  /** What is open, the way back below it. */
  let trail: readonly HTMLElement[] = [];
  let opener: HTMLElement | null = null;
  const back = button(page, "back", "返回", () => read(trail.slice(0, -1)));
  const card = page.createElement("a");
  card.textContent = "分享";
  buttons.append(
    back,
    card,
    button(page, "close", "收起", () => dialog.close()),
  );
  dialog.append(sheet, buttons);
  place.append(dialog);

  function read(next: readonly HTMLElement[]): void {
    const target = next.at(-1);
    if (target === undefined) return;
    trail = next;
    sheet.replaceChildren(...sourceDetails(target));
    dialog.dataset["about"] = target.matches("dt") ? "名词" : "出处";
    sheet.scrollTop = 0;
    back.hidden = next.length < 2;
    offer(target);
    dialog.setAttribute("aria-label", `出处:${sheet.querySelector(".what")?.textContent ?? ""}`);
    sheet.focus({ preventScroll: true });
  }

  /** The way to a figure's card, where it has one; links that the page came with tell where the story's home is. */
  function offer({ id, dataset }: HTMLElement): void {
    const file = dataset["card"];
    card.hidden = file === undefined;
    if (file === undefined) return;
    card.dataset["share"] = id;
    const known = root.querySelector<HTMLAnchorElement>("a[data-share]");
    card.href = new URL(`../${file}`, known?.href ?? page.baseURI).href;
  }

  function open(event: Event): void {
    if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest<HTMLElement>(OPENERS);
    const target = link && root.querySelector<HTMLElement>(link.getAttribute("href") ?? "");
    if (!target || typeof dialog.showModal !== "function") return;
    event.preventDefault();
    if (dialog.open) return read([...trail, target]);
    opener = link;
    beside(dialog, link.getBoundingClientRect(), view);
    const barred = page.documentElement.clientWidth < view.innerWidth;
    ground.classList.add(barred ? "dialog-open-scrollbar" : "dialog-open");
    dialog.showModal();
    read([target]);
  }

  function closed(): void {
    ground.classList.remove("dialog-open", "dialog-open-scrollbar");
    opener?.focus({ preventScroll: true });
  }

  function outside(event: Event): void {
    if (event.target === dialog) dialog.close();
  }

  dialog.addEventListener("click", outside);
  dialog.addEventListener("close", closed);
  root.addEventListener("click", open);
  return () => {
    root.removeEventListener("click", open);
    if (dialog.open) closed();
    dialog.remove();
  };
}
