import { element, escapeHtml } from "../../core/lib/html.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { portableArticle } from "./portable-article.ts";

export const FEED = { file: "feed.xml", type: "application/atom+xml" } as const;

function moment(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/** Writes an Atom feed with one entry: the portable article. `home` is the public URL. */
export function atomFeed(story: Illustrated<Story>, home: string): string {
  const { title, deck, description, site } = story;
  const text = (name: string, content: string): string => element(name, {}, escapeHtml(content));
  const entry = element(
    "entry",
    {},
    text("title", `${title} · ${deck}`),
    text("id", home),
    element("link", { href: home }),
    text("published", moment(site.published)),
    text("updated", moment(site.modified)),
    text("summary", description),
    element("content", { type: "html" }, escapeHtml(portableArticle(story, home, home))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "zh-CN" },
    text("title", title),
    text("id", `${home}${FEED.file}`),
    element("link", { href: home }),
    element("link", { rel: "self", type: FEED.type, href: home + FEED.file }),
    text("updated", moment(site.modified)),
    ...site.authors.map(({ name }) => element("author", {}, text("name", name))),
    entry,
  )}\n`;
}
