import { pageTitle, stepPath } from "../../core/model/routes.ts";
import type { SceneStory } from "../../core/model/story.ts";
import type { SafeHistory } from "./history.ts";

interface Parts {
  /** Says in `data-opens` which path of the story the page was opened at. */
  readonly ground: HTMLElement;
  /** What comes after the story. */
  readonly after: HTMLElement;
  /** Of the story. */
  readonly title: string;
  readonly deck: string;
}

/**
 * Takes the page's address along with its reader, and its title and canonical address with it, so that what is copied or shared is where the
 * reader is. Called with the number of a step, or of what comes after the last, and a text to keep. What an address asked beyond its path is dropped.
 */
export function createUrlSync(
  story: SceneStory,
  { ground, after, title, deck }: Parts,
  door: SafeHistory,
  view: Window,
): (step: number, text: string) => void {
  const page = view.document;
  const opened = ground.dataset["entryPath"] ?? "";
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
    if (!door.replace(home + path + hash, text)) return;
    page.title = pageTitle(step === undefined || path === "" ? null : step.title, { title, deck });
    if (canonical) canonical.href = published + path;
  };
}

/** Attributes that name files, on the elements that have them. */
const NAMED = [
  ["href", 'a[href]:not([href^="#"]), link[rel*="icon"], link[rel="manifest"]'],
  ["src", "img[src]"],
  ["srcset", "source[srcset]"],
] as const;

/**
 * Writes out in full every relative link of a page, so that it still leads to its file when the page's address is another. What loads
 * late is found by then, too.
 */
export function makeLinksAbsolute(root: ParentNode, base: string): void {
  for (const [name, selector] of NAMED)
    for (const node of root.querySelectorAll(selector)) {
      const link = node.getAttribute(name) ?? "";
      node.setAttribute(name, new URL(link, base).href);
    }
}
