import type { Element } from "hast";
import { s } from "hastscript";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { SOUND_TYPES } from "../content/schema.ts";
import { toHtml, toXml } from "./html.ts";
import { portableArticle } from "./portable-article.ts";

export const FEED = { file: "feed.xml", type: "application/atom+xml" } as const;

function moment(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/** Links the recordings, so that readers of podcasts can load them. */
function enclosures({ chapters, site }: Story, home: string): readonly Element[] {
  return site.recordings.map(({ chapter, address }) => {
    const title = chapters.find(({ id }) => id === chapter)?.title;
    const type = SOUND_TYPES[address.replace(/^.*\./, "")];
    return s("link", { rel: "enclosure", type, title, href: new URL(address, home).href });
  });
}

export function atomFeed(story: Illustrated<Story>, home: string): string {
  const { title, deck, description, site } = story;
  const entry = s(
    "entry",
    s("title", `${title} · ${deck}`),
    s("id", home),
    s("link", { href: home }),
    ...enclosures(story, home),
    s("published", moment(site.published)),
    s("updated", moment(site.modified)),
    s("summary", description),
    s("content", { type: "html" }, toHtml(portableArticle(story, home, home))),
  );
  return toXml(
    s(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", xmlLang: "zh-CN" },
      s("title", title),
      s("id", home + FEED.file),
      s("link", { href: home }),
      s("link", { rel: "self", type: FEED.type, href: home + FEED.file }),
      s("updated", moment(site.modified)),
      ...site.authors.map(({ name }) => s("author", s("name", name))),
      entry,
    ),
  );
}
