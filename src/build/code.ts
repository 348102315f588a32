/** What the build asks of the story's own code: the pictures' names, the pages, and the pictures that stand alone. */
export { documents } from "../page/documents.ts";
export { embedPages } from "../page/embed-page.ts";
export { lost } from "../page/lost.ts";
export { ICONS } from "../page/manifest.ts";
export { render } from "../page/render.ts";
export { slices } from "../publish/panel.ts";
export { published } from "../publish/published.ts";
export { standalone } from "../publish/standalone.ts";
export { scenes } from "../scenes/index.ts";
