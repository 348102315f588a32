import type { SceneStory } from "../../core/model/story.ts";
import type { EmbedPage } from "../site/embed-page.ts";
import { type NodeMapper, parseHtmlTree } from "./html-tree.ts";
import { toShadowCss } from "./shadow-css.ts";

/** In another's article the story's headings stand below the article's own, and its main part is a part. */
const RENAMED: Readonly<Record<string, string>> = { main: "article" };
const LEVELS: Readonly<Record<string, string>> = { h1: "2", h2: "3", h3: "4" };

/** What a story within another's page leaves out: pictures are drawn there, not loaded, the first one not even carried along. */
const guest: NodeMapper = (name, { "data-card": _, loading: __, ...attributes }) => {
  if (name === "picture") return null;
  const { href = "#" } = attributes;
  const level = LEVELS[name];
  return {
    name: RENAMED[name] ?? name,
    attributes: {
      ...attributes,
      ...(level === undefined ? {} : { "aria-level": level }),
      ...(name === "a" && !href.startsWith("#") ? { target: "_blank", rel: "noopener" } : {}),
    },
    bare: name === "g",
  };
};

/** The styles in a head's markup. */
function styles(head: string): string {
  return [...head.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = ""]) => style).join("");
}

interface Parts {
  readonly lean: SceneStory;
  /** The whole story's embed document. */
  readonly page: EmbedPage;
  /** The page's own style sheet, built. */
  readonly css: string;
  readonly font: Uint8Array;
}

/** The module `virtual:inline`, as code. */
export function inlineModule({ lean, page, css, font }: Parts): string {
  const parts = {
    story: lean,
    tree: parseHtmlTree(page.body, guest),
    css: toShadowCss(css + styles(page.head)),
    font: Buffer.from(font).toString("base64"),
  };
  return Object.entries(parts)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join("");
}
