import type { Root } from "hast";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { embedBuilderPage } from "./embed-builder-page.ts";
import { factsPage } from "./facts-page.ts";
import { figurePages } from "./figure-page.ts";
import type { HtmlPage } from "./html-page.ts";
import { PORTABLE_ARTICLE, portableArticleFile, portableArticlePage } from "./portable-article-page.ts";

export interface PublisherPages {
  readonly pages: readonly HtmlPage[];
  readonly edition: { readonly file: string; readonly page: Root };
}

/** Builds every page but the story's own: those for other publishers, and the page of facts. */
export function publisherPages(story: Illustrated<Story>, home: string): PublisherPages {
  return {
    pages: [
      factsPage(story, home),
      ...figurePages(story, home),
      embedBuilderPage(story, home),
      portableArticlePage(story, home),
    ],
    edition: { file: PORTABLE_ARTICLE.file, page: portableArticleFile(story, home) },
  };
}
