import { letters } from "../motifs/lettering.ts";
import { margin } from "../picture/frame.ts";
import type { Palette, Shape, Size } from "../picture/model.ts";
import { breakLines } from "../picture/text.ts";
import type { Story } from "../story/model.ts";

/** Title and deck in the cover's sky, where the page lays them over the picture. */
export function masthead(story: Story, stage: Size, colours: Palette): readonly Shape[] {
  const pad = margin(stage);
  const title = stage.width * 0.135;
  const deck = stage.width * 0.045;
  const top = pad + 26 + title;
  const lines = breakLines(story.deck, deck, stage.width - 2 * pad);
  return [
    letters("masthead:title", story.title, [pad, top], title, colours.ink, { face: "song", role: "title" }),
    ...lines.map((text, index) =>
      letters(`masthead:deck:${index}`, text, [pad, top + deck * (1.9 + 1.4 * index)], deck, colours.ink, {
        face: "song",
        role: "title",
      }),
    ),
  ];
}
