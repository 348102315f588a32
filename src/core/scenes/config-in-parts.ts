import { defineConfig } from "../picture/define-config.ts";
import { scenes as pattern } from "./1-pattern/scenes.ts";
import { art } from "./colours-and-kinds.ts";
import { cover } from "./cover.ts";

/** The art as a page loads it: the cover and the first chapter at once, the others when a reader comes near. */
export const config = defineConfig({
  ...art,
  scenes: { cover, ...pattern },
  parts: [
    {
      names: ["two-lenses", "measures", "firms", "two-valves", "chain"],
      load: () => import("./2-environment/scenes.ts"),
    },
    { names: ["words", "hearts", "narrowing", "bridge", "three-periods"], load: () => import("./3-idea/scenes.ts") },
    {
      names: ["axes", "third-leg", "green", "innovation", "xingcheng", "tenses", "closing"],
      load: () => import("./4-coordinate/scenes.ts"),
    },
    {
      names: ["coal-ends", "columns-fill", "rank", "reckoning", "last"],
      load: () => import("./5-later/scenes.ts"),
    },
  ],
});
