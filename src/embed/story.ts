import "../style/embed.css";
import story from "virtual:story";
import { only } from "../story/lean.ts";
import { tell } from "./telling.ts";

// A file of its own scope: the build makes one classic script of it, without a name of its own in the page.
const { documentElement: root } = document;

try {
  tell(only(story, root.dataset["chapter"] ?? null), root, window);
} catch (error) {
  // Whatever fails, the text and the still pictures are there.
  root.classList.remove("live");
  delete root.dataset["mode"];
  throw error;
}
