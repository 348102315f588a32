import type { StoryAddress } from "../../core/embed/snippet.ts";
import { buildHtmlPage } from "../site/html-page.ts";
import { toHtml } from "../site/html.ts";
import type { PublisherPages } from "../site/publisher-pages.ts";
import { addCsp, addStyleCsp } from "./csp.ts";
import { rebaseLinks } from "./page-shell.ts";

export function publisherFiles(
  { pages, edition }: PublisherPages,
  { home, name }: StoryAddress,
  face: (path: string) => string,
): ReadonlyMap<string, string> {
  const files = pages.map((page): readonly [string, string] => {
    const built = rebaseLinks(buildHtmlPage({ ...page, styles: [...page.styles, face(page.path)] }), page.path);
    return [`${page.path}index.html`, toHtml(addCsp(built, { name, wechat: null }, { ...page, home }))];
  });
  return new Map([...files, [edition.file, toHtml(addStyleCsp(edition.page))]]);
}
