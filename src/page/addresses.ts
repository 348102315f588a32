import { CARD, cardFile } from "../publish/card.ts";
import { EMBLEM, emblemFile } from "../publish/emblem.ts";
import { sharedPlaces } from "../publish/place.ts";
import { prose } from "../publish/quotable.ts";
import type { Story } from "../story/model.ts";
import { pageTitle, stepPath } from "./paths.ts";

/** An image that a link to an address is shown with. */
export interface Image {
  /** File relative to the story's home. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The images of one address: a wide one for most platforms, a square one for those that crop. */
export interface Card {
  readonly wide: Image;
  readonly square: Image;
  /** What both show. */
  readonly alt: string;
}

/** A place of the story with a page of its own. */
export interface Address {
  /** Of a chapter or a step; the start page has the cover's. */
  readonly id: string;
  /** Relative to the story's home, with `/` at its end; the start page's is empty. */
  readonly path: string;
  /** The step that the page opens at. */
  readonly step: string;
  /** The addresses this one is a part of, from the start page down. */
  readonly within: readonly Address[];
  /** What the place is called. */
  readonly name: string;
  /** Headline of a link that stands alone. */
  readonly title: string;
  readonly description: string;
  readonly card: Card;
}

/** Format of every card. */
export const CARD_TYPE = "image/png";

/** The most a description says, characters. */
const DESCRIPTION = 120;

/** Every address of the story in reading order, the start page first, each chapter before its steps. Paths and ids are unique. */
export function addresses(story: Story): readonly Address[] {
  const titles = new Map(story.steps.map(({ id, title }) => [id, title]));
  const shown = new Map(sharedPlaces(story).map(({ id, step }) => [id, step.alt]));
  const [cover] = story.steps;
  if (cover === undefined) return [];
  const start: Address = {
    id: cover.id,
    path: "",
    step: cover.id,
    within: [],
    name: story.title,
    title: pageTitle(null, story),
    description: story.description,
    card: card(cover.id, cover.alt),
  };
  return [
    start,
    ...story.chapters.flatMap((chapter) => {
      const steps = story.steps.filter((step) => step.chapter === chapter.id);
      const [first] = steps;
      if (first === undefined) return [];
      const head: Address = {
        id: chapter.id,
        path: `${chapter.id}/`,
        step: first.id,
        within: [start],
        name: chapter.title,
        title: pageTitle(`${chapter.title}，${chapter.subtitle}`, story),
        description: `${chapter.numeral} · ${chapter.title}：${listed(steps.map(({ id }) => titles.get(id) ?? ""))}`,
        card: card(chapter.id, shown.get(chapter.id) ?? first.alt),
      };
      const rest = steps.map((step): Address => ({
        id: step.id,
        path: stepPath(step),
        step: step.id,
        within: [start, head],
        name: step.title,
        title: pageTitle(step.title, story),
        description: sentences(step.text.map(prose).join("")),
        card: card(step.id, step.alt),
      }));
      return [head, ...rest];
    }),
  ];
}

function card(id: string, alt: string): Card {
  const height = Math.round((CARD.pixels * CARD.height) / CARD.width);
  return {
    wide: { file: `${cardFile({ id })}.png`, width: CARD.pixels, height },
    square: { file: `${emblemFile({ id })}.png`, width: EMBLEM.side, height: EMBLEM.side },
    alt,
  };
}

/** As many titles as a description holds. */
function listed(titles: readonly string[]): string {
  return titles.reduce((all, title) => {
    const longer = all === "" ? title : `${all}；${title}`;
    return longer.length > DESCRIPTION - 10 ? all : longer;
  }, "");
}

/** As many whole sentences as a description holds, the first in any case. */
function sentences(text: string): string {
  const all = text.match(/[^。！？]+[。！？]?[”」』]?/gu) ?? [];
  return all.reduce((said, next) => ((said + next).length > DESCRIPTION ? said : said + next));
}
