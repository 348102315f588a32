import type { Chapter, PictureFact, PictureStep, PictureStory, Story } from "./model.ts";

/** What the page's own script needs of the story: enough for every picture and the names of the chapters, no prose. */
export interface LeanStory extends PictureStory {
  readonly chapters: readonly Chapter[];
}

/** The story without text, sources and glosses: plain JSON, a few kilobytes, fit for `picture()`. */
export function lean(story: Story): LeanStory {
  return { steps: story.steps.map(leanStep), facts: story.facts.map(leanFact), chapters: story.chapters };
}

function leanStep({ id, chapter, scene, kind, pace, title, words }: PictureStep): PictureStep {
  return { id, chapter, scene, kind, pace, title, words };
}

function leanFact({ id, name, value, unit, text, period, status }: PictureFact): PictureFact {
  return { id, name, value, unit, text, period, status };
}
