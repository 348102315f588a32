import { element, escapeHtml, voidElement } from "../../core/lib/html.ts";

/** A style sheet as it stands in a page: without comments and line breaks. */
export function minifyCss(css: string): string {
  return css.replace(/\/\*.*?\*\//gs, "").replace(/\s*\n\s*/g, "");
}

/** A page that is complete in itself, not one of the story's readings. Its links are relative to the story's home. */
export interface HtmlPage {
  /** The folder it lies in, relative to the story's home, with `/` at its end. */
  readonly path: string;
  readonly title: string;
  /** Tags by name. */
  readonly metas: Readonly<Record<string, string>>;
  /** Of the story that it belongs to; empty where there is no public address. */
  readonly canonical: string;
  /** Rules of its style sheets, in order. */
  readonly styles: readonly string[];
  /** Classic scripts, relative to the story's home. */
  readonly scripts: readonly string[];
  /** Whether it shows documents of the story in frames. */
  readonly frames: boolean;
  /** HTML that it hands to the clipboard, or empty. */
  readonly pasted: string;
  /** Markup. */
  readonly body: string;
}

/** The page as HTML, without its policy and its font. */
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
