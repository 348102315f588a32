import { type Document, written } from "../page/document.ts";
import { placed } from "./frame.ts";
import { withPolicy } from "./page.ts";

/** The files of pages that are complete in themselves, by name, each with its policy; `face` is the rule of the font for a page in a folder. */
export function documentFiles(
  documents: readonly Document[],
  face: (path: string) => string,
): ReadonlyMap<string, string> {
  return new Map(
    documents.map((document) => {
      const html = written({ ...document, styles: [...document.styles, face(document.path)] });
      return [`${document.path}index.html`, withPolicy(placed(html, document.path))];
    }),
  );
}
