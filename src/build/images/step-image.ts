import type { Rgb } from "../../core/lib/color.ts";
import { stepImageFile } from "../../core/model/files.ts";
import type { Box, Drawing, Size, Theme } from "../../core/model/picture.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { stageMargin } from "../../core/picture/header.ts";
import { paletteAt } from "../../core/picture/palette.ts";
import { createPainter } from "../../core/scenes/painter.ts";
import { externalSources, sourceFooter, titleBlock } from "./parts.ts";

/** A picture that stands alone in files of its own, on its own ground. */
export interface ImageSpec {
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
export const STEP_IMAGE = { width: 480, height: 640, pixels: 1080 } as const;

/** What the foot takes of the height, px. */
const FOOT = 64;

export const THEMES = ["day", "night"] as const satisfies readonly Theme[];

/** Every step by day and by night, in reading order: titled, with badge, over a foot that says where it comes from. */
export function stepImages(story: Story): readonly ImageSpec[] {
  const paint = createPainter(story);
  const { width, height, pixels } = STEP_IMAGE;
  const stage: Size = { width, height: height - FOOT };
  const pad = stageMargin(stage);
  const below = { x: pad, y: stage.height, width: width - 2 * pad, height: FOOT };
  return story.steps.flatMap((step, index) =>
    THEMES.map((theme) => {
      const { elevation, grains, shapes } = paint({ step: index, progress: REST_AT }, stage, theme);
      const colours = paletteAt(elevation, theme);
      const cover = step.chapter === null;
      const head = cover ? titleBlock(story, stage, colours) : [];
      return {
        file: stepImageFile(step, theme),
        formats: ["svg", "png"],
        title: cover ? story.title : step.title,
        description: step.alt,
        size: { width, height },
        pixels,
        ground: colours.background,
        drawing: {
          grains,
          shapes: [...shapes, ...head, ...sourceFooter(story, externalSources(story, step), below, colours)],
        },
      };
    }),
  );
}
