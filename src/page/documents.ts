import type { Story } from "../story/model.ts";
import { codePage } from "./code-page.ts";
import type { Document } from "./document.ts";
import { EDITION, editionFile, editionPage } from "./edition-page.ts";
import { figurePages } from "./figure-page.ts";

/** What is made for other publishers' pages, beside the story's own. */
export interface Documents {
  /** Pages that are complete in themselves. */
  readonly pages: readonly Document[];
  /** The edition for places without style sheets: its file relative to the story's home, and the HTML. */
  readonly edition: { readonly file: string; readonly html: string };
}

/** All of it. `home` is the story's public address, or empty. */
export function documents(story: Story, home: string): Documents {
  return {
    pages: [...figurePages(story, home), codePage(story, home), editionPage(story, home)],
    edition: { file: EDITION.file, html: editionFile(story, home) },
  };
}
