import type { Illustrated } from "../../core/model/scene-config.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { createSceneStore } from "../../core/picture/scene-store.ts";
import { hasScene } from "../../core/picture/step-scene.ts";
import type { StepObserverMaker, StoryRenderer } from "./easel.ts";
import { svgEasel } from "./svg-easel.ts";
import type { Tween } from "./tween.ts";

/** Draws in the page itself. */
export function svgRenderer(
  story: Illustrated,
  clock: (draw: (number: number) => void) => Tween,
  createStepObserver: StepObserverMaker | null,
): StoryRenderer {
  const scenes = createSceneStore(story);
  return {
    createEasel: svgEasel(scenes, clock),
    createStepObserver,
    createPlates() {
      const paint = createPainter(scenes.story(), { titled: false, paper: true });
      return (step, size) => (hasScene(scenes.story(), step) ? paint({ step, progress: REST_AT }, size, "day") : null);
    },
    preparePlates: () => scenes.loadAll().catch(() => undefined),
    async loadAll() {
      await scenes.loadAll();
      return [];
    },
  };
}
