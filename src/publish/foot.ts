import { letters } from "../motifs/lettering.ts";
import type { Box, Palette, Shape } from "../picture/model.ts";
import { fitSize, textWidth } from "../picture/text.ts";
import type { Step, Story } from "../story/model.ts";

/** Type of the foot, px. */
const [LARGEST, SMALLEST, NAME] = [11, 9, 14];

/** Outside sources of what a step draws, each once: name and date. */
export function outsideSources(story: Story, step: Step): string {
  const used = new Set(step.facts);
  const sources = story.facts.flatMap(({ id, source }) =>
    used.has(id) && source !== undefined ? [`${source.title}，${source.date}`] : [],
  );
  return [...new Set(sources)].join("；");
}

/** The strip below a picture that stands alone: what the story rests on, outside `sources` if any, the story's name. */
export function foot(story: Story, sources: string, box: Box, colours: Palette): readonly Shape[] {
  const right = box.x + box.width;
  const line = (key: string, text: string, y: number, width: number): Shape =>
    letters(`foot:${key}`, text, [box.x, y], fitSize(text, width, LARGEST, SMALLEST), colours.muted, { role: "note" });
  const room = box.width - textWidth(story.title, NAME) - 12;
  return [
    {
      kind: "rect",
      key: "foot:ground",
      opacity: 1,
      x: 0,
      y: box.y,
      width: right + box.x,
      height: box.height,
      fill: colours.ground,
      stroke: null,
      strokeWidth: 0,
    },
    {
      kind: "line",
      key: "foot:rule",
      opacity: 1,
      x1: box.x,
      y1: box.y + 8,
      x2: right,
      y2: box.y + 8,
      stroke: colours.line,
      width: 1,
    },
    line("source", story.byline, box.y + 27, box.width),
    line("outside", sources === "" ? story.kicker : sources, box.y + 47, room),
    letters("foot:name", story.title, [right, box.y + 48], NAME, colours.ink, {
      anchor: "end",
      face: "song",
      role: "note",
    }),
  ];
}
