import type { Element } from "hast";
import type { SceneCatalog, Story, StoryOutline } from "../../core/model/story.ts";
import { toClientStory } from "../content/client-story.ts";
import type { EmbedPage } from "../site/embed-page.ts";
import { textOf } from "../site/html.ts";
import { type TagMapper, toElementTuples } from "./element-tuples.ts";
import { toShadowCss } from "./shadow-css.ts";

/** In the host's article the story's headings rank below the article's own, and `main` must not occur twice. */
const RENAMED: Readonly<Record<string, string>> = { main: "article" };
const LEVELS: Readonly<Record<string, string>> = { h1: "2", h2: "3", h3: "4" };

/**
 * Leaves out the still pictures and the prerendered first picture: the script draws them. Links to other pages open a
 * new tab.
 */
const guest: TagMapper = ({ name, attributes: { "data-card": _, loading: __, ...attributes } }) => {
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

function styles(head: readonly Element[]): string {
  return head.map((element) => (element.tagName === "style" ? textOf(element) : "")).join("");
}

interface Parts {
  readonly lean: StoryOutline;
  readonly page: EmbedPage;
  readonly css: string;
  readonly font: Uint8Array;
}

export function inlineModule({ lean, page, css, font }: Parts): string {
  const parts = {
    tree: toElementTuples(page.main, guest),
    css: toShadowCss(css + styles(page.head)),
    font: Buffer.from(font).toString("base64"),
  };
  const assets = Object.entries(parts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
  return [outlineModule(lean), ...assets].join("\n");
}

/** Writes the source of `virtual:story`. */
export function storyModule(story: Story, scenes: SceneCatalog): string {
  return `export default ${JSON.stringify(toClientStory(story, scenes))};`;
}

/** Writes the part of `virtual:page` that a page needs to move through its story. */
export function outlineModule({ steps }: StoryOutline): string {
  const outline = { steps: steps.map(({ id, chapter, pace, title }) => ({ id, chapter, pace, title })) };
  return `export const outline = ${JSON.stringify(outline)};`;
}

/**
 * Writes the source of `virtual:page`. Imports the WeChat code only when the site configures it, so that other builds
 * do not include it. `root` is the project's folder.
 */
export function pageModule(story: Story, root: string): string {
  const { wechat } = story.site;
  const gate = JSON.stringify(`${root}/src/browser/ui/share/wechat-loader.ts`);
  return [
    outlineModule(story),
    wechat === null
      ? "export const wechat = null;"
      : `import { loadWeChatWhenIdle } from ${gate}; export const wechat = (view) => loadWeChatWhenIdle(${JSON.stringify(wechat)}, view);`,
  ].join("\n");
}
