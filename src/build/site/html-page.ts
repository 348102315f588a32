import { element, escapeHtml, voidElement } from "../../core/lib/html.ts";
import { SONG_FAMILY, songFamily } from "../../core/model/names.ts";

/** Minifies a style sheet for a story of this name. */
export function pageCss(css: string, name: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s*\n\s*/g, "")
    .replaceAll(SONG_FAMILY, songFamily(name));
}

/** A page outside the story itself. Its links are relative to the story's home. */
export interface HtmlPage {
  /** Folder relative to the story's home, with a trailing slash. */
  readonly path: string;
  readonly title: string;
  readonly metas: Readonly<Record<string, string>>;
  /** Canonical URL; empty for none. */
  readonly canonical: string;
  readonly styles: readonly string[];
  /** URLs of classic scripts, relative to the story's home. */
  readonly scripts: readonly string[];
  /** True when the page has iframes of the story, for its CSP. */
  readonly frames: boolean;
  /** HTML that the page copies to the clipboard, for its CSP; empty for none. */
  readonly pasted: string;
  readonly body: string;
}

/** Writes the page without its CSP, which the build inserts. */
export function renderHtmlPage({ title, metas, canonical, styles, scripts, body }: HtmlPage): string {
  const head = [
    voidElement("meta", { charset: "utf-8" }),
    ...Object.entries({
      viewport: "width=device-width, initial-scale=1",
      "color-scheme": "light dark",
      "format-detection": "telephone=no",
      ...metas,
    }).map(([name, content]) => voidElement("meta", { name, content })),
    element("title", {}, escapeHtml(title)),
    canonical === "" ? "" : voidElement("link", { rel: "canonical", href: canonical }),
    voidElement("link", { rel: "icon", href: "icon.svg", type: "image/svg+xml" }),
    ...scripts.map((src) => element("script", { src, defer: true })),
    ...styles.map((rules) => element("style", {}, rules)),
  ];
  return `<!DOCTYPE html>\n${element(
    "html",
    { lang: "zh-CN" },
    element("head", {}, ...head),
    element("body", {}, body),
  )}\n`;
}
