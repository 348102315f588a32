import type { StoryPage } from "../site/render-site.ts";

/** Matches relative URLs, but not fragments, root-relative or absolute URLs. */
const LINK = /( (?:href|src|srcset)=")((?![#/]|[a-z]+:)[^"]*)/g;

export function relativeHome(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

/** Makes the relative links of a page at `path` resolve against the story's home. */
export function rebaseLinks(html: string, path: string): string {
  const way = relativeHome(path);
  if (way === "") return html;
  return html.replace(/<[a-z][^>]*>/g, (tag) =>
    tag.replace(LINK, (_, name: string, link: string) => name + way + link.replace(/^\.\//, "")),
  );
}

export function fillShell(frame: string, { root, head, body }: StoryPage, face: string): string {
  return frame
    .replace('<html lang="zh-CN"', (found) => found + root)
    .replace("<!--head-->", () => `${head}<style>${face}</style>`)
    .replace("<!--body-->", () => body);
}

/** Inlines the built style sheet, so that no other request blocks the first paint. */
export function inlineStylesheet(html: string, css: string): string {
  return html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css.trim()}</style>`);
}
