import type { PictureFact, PictureStep, PictureStory, SceneWords, Story } from "./model.ts";

/** What the page's own script needs of the story: enough for every picture, no prose. */
export type LeanStory = PictureStory;

/** The story without text, sources and glosses, and of its facts those that `scenes` draw: plain JSON, fit for `picture()`. */
export function lean(story: Story, scenes: SceneWords): LeanStory {
  const drawn = new Set([...scenes.values()].flatMap(({ facts }) => facts ?? []));
  return { steps: story.steps.map(leanStep), facts: story.facts.filter(({ id }) => drawn.has(id)).map(leanFact) };
}

/** A story whose steps are those of one chapter, for a page that shows no more; the whole story where the chapter is null. */
export function only<S extends PictureStory>(story: S, chapter: string | null): S {
  return chapter === null ? story : { ...story, steps: story.steps.filter((step) => step.chapter === chapter) };
}

function leanStep({ id, chapter, scene, kind, pace, title, words }: PictureStep): PictureStep {
  return { id, chapter, scene, kind, pace, title, words };
}

function leanFact({ id, value, unit, text, period, status }: PictureFact): PictureFact {
  return { id, value, unit, text, period, status };
}
