import { asked } from "./attributes.ts";
import { framed } from "./framed.ts";
import { inlined } from "./inlined.ts";
import { VERSION } from "./protocol.ts";

const FILE = "embed/v1/loader.js";
/** Marks a page whose figures are looked after: a second loader leaves them alone. */
const SIGN = Symbol.for(VERSION);

/** Makes every figure of the page that asks for the story into it, those that come later too; what leaves the page ends. */
function load(home: string): void {
  /** The figures that are looked after, and how to end that. */
  const figures = new Map<HTMLElement, (() => void) | undefined>();

  function upgrade(figure: HTMLElement): void {
    figures.get(figure)?.();
    const want = asked(figure.dataset, figure.clientWidth);
    const frame = (): void =>
      void figures.set(
        figure,
        framed(figure, home, want, () => upgrade(figure)),
      );
    figures.set(figure, undefined);
    if (want.mode === "inline" && !want.step) figures.set(figure, inlined(figure, home, want, frame));
    else if (want.mode !== "static") frame();
  }

  function look(): void {
    for (const [figure, stop] of figures)
      if (!figure.isConnected) {
        stop?.();
        figures.delete(figure);
      }
    for (const figure of document.querySelectorAll<HTMLElement>("figure[data-anyuan]"))
      if (!figures.has(figure)) upgrade(figure);
  }

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
}

const src = document.currentScript?.getAttribute("src") ?? "";
const [home, rest] = new URL(src, document.baseURI).href.split(FILE);
if (home && rest !== undefined && !Reflect.has(document, SIGN)) {
  Reflect.set(document, SIGN, true);
  load(home);
}
