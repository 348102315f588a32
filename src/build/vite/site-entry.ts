/** Entry point through which the build loads the story's own code at runtime. */
export { publisherPages } from "../site/publisher-pages.ts";
export { embedPages } from "../site/embed-page.ts";
export { notFoundPage } from "../site/not-found-page.ts";
export { ICONS } from "../site/web-manifest.ts";
export { renderSite } from "../site/render-site.ts";
export { longImageParts } from "../images/long-image.ts";
export { allImages } from "../images/all-images.ts";
export { toStandaloneSvg } from "../images/standalone-svg.ts";
