/** Everything that a page needs to draw by itself. */
export { config } from "virtual:scenes";
export { default as story } from "virtual:story";
export { createStepObserver } from "../player/step-observer.ts";
export { svgRenderer } from "../player/svg-renderer.ts";
export { createTween } from "../player/tween.ts";
