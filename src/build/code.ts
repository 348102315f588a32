/** What the build asks of the story's own code: the pictures' names, the page, and the pictures that stand alone. */
export { render } from "../page/render.ts";
export { published } from "../publish/published.ts";
export { standalone } from "../publish/standalone.ts";
export { scenes } from "../scenes/index.ts";
