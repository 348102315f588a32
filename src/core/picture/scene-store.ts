import type { Illustrated, ScenePart } from "../model/scene-config.ts";
import { stepAt } from "./step-scene.ts";

/** The scenes of a story that are at hand, and the way to the others. */
export interface SceneStore {
  /** The story with all scenes at hand: another object after each part that was loaded. */
  readonly story: () => Illustrated;
  /**
   * Loads the scenes of some steps. Returns null when all are at hand. Rejects when a file fails to load, after the
   * others have come; a later call tries again.
   */
  readonly load: (steps: readonly number[]) => Promise<void> | null;
  readonly loadAll: () => Promise<void>;
}

export function createSceneStore(given: Illustrated): SceneStore {
  let story = given;
  const loading = new Map<ScenePart, Promise<void>>();

  async function add(part: ScenePart): Promise<void> {
    try {
      const loaded = await part.load();
      story = { ...story, config: { ...story.config, scenes: { ...story.config.scenes, ...loaded } } };
    } finally {
      loading.delete(part);
    }
  }

  function addOnce(part: ScenePart): Promise<void> {
    const begun = loading.get(part) ?? add(part);
    loading.set(part, begun);
    return begun;
  }

  async function addAll(parts: readonly ScenePart[]): Promise<void> {
    const ends = await Promise.allSettled(parts.map(addOnce));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  function load(steps: readonly number[]): Promise<void> | null {
    const missing = steps
      .filter((index) => index >= 0 && index < story.steps.length)
      .map((index) => stepAt(story, index).scene)
      .filter((name) => story.config.scenes[name] === undefined);
    const parts = story.config.parts.filter(({ names }) => missing.some((name) => names.includes(name)));
    return parts.length === 0 ? null : addAll(parts);
  }

  return {
    story: () => story,
    load,
    loadAll: async () => load(story.steps.map((_, index) => index)) ?? undefined,
  };
}
