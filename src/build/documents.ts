import { written } from "../page/document.ts";
import type { Documents } from "../page/documents.ts";
import { placed } from "./frame.ts";
import { withPolicy, withStylePolicy } from "./page.ts";

/**
 * The files of what is made for other publishers' pages, by name, each with its policy; `home` is the story's public address or empty,
 * `face` the rule of the font for a page in a folder.
 */
export function documentFiles(
  { pages, edition }: Documents,
  home: string,
  face: (path: string) => string,
): ReadonlyMap<string, string> {
  const files = pages.map((page): readonly [string, string] => {
    const html = written({ ...page, styles: [...page.styles, face(page.path)] });
    return [`${page.path}index.html`, withPolicy(placed(html, page.path), null, { ...page, home })];
  });
  return new Map([...files, [edition.file, withStylePolicy(edition.html)]]);
}
