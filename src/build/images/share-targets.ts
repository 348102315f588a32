import type { Chapter, Step, Story } from "../../core/model/story.ts";
import { pullQuote } from "./pull-quote.ts";

/** `chapter` is null for the story; `whole` is true for the story and for chapters, false for a single step. */
export interface ShareTarget {
  readonly id: string;
  readonly chapter: Chapter | null;
  readonly step: Step;
  readonly index: number;
  readonly whole: boolean;
}

/** Lists the story, then each chapter followed by its steps, in reading order. */
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

export function shareTargetTitle({ chapter, step, whole }: ShareTarget, { title }: Pick<Story, "title">): string {
  if (chapter === null) return title;
  return whole ? chapter.title : step.title;
}

/** The sentence that goes with a link: the editors' own, else the story's deck or the step's pull quote. */
export function shareSentence(
  { chapter, step, whole }: ShareTarget,
  { share, deck }: Pick<Story, "share" | "deck">,
): string {
  if (!whole) return pullQuote(step);
  if (chapter !== null) return chapter.share === "" ? pullQuote(step) : chapter.share;
  return share === "" ? deck : share;
}
