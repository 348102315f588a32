import { EMBED_FILES, type EmbedPage } from "../site/embed-page.ts";
import { addCsp } from "./csp.ts";
import { rebaseLinks } from "./page-shell.ts";

/** All that a build puts into an embed document. */
interface Built {
  /** The story's public address, or empty. */
  readonly home: string;
  /** The style sheet of the documents. */
  readonly css: string;
  /** Address of their script relative to the story's home. */
  readonly script: string;
  /** The style rule of the page's font, for a document at a path of the story. */
  readonly face: (path: string) => string;
}

/** Writes the embed documents, each with its policy, by their file. */
export function writeEmbedDocuments(
  pages: readonly EmbedPage[],
  { home, css, script, face }: Built,
): ReadonlyMap<string, string> {
  return new Map(
    pages.map(({ path, root, head, body }): readonly [string, string] => {
      const html = `<!DOCTYPE html>\n<html lang="zh-CN"${root}><head>${head}<style>${css}</style><style>${face(path)}</style></head><body>${body}</body></html>\n`;
      return [`${path}index.html`, addCsp(rebaseLinks(html.replace(EMBED_FILES.story, script), path), null, { home })];
    }),
  );
}
