import story from "virtual:story";
import { mount } from "./mount.ts";
import { env } from "./reader/env.ts";

const root = document.documentElement;
try {
  mount(story, document, root, env(window));
} catch (error) {
  root.classList.remove("live");
  throw error;
}
