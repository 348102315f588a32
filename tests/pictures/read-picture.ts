import type { Grain, Picture, Size, TextMark } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { realStory } from "./real-story.ts";

const story = realStory();
const paint = createPainter(story);

/** A step's picture, with what the step's file says. */
export interface Read {
  readonly picture: Picture;
  readonly labels: Readonly<Record<string, string>>;
  /** Words of the picture that print a label of the step, or part of it when it stands on several lines. */
  readonly printed: (label: string) => readonly TextMark[];
}

/** Draws a step by day; throws a RangeError for an unknown one. */
export function readPicture(id: string, size: Size, progress = 1): Read {
  const index = story.steps.findIndex((step) => step.id === id);
  const step = story.steps[index];
  if (step === undefined) throw new RangeError(`unknown step: ${id}`);
  const picture = paint({ step: index, progress }, size, "day");
  const texts = picture.shapes.filter((shape): shape is TextMark => shape.kind === "text");
  const printed = (label: string): readonly TextMark[] => {
    const words = (step.labels[label] ?? "").replaceAll("|", "");
    return texts.filter(({ text }) => text !== "" && words.includes(text));
  };
  return { picture, labels: step.labels, printed };
}

/** Returns a fact's value; throws a RangeError for an unknown fact or one without a value. */
export function valueOf(id: string): number {
  const value = story.facts.find((fact) => fact.id === id)?.value;
  if (value === undefined || value === null) throw new RangeError(`no value: ${id}`);
  return value;
}

/** Divides grains into lists by a key, in the order in which the keys come up. */
export function groupGrains(
  grains: readonly Grain[],
  keyOf: (grain: Grain) => string | number,
): ReadonlyMap<string | number, readonly Grain[]> {
  const groups = new Map<string | number, Grain[]>();
  for (const grain of grains) groups.set(keyOf(grain), [...(groups.get(keyOf(grain)) ?? []), grain]);
  return groups;
}
