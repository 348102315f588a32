import { filmCovers } from "../film/cover.ts";
import { filmContent } from "../film/reel.ts";
import { allImages } from "../images/all-images.ts";
import { longImageParts } from "../images/long-image.ts";
import { toStandaloneSvg } from "../images/standalone-svg.ts";
import { embedPages } from "../site/embed-page.ts";
import { listUnpainted } from "../site/kit-file.ts";
import { notFoundPage } from "../site/not-found-page.ts";
import { pressKitPage } from "../site/press-kit.ts";
import { publisherPages } from "../site/publisher-pages.ts";
import { renderSite } from "../site/render-site.ts";
import { ICONS } from "../site/web-manifest.ts";

/** The story's own code, which the build loads at runtime: one export, so that a loader has one name to take. */
export const siteCode = {
  allImages,
  embedPages,
  filmContent,
  filmCovers,
  ICONS,
  listUnpainted,
  longImageParts,
  notFoundPage,
  pressKitPage,
  publisherPages,
  renderSite,
  toStandaloneSvg,
};
