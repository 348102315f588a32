import type { Site } from "../../core/model/story.ts";
import { isBaseUrl, withTrailingSlash } from "../content/url.ts";

export const NO_PUBLIC_URL =
  "no public address (SITE_URL, or address in story/site.yaml): left out canonical and og:url, card images, breadcrumbs, oEmbed, feed.xml, sitemap.xml; codes at embed/code/ use the address that the site is read at";

/**
 * Returns the public URL with a trailing slash, or empty. `environment` (SITE_URL) overrides the site's own; throws an
 * Error when it is invalid.
 */
export function publicUrl(site: Site, environment: string | undefined): string {
  if (environment === undefined || environment === "") return site.address;
  if (!isBaseUrl(environment))
    throw new Error(`SITE_URL: found ${environment}, expected an address such as https://example.org/story/`);
  return withTrailingSlash(environment);
}
