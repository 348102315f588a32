import { memoizeByObject } from "../lib/memoize.ts";
import type { Size, Track } from "../model/picture.ts";
import type { Illustrated } from "../model/scene-config.ts";
import { headerOf, labelsOf, sceneAt, stepAt } from "./step-scene.ts";

export interface SliderStop {
  /** Share of the track, 0–1. */
  readonly at: number;
  readonly name: string;
}

export interface StepSlider {
  readonly stops: readonly SliderStop[];
  readonly trackAt: (size: Size) => Track;
}

/** Returns null for a step whose scene has no slider. Throws a RangeError for an unknown scene or step. */
export function sliderOf(story: Illustrated, index: number): StepSlider | null {
  const { slider } = sceneAt(story, index);
  if (slider === undefined) return null;
  const label = labelsOf(stepAt(story, index));
  // The colours of a header do not change its box.
  const colours = story.config.paletteAt(1, "day");
  return {
    stops: slider.stops.map(({ at, name }) => ({ at, name: name(label) })),
    trackAt: memoizeByObject((size: Size) => slider.track(size, headerOf(story, index, size, colours).box)),
  };
}
