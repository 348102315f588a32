import { pageTitle, stepPath } from "../../core/model/routes.ts";
import type { StoryOutline } from "../../core/model/story.ts";
import type { SafeHistory } from "./history.ts";

interface Parts {
  readonly themeRoot: HTMLElement;
  readonly after: HTMLElement;
  readonly title: string;
  readonly deck: string;
}

/**
 * Keeps URL, title and canonical link at the reader's step, so that copied links lead there. The returned function
 * takes a step index, or the step count for the appendix, and the history state.
 */
export function createUrlSync(
  story: StoryOutline,
  { themeRoot, after, title, deck }: Parts,
  pageHistory: SafeHistory,
  view: Window,
): (step: number, text: string) => void {
  const page = view.document;
  const opened = themeRoot.dataset["entryPath"] ?? "";
  const home = new URL("../".repeat(opened.split("/").length - 1) || "./", page.baseURI).href;
  const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const published = canonical?.href.slice(0, canonical.href.length - opened.length) ?? "";
  let out = false;
  let last = "";

  return (index, text) => {
    const step = story.steps[index];
    const path = step === undefined ? "" : stepPath(step);
    const hash = step === undefined ? `#${(after.querySelector(":target") ?? after).id}` : "";
    const next = `${home}${path}${hash} ${text}`;
    if (next === last) return;
    last = next;
    if (!out) makeLinksAbsolute(page, page.baseURI);
    out = true;
    if (!pageHistory.replace(home + path + hash, text)) return;
    const named = pageTitle(step === undefined || path === "" ? null : step.title, { title, deck });
    if (page.title !== named) page.title = named;
    if (canonical) canonical.href = published + path;
  };
}

const NAMED = [
  ["href", 'a[href]:not([href^="#"]), link[rel*="icon"], link[rel="manifest"]'],
  ["src", "img[src]"],
  ["srcset", "source[srcset]"],
] as const;

/** Makes links absolute, because the page's URL changes. Lazy-loaded images keep working, too. */
function makeLinksAbsolute(root: ParentNode, base: string): void {
  for (const [name, selector] of NAMED)
    for (const node of root.querySelectorAll(selector)) {
      const link = node.getAttribute(name) ?? "";
      node.setAttribute(name, new URL(link, base).href);
    }
}
