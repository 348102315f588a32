import type { StoryPage } from "../site/render-site.ts";

/** An attribute that may name a file of the story: not a place in the page, an address from the host's root or another host's. */
const LINK = /( (?:href|src|srcset)=")((?![#/]|[a-z]+:)[^"]*)/g;

/** The way from a page to the story's home: `../` for every folder of its path. */
export function relativeHome(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

/** Makes the links of a page that lies in `path` lead from there to the story's home. */
export function rebaseLinks(html: string, path: string): string {
  const way = relativeHome(path);
  if (way === "") return html;
  return html.replace(/<[a-z][^>]*>/g, (tag) =>
    tag.replace(LINK, (_, name: string, link: string) => name + way + link.replace(/^\.\//, "")),
  );
}

/** A page of the story in the frame of `index.html`; `face` is the style rule of its font. */
export function fillShell(frame: string, { root, head, body }: StoryPage, face: string): string {
  return frame
    .replace('<html lang="zh-CN"', (found) => found + root)
    .replace("<!--head-->", () => `${head}<style>${face}</style>`)
    .replace("<!--body-->", () => body);
}

/** Moves a built style sheet into the page: nothing then blocks the first paint but the page itself. */
export function inlineStylesheet(html: string, css: string): string {
  return html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css.trim()}</style>`);
}
