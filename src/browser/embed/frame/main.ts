import story from "virtual:story";
import { selectChapter } from "../../../core/model/story.ts";
import "../../style/embed.css";
import { startFrame } from "./story-frame.ts";

// A file of its own scope: the build makes one classic script of it, without a name of its own in the page.
const { documentElement: root } = document;

try {
  startFrame(selectChapter(story, root.dataset["chapter"] ?? null), root, window);
} catch (error) {
  // Whatever fails, the text and the still pictures are there.
  root.classList.remove("enhanced");
  delete root.dataset["mode"];
  throw error;
}
