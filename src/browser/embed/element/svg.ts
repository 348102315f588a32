/** Everything that an element needs to draw by itself: evaluated where no worker draws. */
export { config } from "virtual:scenes";
export { default as story } from "virtual:story";
export { svgRenderer } from "../../player/svg-renderer.ts";
export { createElementTween } from "./tween.ts";
export { renderUnrolled } from "./unrolled.ts";
