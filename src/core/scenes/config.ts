import type { Scene } from "../model/picture.ts";
import { defineConfig } from "../picture/define-config.ts";
import { scenes as pattern } from "./1-pattern/scenes.ts";
import { scenes as environment } from "./2-environment/scenes.ts";
import { scenes as idea } from "./3-idea/scenes.ts";
import { scenes as coordinate } from "./4-coordinate/scenes.ts";
import { scenes as later } from "./5-later/scenes.ts";
import { art } from "./colours-and-kinds.ts";
import { cover } from "./cover.ts";

/** Scenes in story order, by the name that a step gives. The compiler checks the steps' names against these keys. */
export const scenes: Readonly<Record<string, Scene>> = {
  cover,
  ...pattern,
  ...environment,
  ...idea,
  ...coordinate,
  ...later,
};

/** The art with every scene at once, for the build and the embeds. */
export const config = defineConfig({ ...art, scenes });
