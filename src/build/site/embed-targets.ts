import type { EmbedTarget, SizedFile } from "../../core/embed/snippet.ts";
import { posterFile, stepImageFile } from "../../core/model/files.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { sourceLine } from "../../core/model/source-line.ts";
import type { Step, Story } from "../../core/model/story.ts";
import { quoteTitle } from "../../core/model/strings.ts";
import { POSTER } from "../images/poster.ts";
import { STEP_IMAGE } from "../images/step-image.ts";
import { figureCaption, figureHeights } from "./figure-caption.ts";
import { type Route, storyRoutes } from "./routes.ts";

/** Halves an image's pixels to CSS pixels, so that it is sharp on phones. */
function half(file: string, { width, height }: { readonly width: number; readonly height: number }): SizedFile {
  return { file, width: Math.round(width / 2), height: Math.round(height / 2) };
}

const POSTER_SIZE = { width: POSTER.width, height: POSTER.height };
const PLATE_SIZE = { width: STEP_IMAGE.width, height: STEP_IMAGE.height };

function extent(story: Illustrated<Story>, address: Route, step: Step | null): EmbedTarget {
  const { path, name, title, card } = address;
  const chapter = path.split("/")[0] ?? "";
  const picture =
    step === null
      ? null
      : {
          day: { file: stepImageFile(step, "day"), ...PLATE_SIZE },
          night: { file: stepImageFile(step, "night"), ...PLATE_SIZE },
        };
  return {
    path,
    chapter: chapter === "" ? null : chapter,
    step: step?.id ?? null,
    title: path === "" ? title : name,
    credit: `${quoteTitle(story.title)}，${step === null ? story.byline : sourceLine(story, step)}`,
    alt: card.alt,
    still: picture === null ? half(card.wide.file, card.wide) : { ...picture.day, file: `${picture.day.file}.png` },
    poster: { file: `${posterFile(address)}.png`, ...POSTER_SIZE },
    picture,
    heights: step === null ? [] : figureHeights({ title: step.title, notes: figureCaption(story, step) }),
  };
}

export function embedTargets(story: Illustrated<Story>): readonly EmbedTarget[] {
  const chapters = new Set(story.chapters.map(({ id }) => id));
  return storyRoutes(story).map((address) => {
    const single = address.path !== "" && !chapters.has(address.id);
    return extent(story, address, single ? (story.steps.find(({ id }) => id === address.id) ?? null) : null);
  });
}
