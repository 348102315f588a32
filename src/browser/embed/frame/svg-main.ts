import { config } from "virtual:scenes";
import story from "virtual:story";
import { selectChapter } from "../../../core/model/story.ts";
import { createStepObserver } from "../../player/step-observer.ts";
import { svgRenderer } from "../../player/svg-renderer.ts";
import { createTween } from "../../player/tween.ts";
import { handOver } from "./svg-script.ts";

// The build wraps this module in a classic script that defines no globals.
handOver(document.currentScript, (chapter, signal) =>
  svgRenderer(selectChapter({ ...story, config }, chapter), (draw) => createTween(draw, signal), createStepObserver),
);
