import type { BasePalette, SceneContext, Size } from "../model/picture.ts";
import type { BoundScene, Illustrated } from "../model/scene-config.ts";
import type { SceneStep } from "../model/story.ts";
import { drawHeader, type Header } from "./header.ts";

/** Throws a RangeError for an unknown step. */
export function stepAt({ steps }: Illustrated, index: number): SceneStep {
  const step = steps[index];
  if (step === undefined) throw new RangeError(`unknown step: ${index}`);
  return step;
}

/** Throws a RangeError for an unknown scene or step. */
export function sceneAt(story: Illustrated, index: number): BoundScene {
  const name = stepAt(story, index).scene;
  const scene = story.config.scenes[name];
  if (scene === undefined) throw new RangeError(`unknown scene: ${name}`);
  return scene;
}

export function labelsOf({ labels }: SceneStep): SceneContext<never>["label"] {
  return (key) => {
    const label = labels[key];
    if (label === undefined) throw new RangeError(`unknown word: ${key}`);
    return label;
  };
}

/** Draws a step's header. The cover has no title on its picture, nor has any step that is not `titled`. */
export function headerOf(story: Illustrated, index: number, size: Size, colours: BasePalette, titled = true): Header {
  const { id, kind, chapter, title } = stepAt(story, index);
  const { badge } = story.config.kinds[kind];
  return drawHeader({ id, kind, badge, title: titled && chapter !== null ? title : null }, size, colours);
}
