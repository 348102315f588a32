import type { StoryAddress } from "../../core/embed/snippet.ts";
import { EMBED_FILES, type EmbedPage } from "../site/embed-page.ts";
import { addCsp } from "./csp.ts";
import { rebaseLinks } from "./page-shell.ts";

interface Built extends StoryAddress {
  readonly css: string;
  /** Relative to the story's home. */
  readonly script: string;
  /** Writes the `@font-face` rule for a document at a path of the story. */
  readonly face: (path: string) => string;
}

export function writeEmbedDocuments(
  pages: readonly EmbedPage[],
  { home, name, css, script, face }: Built,
): ReadonlyMap<string, string> {
  return new Map(
    pages.map(({ path, root, head, body }): readonly [string, string] => {
      const html = `<!DOCTYPE html>\n<html lang="zh-CN"${root}><head>${head}<style>${css}</style><style>${face(path)}</style></head><body>${body}</body></html>\n`;
      return [
        `${path}index.html`,
        addCsp(rebaseLinks(html.replace(EMBED_FILES.story, script), path), { name, wechat: null }, { home }),
      ];
    }),
  );
}
