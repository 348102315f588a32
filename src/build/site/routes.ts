import { linkCardFile, squareCardFile } from "../../core/model/files.ts";
import { pageTitle, stepPath } from "../../core/model/routes.ts";
import type { Story } from "../../core/model/story.ts";
import { LINK_CARD } from "../images/link-card.ts";
import { blockText } from "../images/pull-quote.ts";
import { shareTargets } from "../images/share-targets.ts";
import { SQUARE_CARD } from "../images/square-card.ts";

/** An image that a link to an address is shown with. */
export interface RouteImage {
  /** File relative to the story's home. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The images of one address: a wide one for most platforms, a square one for those that crop. */
export interface RouteImages {
  readonly wide: RouteImage;
  readonly square: RouteImage;
  /** What both show. */
  readonly alt: string;
}

/** A place of the story with a page of its own. */
export interface Route {
  /** Of a chapter or a step; the start page has the cover's. */
  readonly id: string;
  /** Relative to the story's home, with `/` at its end; the start page's is empty. */
  readonly path: string;
  /** The step that the page opens at. */
  readonly step: string;
  /** The addresses this one is a part of, from the start page down. */
  readonly within: readonly Route[];
  /** What the place is called. */
  readonly name: string;
  /** Headline of a link that stands alone. */
  readonly title: string;
  readonly description: string;
  readonly card: RouteImages;
}

/** Format of every card. */
export const CARD_TYPE = "image/png";

/** The most a description says, characters. */
const DESCRIPTION = 120;

/** Every address of the story in reading order, the start page first, each chapter before its steps. Paths and ids are unique. */
export function storyRoutes(story: Story): readonly Route[] {
  const titles = new Map(story.steps.map(({ id, title }) => [id, title]));
  const shown = new Map(shareTargets(story).map(({ id, step }) => [id, step.alt]));
  const [cover] = story.steps;
  if (cover === undefined) return [];
  const start: Route = {
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
      const head: Route = {
        id: chapter.id,
        path: `${chapter.id}/`,
        step: first.id,
        within: [start],
        name: chapter.title,
        title: pageTitle(`${chapter.title}，${chapter.subtitle}`, story),
        description: `${chapter.numeral} · ${chapter.title}：${listed(steps.map(({ id }) => titles.get(id) ?? ""))}`,
        card: card(chapter.id, shown.get(chapter.id) ?? first.alt),
      };
      const rest = steps.map((step): Route => ({
        id: step.id,
        path: stepPath(step),
        step: step.id,
        within: [start, head],
        name: step.title,
        title: pageTitle(step.title, story),
        description: sentences(step.text.map(blockText).join("")),
        card: card(step.id, step.alt),
      }));
      return [head, ...rest];
    }),
  ];
}

function card(id: string, alt: string): RouteImages {
  const height = Math.round((LINK_CARD.pixels * LINK_CARD.height) / LINK_CARD.width);
  return {
    wide: { file: `${linkCardFile({ id })}.png`, width: LINK_CARD.pixels, height },
    square: { file: `${squareCardFile({ id })}.png`, width: SQUARE_CARD.side, height: SQUARE_CARD.side },
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
