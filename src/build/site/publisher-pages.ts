import type { Story } from "../../core/model/story.ts";
import { embedBuilderPage } from "./embed-builder-page.ts";
import { figurePages } from "./figure-page.ts";
import type { HtmlPage } from "./html-page.ts";
import { PORTABLE_ARTICLE, portableArticleFile, portableArticlePage } from "./portable-article-page.ts";

/** What is made for other publishers' pages, beside the story's own. */
export interface PublisherPages {
  /** Pages that are complete in themselves. */
  readonly pages: readonly HtmlPage[];
  /** The edition for places without style sheets: its file relative to the story's home, and the HTML. */
  readonly edition: { readonly file: string; readonly html: string };
}

/** All of it. `home` is the story's public address, or empty. */
export function publisherPages(story: Story, home: string): PublisherPages {
  return {
    pages: [...figurePages(story, home), embedBuilderPage(story, home), portableArticlePage(story, home)],
    edition: { file: PORTABLE_ARTICLE.file, html: portableArticleFile(story, home) },
  };
}
