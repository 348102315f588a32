import type { Site } from "../../core/model/story.ts";
import { isBaseUrl, withTrailingSlash } from "../content/url.ts";

export const NO_PUBLIC_URL =
  "no public address (SITE_URL, or address in story/site.yaml): left out canonical and og:url, card images, breadcrumbs, oEmbed, feed.xml, sitemap.xml";

/**
 * Public URL with a trailing slash, or empty: `environment` (SITE_URL) before the site's own. Throws an Error when
 * SITE_URL is invalid.
 */
export function publicUrl(site: Site, environment: string | undefined): string {
  if (environment === undefined || environment === "") return site.address;
  if (!isBaseUrl(environment))
    throw new Error(`SITE_URL: found ${environment}, expected an address such as https://example.org/story/`);
  return withTrailingSlash(environment);
}
