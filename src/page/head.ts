import { hex } from "../picture/colour.ts";
import { groundColour } from "../picture/palette.ts";
import { FEED } from "../publish/feed.ts";
import { OEMBED_TYPE, oembedFile } from "../publish/oembed.ts";
import type { Story } from "../story/model.ts";
import { type Address, CARD_TYPE } from "./addresses.ts";
import { element, empty, escape } from "../draw/html.ts";
import { linkedData } from "./linked-data.ts";

/** Tags by name; nothing is written where there is nothing to say. */
type Tags = Readonly<Record<string, string>>;

function metas(key: "name" | "property" | "itemprop", tags: Tags): string {
  return Object.entries(tags)
    .map(([name, content]) => empty("meta", { [key]: name, content }))
    .join("");
}

/** The colour of a browser's own bars: the ground's. */
function themeColour(ground: number): string {
  const [day, night] = [hex(groundColour(ground, "day")), hex(groundColour(ground, "night"))];
  if (day === night) return metas("name", { "theme-color": day });
  return [["light", day] as const, ["dark", night] as const]
    .map(([scheme, content]) =>
      empty("meta", { name: "theme-color", media: `(prefers-color-scheme: ${scheme})`, content }),
    )
    .join("");
}

/** Tags that need an absolute address: of platforms that read Open Graph, and of those that read microdata. */
function absolute({ path, card }: Address, home: string): { readonly og: Tags; readonly item: Tags } {
  if (home === "") return { og: {}, item: {} };
  const { wide, square, alt } = card;
  return {
    og: {
      "og:url": home + path,
      "og:image": home + wide.file,
      "og:image:type": CARD_TYPE,
      "og:image:width": String(wide.width),
      "og:image:height": String(wide.height),
      "og:image:alt": alt,
    },
    item: { image: home + square.file },
  };
}

/** Title, description and all that a link to a page is shown by. `home` is the story's public address, or empty; `ground` is the height of the page's first ground. */
export function head(story: Story, address: Address, { home, ground }: { home: string; ground: number }): string {
  const { title, description, path } = address;
  const { og, item } = absolute(address, home);
  return [
    empty("meta", { charset: "utf-8" }),
    metas("name", {
      viewport: "width=device-width, initial-scale=1, viewport-fit=cover",
      "color-scheme": "light dark",
      "format-detection": "telephone=no",
    }),
    themeColour(ground),
    element("title", {}, escape(title)),
    metas("name", { description }),
    home === "" ? "" : empty("link", { rel: "canonical", href: home + path }),
    home === "" ? "" : empty("link", { rel: "alternate", type: OEMBED_TYPE, href: home + oembedFile(path), title }),
    home === "" || path !== "" ? "" : empty("link", { rel: "alternate", type: FEED.type, href: home + FEED.file }),
    metas("property", {
      "og:type": "article",
      "og:site_name": story.site.publisher,
      "og:locale": "zh_CN",
      "og:title": title,
      "og:description": description,
      ...og,
    }),
    metas("name", { "twitter:card": home === "" ? "summary" : "summary_large_image" }),
    metas("itemprop", { name: title, description, ...item }),
    empty("link", { rel: "icon", href: "favicon.ico", sizes: "32x32" }),
    empty("link", { rel: "icon", href: "icon.svg", type: "image/svg+xml" }),
    empty("link", { rel: "apple-touch-icon", href: "apple-touch-icon.png" }),
    empty("link", { rel: "manifest", href: "manifest.webmanifest" }),
    element("script", { type: "application/ld+json" }, linkedData(address, story.site, home)),
  ].join("");
}
