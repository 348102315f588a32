import type { Site } from "../story/model.ts";
import type { Address } from "./addresses.ts";
import { element, escape } from "../draw/html.ts";

/** Every address for search engines, as a sitemap. `home` is the story's public address. */
export function sitemap(pages: readonly Address[], site: Site, home: string): string {
  const urls = pages.map(({ path }) =>
    element("url", {}, element("loc", {}, escape(home + path)), element("lastmod", {}, site.modified)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    "urlset",
    { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
    ...urls,
  )}\n`;
}

/** What robots are told: everything may be read. They look for it at the root of a host only. */
export function robots(home: string): string {
  return `User-agent: *\nAllow: /\n${home === "" ? "" : `\nSitemap: ${home}sitemap.xml\n`}`;
}
