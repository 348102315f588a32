import { createElement } from "../lib/dom.ts";
import { stickTallText } from "./stick-tall-text.ts";

interface Middle {
  readonly opened: HTMLElement;
  readonly earlier: HTMLElement | null;
}

function middle(themeRoot: HTMLElement, root: ParentNode): Middle | null {
  const opened = root.querySelector<HTMLElement>(".chapters .step");
  const earlier = root.querySelector<HTMLElement>(".steps-before");
  return themeRoot.classList.contains("deep-link") && opened !== null ? { opened, earlier } : null;
}

/** Steps of the opened step's own chapter; those of other chapters are within theirs. */
function ownSteps(part: HTMLElement | null): readonly Element[] {
  return [...(part?.querySelectorAll(":scope > .step") ?? [])];
}

function joinEarlierSteps({ opened, earlier }: Middle, root: ParentNode, again: boolean): void {
  const chapter = opened.parentElement;
  const chapters = chapter?.parentElement;
  chapters?.before(...root.querySelectorAll(".stage, .progress-nav"));
  const own = ownSteps(earlier);
  if (own.length > 0) unname(opened, again);
  chapter?.prepend(...own);
  chapters?.prepend(...(earlier?.children ?? []));
  earlier?.remove();
}

/**
 * Leaves a paragraph in place of the heading on a first visit; a returning reader finds the step at its former height.
 */
function unname(step: HTMLElement, again: boolean): void {
  const name = step.querySelector("h2");
  if (again) {
    name?.remove();
    return;
  }
  name?.replaceWith(createElement(step.ownerDocument, "p", { class: "opening" }, ...name.childNodes));
}

/**
 * Joins the steps after the one that the page opened with, below the window, and lays them out: with those before it
 * they would make one long task. Returns false if the page is not deep-linked.
 */
export function joinLaterSteps(themeRoot: HTMLElement, root: ParentNode): boolean {
  const opened = middle(themeRoot, root)?.opened;
  if (opened === undefined) return false;
  const later = root.querySelector<HTMLElement>(".steps-after");
  const chapter = opened.parentElement;
  chapter?.append(...ownSteps(later));
  chapter?.parentElement?.append(...(later?.children ?? []));
  later?.remove();
  opened.getBoundingClientRect();
  return true;
}

/**
 * Joins the steps before the opened one and keeps the reader at the step's finished picture, or at the place scrolled
 * to since. Returns the place's hash, or an empty string if the page is not deep-linked.
 */
export function completeDeepLinkPage(themeRoot: HTMLElement, root: ParentNode, view: Window, again: boolean): string {
  const found = middle(themeRoot, root);
  if (found === null) return "";
  const { opened, earlier } = found;
  const heading = opened.querySelector("h3") ?? opened;
  const place = opened.querySelector(".place") ?? opened;
  const wanted = earlier?.querySelector(":target") ?? root.querySelector(".cover:target");
  const before = heading.getBoundingClientRect().top;
  joinEarlierSteps(found, root, again);
  for (const link of root.querySelectorAll(".beginning a")) link.setAttribute("href", "#cover");
  // The steps' containers have grown upwards, which the browser would count as a layout shift of their content: the
  // class hides the containers, but not the steps, for two frames.
  themeRoot.classList.replace("deep-link", "deep-link-joined");
  view.requestAnimationFrame(() => view.requestAnimationFrame(() => themeRoot.classList.remove("deep-link-joined")));
  const kept = view.scrollY + heading.getBoundingClientRect().top - before;
  if (themeRoot.classList.contains("enhanced") || wanted !== null)
    (wanted ?? place).scrollIntoView({ block: "start", behavior: "instant" });
  // The other texts' turn comes later; this one is seen, and stands there already.
  const text = opened.querySelector<HTMLElement>(".text");
  if (text !== null) stickTallText(text, view);
  if (wanted === null && view.scrollY < kept) view.scrollTo({ top: kept, behavior: "instant" });
  return wanted === null ? `#${place.id}` : `#${wanted.id}`;
}
