import { carouselFiles } from "../../../core/model/files.ts";
import type { Illustrated } from "../../../core/model/scene-config.ts";
import type { Chapter, Story } from "../../../core/model/story.ts";
import { typedAddress } from "../parts.ts";
import { type ShareTarget, shareTargets } from "../share-targets.ts";
import type { ImageSpec } from "../step-image.ts";
import { coverPage } from "./cover-page.ts";
import { numbersOf, numbersPage } from "./numbers-page.ts";
import { type CarouselPage, PAGE, type PageNumber } from "./page.ts";
import { type CarouselAddress, sourcesPage } from "./sources-page.ts";
import { stepPage } from "./step-page.ts";

function stepsOf({ steps }: Story, chapter: Chapter) {
  return steps.filter(({ id }) => chapter.carousel.includes(id));
}

/** Names the pages of a chapter's carousel: a cover, its steps, its numbers where it has any, and its sources. */
export function carouselPages(story: Story, chapter: Chapter): readonly string[] {
  const steps = stepsOf(story, chapter);
  return carouselFiles(chapter, 2 + steps.length + (numbersOf(story, steps).length > 0 ? 1 : 0));
}

function drawPages(
  story: Illustrated<Story>,
  chapter: Chapter,
  address: CarouselAddress | null,
): readonly CarouselPage[] {
  const steps = stepsOf(story, chapter);
  const numbers = numbersOf(story, steps);
  const count = carouselPages(story, chapter).length;
  const page = (number: number): PageNumber => ({ number, count });
  return [
    coverPage(story, chapter, page(1)),
    ...steps.map((step, index) => {
      const first = steps.findIndex(({ kind }) => kind === step.kind) === index;
      return stepPage(story, step, page(index + 2), first);
    }),
    ...(numbers.length === 0 ? [] : [numbersPage(story, numbers, page(count - 1))]),
    sourcesPage(story, { chapter, steps, numbers }, page(count), address),
  ];
}

/** Draws each chapter's carousel; without a link its last page has neither code nor address. */
export function carousels(
  story: Illustrated<Story>,
  linkTo: (place: ShareTarget) => string | null,
): readonly ImageSpec[] {
  const places = shareTargets(story).filter(({ whole }) => whole);
  const home = places[0] === undefined ? null : linkTo(places[0]);
  return story.chapters.flatMap((chapter) => {
    const place = places.find(({ id }) => id === chapter.id);
    const link = place === undefined ? null : linkTo(place);
    const address = link === null || home === null ? null : { link, typed: typedAddress(home) };
    const files = carouselPages(story, chapter);
    return drawPages(story, chapter, address).map(({ title, description, colours, drawing }, index) => ({
      file: files[index] ?? "",
      formats: ["png"] as const,
      title,
      description,
      size: { width: PAGE.width, height: PAGE.height },
      pixels: PAGE.pixels,
      ground: colours.background,
      drawing,
    }));
  });
}
