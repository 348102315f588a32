import type { BasePalette, DataPoint, LayoutContext, Size } from "../model/picture.ts";
import type { BoundScene, Illustrated } from "../model/scene-config.ts";
import type { SceneStep } from "../model/story.ts";
import { drawHeader, type Header, reserveHeader } from "./header.ts";

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

/** False for a step whose scene is in a part that has not been loaded. */
export function hasScene(story: Illustrated, index: number): boolean {
  return story.config.scenes[stepAt(story, index).scene] !== undefined;
}

export function labelsOf({ labels }: SceneStep): LayoutContext["label"] {
  return (key) => {
    const label = labels[key];
    if (label === undefined) throw new RangeError(`unknown word: ${key}`);
    return label;
  };
}

/** The badge of a kind speaks in full in the first step that has it, and is the kind's name after that. */
export function badgeOf({ steps, config }: Illustrated, { id, kind }: SceneStep, alone: boolean): string {
  const first = steps.find((step) => step.kind === kind && step.chapter !== null);
  const { badge, name } = config.kinds[kind];
  return alone || first?.id === id ? badge : name;
}

export interface HeaderOptions {
  readonly titled?: boolean;
  /** The picture stands alone: its badge speaks in full. */
  readonly alone?: boolean;
  /** Height kept free at the top of the stage, px, in place of badge and title. */
  readonly reserved?: number;
  /** Height kept free at the bottom as well, px; by default the stage's margin. */
  readonly reservedBelow?: number;
}

export function headerOf(
  story: Illustrated,
  index: number,
  size: Size,
  colours: BasePalette,
  { titled = true, alone = false, reserved, reservedBelow }: HeaderOptions = {},
): Header {
  if (reserved !== undefined) return reserveHeader(size, reserved, reservedBelow);
  const step = stepAt(story, index);
  const { id, kind, chapter, title } = step;
  const drawn = titled && size.untitled !== true && chapter !== null;
  return drawHeader({ id, kind, badge: badgeOf(story, step, alone), title: drawn ? title : null }, size, colours);
}

export function layoutContextOf(
  story: Illustrated,
  index: number,
  size: Size,
  options: HeaderOptions = {},
): LayoutContext {
  const step = stepAt(story, index);
  const { box } = headerOf(story, index, size, story.config.paletteAt(1, "day"), options);
  const { facts } = sceneAt(story, index);
  return {
    size,
    box,
    fact(id) {
      const found = facts?.includes(id) === true ? story.facts.find((fact) => fact.id === id) : undefined;
      if (found === undefined)
        throw new RangeError(`unknown fact: ${id}, or not among the facts of the scene ${step.scene}`);
      return found;
    },
    label: labelsOf(step),
  };
}

/** Returns the data points of a step's picture on a stage of a size, in reading order. */
export function pointsOf(story: Illustrated, index: number, size: Size): readonly DataPoint[] {
  return sceneAt(story, index).points?.(layoutContextOf(story, index, size)) ?? [];
}

export function layoutOf(story: Illustrated, index: number, size: Size): object | null {
  return sceneAt(story, index).layout?.(layoutContextOf(story, index, size)) ?? null;
}
