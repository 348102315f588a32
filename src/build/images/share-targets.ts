import type { Chapter, Step, Story } from "../../core/model/story.ts";

/** A place of the story that can be shared by itself: its beginning, a chapter or a step. */
export interface ShareTarget {
  /** The chapter's or the step's. */
  readonly id: string;
  /** Null at the beginning only. */
  readonly chapter: Chapter | null;
  /** The step whose picture stands for it. */
  readonly step: Step;
  /** The step's index in the story. */
  readonly index: number;
  /** Whether it is the chapter as a whole, and not one step of it. */
  readonly whole: boolean;
}

/** The beginning, then each chapter followed by its steps, in reading order. */
export function shareTargets(story: Story): readonly ShareTarget[] {
  const steps = story.steps.map((step, index) => ({ step, index }));
  const start = steps.slice(0, 1).map(({ step, index }) => ({ id: step.id, chapter: null, step, index, whole: true }));
  const chapters = story.chapters.flatMap((chapter) => {
    const own = steps.filter(({ step }) => step.chapter === chapter.id);
    const face = own.find(({ step }) => step.id === chapter.picture);
    return [
      ...(face === undefined ? [] : [{ id: chapter.id, chapter, ...face, whole: true }]),
      ...own.map((one) => ({ id: one.step.id, chapter, ...one, whole: false })),
    ];
  });
  return [...start, ...chapters];
}

/** What a place is called: the story, the chapter, or the step's conclusion. */
export function shareTargetTitle({ chapter, step, whole }: ShareTarget, { title }: Pick<Story, "title">): string {
  if (chapter === null) return title;
  return whole ? chapter.title : step.title;
}
