import { outsideSources } from "../publish/foot.ts";
import type { Kind, Step, Story } from "../story/model.ts";

/** What a picture's badge says and means. */
export const KIND_WORDS: Readonly<Record<Kind, readonly [name: string, meaning: string]>> = {
  data: ["数据图", "从零画起，长短、个数按数字来。"],
  schematic: ["示意图", "只画说法里的结构，图形大小不代表产值或占比。"],
};

/** What a step's picture rests on, in one line. */
export function sourceLine(story: Story, step: Step): string {
  const outside = outsideSources(story, step);
  return outside === "" ? story.byline : `${story.byline}；${outside}`;
}

/** What stands below a step's picture where it is shown alone: the kind it is of, and what it rests on. */
export function figureNotes(story: Story, step: Step): readonly [kind: string, source: string] {
  const [name, meaning] = KIND_WORDS[step.kind];
  return [`${name}　${meaning}`, sourceLine(story, step)];
}
