import type { Page } from "@playwright/test";
import type { Host } from "../embed/hosts/template.ts";

/** Console messages and errors of a host's page. */
export interface HostLog {
  readonly faults: readonly string[];
  /** Messages that the host itself causes, as its row says. */
  readonly expected: readonly string[];
}

/** Collects what a host's page logs from now on. */
export function watchLog(page: Page, { logged }: Host): HostLog {
  const [faults, expected]: [string[], string[]] = [[], []];
  const note = (text: string, from = ""): void => {
    // Firefox asks for a picture that the host's own policy forbids.
    if (text.includes("/favicon.ico")) return;
    if (logged?.test(text) === true) expected.push(text);
    else faults.push(`${text} ${from}`);
  };
  page.on("pageerror", ({ message }) => note(message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) note(message.text(), message.location().url);
  });
  return { faults, expected };
}

/** Everything in a host's page that no embed may change. */
export function ownState(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    names: Object.keys(window).filter((name) => !/^\d+$/.test(name)),
    sheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    styles: [document.documentElement, document.body, ...document.querySelectorAll("article, h1, p:first-of-type")].map(
      (node) => {
        const { color, fontSize, lineHeight, overflow, position, transform, width } = getComputedStyle(node);
        const { left } = node.getBoundingClientRect();
        return [color, fontSize, lineHeight, overflow, position, transform, width, left, node.getAttribute("style")];
      },
    ),
  }));
}

/** Runs in a host's page, in any engine: lets what the host does later happen. */
export function happenLater(): void {
  dispatchEvent(new Event("later"));
}

export interface FigureParts {
  readonly link: boolean;
  /** Number of frames that can be seen. */
  readonly frames: number;
}

/**
 * Runs in a host's page, in any engine: tells what of the figure can be seen once the loader, where the page has one, has looked for figures
 * and asked for their frames.
 */
export async function figureParts(): Promise<FigureParts> {
  const loads = document.querySelector('script[src*="loader.js"]') !== null;
  const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
  // The loader marks the document with the name of its story.
  while (loads && !["anyuan", "harbour"].some((name) => name in document)) await frame();
  // The loader looks with the next frame, and asks with the one after.
  for (let frames = 0; frames < 4; frames += 1) await frame();
  const seen = (element: Element): boolean =>
    getComputedStyle(element).visibility === "visible" && element.getClientRects().length > 0;
  const link = document.querySelector("figure a");
  return { link: link !== null && seen(link), frames: [...document.querySelectorAll("iframe")].filter(seen).length };
}
