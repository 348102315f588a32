import { s } from "hastscript";
import type { Site } from "../../core/model/story.ts";
import { toXml } from "./html.ts";

export function sitemap(paths: readonly string[], site: Site, home: string): string {
  const urls = paths.map((path) => s("url", s("loc", home + path), s("lastmod", site.modified)));
  return toXml(s("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, ...urls));
}

/** Allows everything. Crawlers read `robots.txt` only at the root of a host. */
export function robots(home: string): string {
  return `User-agent: *\nAllow: /\n${home === "" ? "" : `\nSitemap: ${home}sitemap.xml\n`}`;
}
