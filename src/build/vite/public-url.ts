import type { Site } from "../../core/model/story.ts";
import { isBaseUrl, withTrailingSlash } from "../content/url.ts";

/** What a build without a public address says: one line, what is missing and what is left out. */
export const NO_PUBLIC_URL =
  "no public address (SITE_URL, or address in story/site.yaml): left out canonical and og:url, card images, breadcrumbs, oEmbed, feed.xml, sitemap.xml";

/** The story's public address with `/` at its end, empty where there is none: that of the environment before the editors'. Throws an Error when the environment's is none. */
export function publicUrl(site: Site, environment: string | undefined): string {
  if (environment === undefined || environment === "") return site.address;
  if (!isBaseUrl(environment))
    throw new Error(`SITE_URL: found ${environment}, expected an address such as https://example.org/story/`);
  return withTrailingSlash(environment);
}
