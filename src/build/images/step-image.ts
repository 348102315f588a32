import type { Rgb } from "../../core/lib/color.ts";
import { stepImageFile } from "../../core/model/files.ts";
import type { Box, Drawing, Size, Theme } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { sourceNotes } from "../../core/model/source-line.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { stageMargin } from "../../core/picture/header.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { sourceFooter, titleBlock } from "./parts.ts";

/** `file` has no extension; `size` is in CSS pixels, `pixels` is the PNG's width in device pixels. */
export interface ImageSpec {
  readonly file: string;
  readonly formats: readonly ("svg" | "png")[];
  readonly title: string;
  readonly description: string;
  readonly size: Size;
  /** Visible part of the drawing, of the same size as `size`; default from the origin. */
  readonly view?: Box;
  readonly pixels: number;
  readonly ground: Rgb;
  readonly drawing: Drawing;
}

/** Three by four; narrow enough that labels stay legible on a phone. Sizes in CSS pixels. */
export const STEP_IMAGE = { width: 480, height: 640, pixels: 1080 } as const;

export const THEMES = ["day", "night"] as const satisfies readonly Theme[];

export function stepImages(story: Illustrated<Story>): readonly ImageSpec[] {
  const paint = createPainter(story, { alone: true });
  const { width, height, pixels } = STEP_IMAGE;
  const pad = stageMargin({ width, height });
  return story.steps.flatMap((step, index) => {
    const footer = sourceFooter(story, sourceNotes(story, step.drawn), { x: pad, width: width - 2 * pad });
    const stage: Size = { width, height: height - footer.height };
    return THEMES.map((theme) => {
      const { elevation, grains, shapes } = paint({ step: index, progress: REST_AT }, stage, theme);
      const colours = story.config.paletteAt(elevation, theme);
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
          shapes: [...shapes, ...head, ...footer.draw(stage.height, colours)],
        },
      };
    });
  });
}
