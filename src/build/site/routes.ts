import { linkCardFile, squareCardFile } from "../../core/model/files.ts";
import { pageTitle, stepPath } from "../../core/model/routes.ts";
import type { Story } from "../../core/model/story.ts";
import { LINK_CARD } from "../images/link-card.ts";
import { blockText } from "../images/pull-quote.ts";
import { shareTargets } from "../images/share-targets.ts";
import { SQUARE_CARD } from "../images/square-card.ts";

export interface RouteImage {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** Link card for most platforms, square card for those that crop; sizes in pixels. */
export interface RouteImages {
  readonly wide: RouteImage;
  readonly square: RouteImage;
  readonly alt: string;
}

/** A page of the story. The start page has the cover's id and an empty path; other paths end with a slash. */
export interface Route {
  readonly id: string;
  readonly path: string;
  readonly step: string;
  readonly within: readonly Route[];
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly card: RouteImages;
}

export const CARD_TYPE = "image/png";

/** Maximum length of a description, characters. */
const DESCRIPTION = 120;

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
        title: pageTitle(chapter.title, story),
        description:
          chapter.share ||
          `${chapter.numeral} · ${chapter.title}：${listed(steps.map(({ id }) => titles.get(id) ?? ""))}`,
        card: card(chapter.id, shown.get(chapter.id) ?? first.alt),
      };
      const rest = steps.map((step): Route => ({
        id: step.id,
        path: stepPath(step),
        step: step.id,
        within: [start, head],
        name: step.title,
        title: pageTitle(step.title, story),
        description: describe(step.text.map(blockText).join(""), chapter.share),
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

function listed(titles: readonly string[]): string {
  return titles.reduce((all, title) => {
    const longer = all === "" ? title : `${all}；${title}`;
    return longer.length > DESCRIPTION - 10 ? all : longer;
  }, "");
}

/** Shortest description, characters: platforms replace a shorter one by text of their own choice. */
const SHORTEST = 24;

function describe(text: string, chapter: string): string {
  const said = sentences(text);
  return said.length < SHORTEST ? sentences(said + chapter) : said;
}

function sentences(text: string): string {
  const all = text.match(/[^。！？]+[。！？]?[”」』]?/gu) ?? [];
  return all.reduce((said, next) => ((said + next).length > DESCRIPTION ? said : said + next));
}
