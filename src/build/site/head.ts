import type { Element } from "hast";
import { h } from "hastscript";
import { toHex } from "../../core/lib/color.ts";
import type { Theme } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { FEED } from "./feed.ts";
import { namedMetas } from "./html.ts";
import { OEMBED_TYPE, oembedFile } from "./oembed.ts";
import { CARD_TYPE, type Route } from "./routes.ts";
import { structuredData } from "./structured-data.ts";

type Tags = Readonly<Record<string, string>>;

function metas(key: "property" | "itemprop", tags: Tags): readonly Element[] {
  return Object.entries(tags).map(([name, content]) => h("meta", { [key]: name, content }));
}

function themeColour(day: string, night: string): readonly Element[] {
  if (day === night) return namedMetas({ "theme-color": day });
  return [["light", day] as const, ["dark", night] as const].map(([scheme, content]) =>
    h("meta", { name: "theme-color", media: `(prefers-color-scheme: ${scheme})`, content }),
  );
}

function absolute({ path, card }: Route, home: string): { readonly og: Tags; readonly item: Tags } {
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

function absoluteLinks({ path, title }: Route, home: string): readonly Element[] {
  if (home === "") return [];
  const feed = h("link", { rel: "alternate", type: FEED.type, href: home + FEED.file });
  return [
    h("link", { rel: "canonical", href: home + path }),
    h("link", { rel: "alternate", type: OEMBED_TYPE, href: home + oembedFile(path), title }),
    ...(path === "" ? [feed] : []),
  ];
}

export function buildHead(
  story: Illustrated<Story>,
  address: Route,
  { home, elevation }: { home: string; elevation: number },
): readonly Element[] {
  const { title, description } = address;
  const background = (theme: Theme): string => toHex(story.config.paletteAt(elevation, theme).background);
  const { og, item } = absolute(address, home);
  return [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({
      viewport: "width=device-width, initial-scale=1, viewport-fit=cover",
      "color-scheme": "light dark",
      "format-detection": "telephone=no",
    }),
    ...themeColour(background("day"), background("night")),
    h("title", title),
    ...namedMetas({ description }),
    ...absoluteLinks(address, home),
    ...metas("property", {
      "og:type": "article",
      "og:site_name": story.site.publisher,
      "og:locale": "zh_CN",
      "og:title": title,
      "og:description": description,
      ...og,
    }),
    ...namedMetas({ "twitter:card": home === "" ? "summary" : "summary_large_image" }),
    ...(story.site.fediverse === "" ? [] : namedMetas({ "fediverse:creator": story.site.fediverse })),
    ...metas("itemprop", { name: title, description, ...item }),
    h("link", { rel: "icon", href: "favicon.ico", sizes: "32x32" }),
    h("link", { rel: "icon", href: "icon.svg", type: "image/svg+xml" }),
    h("link", { rel: "apple-touch-icon", href: "apple-touch-icon.png" }),
    h("link", { rel: "manifest", href: "manifest.webmanifest" }),
    h("script", { type: "application/ld+json" }, structuredData(address, story.site, home)),
  ];
}
