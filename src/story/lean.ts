import type { PictureFact, PictureStep, PictureStory, Story } from "./model.ts";

/** What the page's own script needs of the story: enough for every picture, no prose. */
export type LeanStory = PictureStory;

/** The story without text, sources and glosses, and of its facts the numbers alone: plain JSON, fit for `picture()`. */
export function lean(story: Story): LeanStory {
  const numbers = story.facts.filter(({ value }) => value !== null);
  return { steps: story.steps.map(leanStep), facts: numbers.map(leanFact) };
}

function leanStep({ id, chapter, scene, kind, pace, title, words }: PictureStep): PictureStep {
  return { id, chapter, scene, kind, pace, title, words };
}

function leanFact({ id, value, unit, text, period, status }: PictureFact): PictureFact {
  return { id, value, unit, text, period, status };
}
