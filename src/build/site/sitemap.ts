import { element, escapeHtml } from "../../core/lib/html.ts";
import type { Site } from "../../core/model/story.ts";
import type { Route } from "./routes.ts";

export function sitemap(pages: readonly Route[], site: Site, home: string): string {
  const urls = pages.map(({ path }) =>
    element("url", {}, element("loc", {}, escapeHtml(home + path)), element("lastmod", {}, site.modified)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    "urlset",
    { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
    ...urls,
  )}\n`;
}

/** Allows everything. Crawlers read `robots.txt` only at the root of a host. */
export function robots(home: string): string {
  return `User-agent: *\nAllow: /\n${home === "" ? "" : `\nSitemap: ${home}sitemap.xml\n`}`;
}
