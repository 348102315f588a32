import { REST } from "../picture/beats.ts";
import { margin } from "../picture/frame.ts";
import type { Box, Drawing, Rgb, Size, Theme } from "../picture/model.ts";
import { palette } from "../picture/palette.ts";
import { painter } from "../scenes/picture.ts";
import type { Story } from "../story/model.ts";
import { foot, outsideSources } from "./foot.ts";
import { masthead } from "./masthead.ts";

/** A picture that stands alone in files of its own, on its own ground. */
export interface Plate {
  /** Its files relative to the page, without their endings. */
  readonly file: string;
  /** What kinds of files it has. */
  readonly formats: readonly ("svg" | "png")[];
  readonly title: string;
  /** What it shows, for those who cannot see it. */
  readonly description: string;
  /** CSS pixels. */
  readonly size: Size;
  /** The part of the drawing that is shown, where it is not the whole from its origin; as large as `size`. */
  readonly view?: Box;
  /** Device pixels across when it is painted. */
  readonly pixels: number;
  readonly ground: Rgb;
  readonly drawing: Drawing;
}

/** Of a step's plate: three by four, as phones show pictures, and narrow enough for its labels to be read there. */
export const PLATE = { width: 480, height: 640, pixels: 1080 } as const;

/** What the foot takes of the height, px. */
const FOOT = 64;

export const THEMES = ["day", "night"] as const satisfies readonly Theme[];

/** Files of a step's plate relative to the page, without their endings. */
export function plateFile(step: { readonly id: string }, theme: Theme): string {
  return `pictures/${step.id}${theme === "night" ? "-night" : ""}`;
}

/** Every step by day and by night, in reading order: titled, with badge, over a foot that says where it comes from. */
export function plates(story: Story): readonly Plate[] {
  const paint = painter(story);
  const { width, height, pixels } = PLATE;
  const stage: Size = { width, height: height - FOOT };
  const pad = margin(stage);
  const below = { x: pad, y: stage.height, width: width - 2 * pad, height: FOOT };
  return story.steps.flatMap((step, index) =>
    THEMES.map((theme) => {
      const { ground, grains, shapes } = paint({ step: index, progress: REST }, stage, theme);
      const colours = palette(ground, theme);
      const cover = step.chapter === null;
      const head = cover ? masthead(story, stage, colours) : [];
      return {
        file: plateFile(step, theme),
        formats: ["svg", "png"],
        title: cover ? story.title : step.title,
        description: step.alt,
        size: { width, height },
        pixels,
        ground: colours.ground,
        drawing: { grains, shapes: [...shapes, ...head, ...foot(story, outsideSources(story, step), below, colours)] },
      };
    }),
  );
}
