import { config } from "virtual:scenes";
import story from "virtual:story";
import { selectChapter } from "../../../core/model/story.ts";
import "../../style/embed.css";
import { startFrame } from "./story-frame.ts";

// The build wraps this module in a classic script that defines no globals.
const { documentElement: root } = document;
const controller = new AbortController();

try {
  startFrame(selectChapter({ ...story, config }, root.dataset["chapter"] ?? null), root, {
    view: window,
    signal: controller.signal,
  });
} catch (error) {
  // Fall back to the static page: text and stills.
  controller.abort();
  root.classList.remove("enhanced");
  delete root.dataset["mode"];
  throw error;
}
