import type { StoryAddress } from "../../core/embed/snippet.ts";
import { buildHtmlPage, type HtmlPage } from "../site/html-page.ts";
import { toHtml } from "../site/html.ts";
import type { PublisherPages } from "../site/publisher-pages.ts";
import { addCsp, addStyleCsp } from "./csp.ts";
import { rebaseLinks } from "./page-shell.ts";

export function publisherFiles(
  { pages, edition }: PublisherPages,
  address: StoryAddress,
  face: (path: string) => string,
): ReadonlyMap<string, string> {
  const files = pages.flatMap((page) => [...writeHtmlPage(page, address, face)]);
  return new Map([...files, [edition.file, toHtml(addStyleCsp(edition.page))]]);
}

/** Writes a page, and its style sheet where it has one, as files of the site. */
export function writeHtmlPage(
  page: HtmlPage,
  { home, name }: StoryAddress,
  face: (path: string) => string,
): ReadonlyMap<string, string> {
  const styles = [...page.styles, face(page.path)];
  const built = rebaseLinks(buildHtmlPage({ ...page, styles }), page.path);
  const html = toHtml(addCsp(built, { name, wechat: null }, { ...page, home }));
  return new Map([
    [`${page.path}index.html`, html],
    ...(page.sheet === null ? [] : [[page.sheet, styles.join("")] as const]),
  ]);
}
