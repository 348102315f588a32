import { folderAddress, isAddress } from "../story/address.ts";
import type { Site } from "../story/model.ts";

/** What a build without a public address says: one line, what is missing and what is left out. */
export const UNADDRESSED =
  "no public address (SITE_URL, or address in story/site.yaml): left out canonical and og:url, card images, breadcrumbs, oEmbed, feed.xml, sitemap.xml";

/** The story's public address with `/` at its end, empty where there is none: that of the environment before the editors'. Throws an Error when the environment's is none. */
export function publicAddress(site: Site, environment: string | undefined): string {
  if (environment === undefined || environment === "") return site.address;
  if (!isAddress(environment))
    throw new Error(`SITE_URL: found ${environment}, expected an address such as https://example.org/story/`);
  return folderAddress(environment);
}
