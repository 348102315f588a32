import type { Element, Root } from "hast";
import { h } from "hastscript";
import { SONG_FAMILY, songFamily } from "../../core/model/names.ts";
import { buildPage, namedMetas } from "./html.ts";

export function pageCss(css: string, name: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s*\n\s*/g, "")
    .replaceAll(SONG_FAMILY, songFamily(name));
}

/** A page outside the story itself. Its path, links and scripts are relative to the story's home. */
export interface HtmlPage {
  readonly path: string;
  readonly title: string;
  readonly metas: Readonly<Record<string, string>>;
  readonly canonical: string;
  readonly styles: readonly string[];
  /** File that the styles are written to: another page that loads this one would refuse styles within. */
  readonly sheet: string | null;
  readonly scripts: readonly string[];
  /** For the page's CSP: iframes of the story, and content that the page copies to the clipboard. */
  readonly frames: boolean;
  readonly pasted: Element | null;
  readonly main: Element;
}

export function buildHtmlPage({ title, metas, canonical, styles, sheet, scripts, main }: HtmlPage): Root {
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({
      viewport: "width=device-width, initial-scale=1",
      "color-scheme": "light dark",
      "format-detection": "telephone=no",
      ...metas,
    }),
    h("title", title),
    canonical === "" ? null : h("link", { rel: "canonical", href: canonical }),
    h("link", { rel: "icon", href: "icon.svg", type: "image/svg+xml" }),
    ...scripts.map((src) => h("script", { src, defer: true })),
    ...(sheet === null ? styles.map((rules) => h("style", rules)) : [h("link", { rel: "stylesheet", href: sheet })]),
  ];
  return buildPage(head, [main]);
}
