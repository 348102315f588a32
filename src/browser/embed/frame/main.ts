import { config } from "virtual:scenes";
import story from "virtual:story";
import { selectChapter } from "../../../core/model/story.ts";
import "../../style/embed.css";
import { startFrame } from "./story-frame.ts";

// The build wraps this module in a classic script that defines no globals.
const { documentElement: root } = document;

try {
  startFrame(selectChapter({ ...story, config }, root.dataset["chapter"] ?? null), root, window);
} catch (error) {
  // Fall back to the static page: text and stills.
  root.classList.remove("enhanced");
  delete root.dataset["mode"];
  throw error;
}
