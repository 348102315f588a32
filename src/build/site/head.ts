import { toHex } from "../../core/lib/color.ts";
import { element, escapeHtml, voidElement } from "../../core/lib/html.ts";
import type { Theme } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { FEED } from "./feed.ts";
import { OEMBED_TYPE, oembedFile } from "./oembed.ts";
import { CARD_TYPE, type Route } from "./routes.ts";
import { structuredData } from "./structured-data.ts";

type Tags = Readonly<Record<string, string>>;

function metas(key: "name" | "property" | "itemprop", tags: Tags): string {
  return Object.entries(tags)
    .map(([name, content]) => voidElement("meta", { [key]: name, content }))
    .join("");
}

function themeColour(day: string, night: string): string {
  if (day === night) return metas("name", { "theme-color": day });
  return [["light", day] as const, ["dark", night] as const]
    .map(([scheme, content]) =>
      voidElement("meta", { name: "theme-color", media: `(prefers-color-scheme: ${scheme})`, content }),
    )
    .join("");
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

/** Writes a page's head. `home` is the public URL, or empty; `elevation` (0–1) is that of its first picture. */
export function headHtml(
  story: Illustrated<Story>,
  address: Route,
  { home, elevation }: { home: string; elevation: number },
): string {
  const { title, description, path } = address;
  const background = (theme: Theme): string => toHex(story.config.paletteAt(elevation, theme).background);
  const { og, item } = absolute(address, home);
  return [
    voidElement("meta", { charset: "utf-8" }),
    metas("name", {
      viewport: "width=device-width, initial-scale=1, viewport-fit=cover",
      "color-scheme": "light dark",
      "format-detection": "telephone=no",
    }),
    themeColour(background("day"), background("night")),
    element("title", {}, escapeHtml(title)),
    metas("name", { description }),
    home === "" ? "" : voidElement("link", { rel: "canonical", href: home + path }),
    home === ""
      ? ""
      : voidElement("link", { rel: "alternate", type: OEMBED_TYPE, href: home + oembedFile(path), title }),
    home === "" || path !== ""
      ? ""
      : voidElement("link", { rel: "alternate", type: FEED.type, href: home + FEED.file }),
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
    voidElement("link", { rel: "icon", href: "favicon.ico", sizes: "32x32" }),
    voidElement("link", { rel: "icon", href: "icon.svg", type: "image/svg+xml" }),
    voidElement("link", { rel: "apple-touch-icon", href: "apple-touch-icon.png" }),
    voidElement("link", { rel: "manifest", href: "manifest.webmanifest" }),
    element("script", { type: "application/ld+json" }, structuredData(address, story.site, home)),
  ].join("");
}
