/** What the build asks of the story's own code: the pictures' names and the page. */
export { render } from "../page/render.ts";
export { scenes } from "../scenes/index.ts";
