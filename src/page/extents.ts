import { PLATE, plateFile } from "../publish/plate.ts";
import { POSTER, posterFile } from "../publish/poster.ts";
import type { Extent, Shown } from "../publish/snippet.ts";
import type { Step, Story } from "../story/model.ts";
import { type Address, addresses } from "./addresses.ts";
import { figureHeights } from "./figure-size.ts";
import { figureNotes, sourceLine } from "./figure-text.ts";

/** Shown in an article at half of its device pixels, so that it is sharp on phones. */
function half(file: string, { width, height }: { readonly width: number; readonly height: number }): Shown {
  return { file, width: Math.round(width / 2), height: Math.round(height / 2) };
}

const POSTER_SIZE = { width: POSTER.width, height: POSTER.height };
const PLATE_SIZE = { width: PLATE.width, height: PLATE.height };

function extent(story: Story, address: Address, step: Step | null): Extent {
  const { path, name, title, card } = address;
  const chapter = path.split("/")[0] ?? "";
  const picture =
    step === null
      ? null
      : {
          day: { file: plateFile(step, "day"), ...PLATE_SIZE },
          night: { file: plateFile(step, "night"), ...PLATE_SIZE },
        };
  return {
    path,
    chapter: chapter === "" ? null : chapter,
    step: step?.id ?? null,
    title: path === "" ? title : name,
    credit: `《${story.title}》，${step === null ? story.byline : sourceLine(story, step)}`,
    alt: card.alt,
    still: picture === null ? half(card.wide.file, card.wide) : { ...picture.day, file: `${picture.day.file}.png` },
    poster: { file: `${posterFile(address)}.png`, ...POSTER_SIZE },
    picture,
    heights: step === null ? [] : figureHeights({ title: step.title, notes: figureNotes(story, step) }),
  };
}

/** Every part of the story that another page can show: the whole, then each chapter followed by the pictures of its steps. */
export function extents(story: Story): readonly Extent[] {
  const chapters = new Set(story.chapters.map(({ id }) => id));
  return addresses(story).map((address) => {
    const single = address.path !== "" && !chapters.has(address.id);
    return extent(story, address, single ? (story.steps.find(({ id }) => id === address.id) ?? null) : null);
  });
}
