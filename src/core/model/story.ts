import type { Film } from "./film.ts";

export const ORIGINS = ["interview", "context", "count", "derived"] as const;
export type Origin = (typeof ORIGINS)[number];

/** Yearly values of one scope. No line may be drawn, and no sum made, from one side of the break to the other. */
export interface YearTable {
  readonly columns: readonly string[];
  /** Printed names of the columns. */
  readonly names: readonly string[];
  /** One row for each year without a gap; null stands for a value that nobody looked up. */
  readonly rows: readonly { readonly year: number; readonly values: readonly (number | null)[] }[];
  /** Last year before the publisher changed its books. */
  readonly breakAfter: number | null;
}

/** One sourced statement. A structure or a name has `value: null` and only its `text`. */
export interface Fact {
  readonly id: string;
  readonly origin: Origin;
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** As printed in prose and pictures, e.g. 「3%左右」; made of value and unit unless the facts table gives it. */
  readonly text: string;
  /** How a voice says the text, where its signs mislead one. */
  readonly spoken?: string;
  readonly period: string;
  /** Certainty of what it says, printed beside every value: one of the words in `site.yaml`. */
  readonly status: string;
  readonly speaker: string;
  /** Verbatim substring of the interview, or of the outside source (origin `context`). */
  readonly quote: string;
  readonly place: string;
  readonly note?: string;
  /**
   * Places of the counted word in the whole interview, in characters from 1, whatever the section; of a count of
   * characters, the places at which the parts begin (origin `count`).
   */
  readonly places?: readonly number[];
  /** Formula over other facts, e.g. `{loans} * 10000 / {firms}`, recomputed by the build (origin `derived`). */
  readonly formula?: string;
  readonly working?: string;
  readonly source?: FactSource;
  /** Whose figure it is, e.g. 萍乡市; a figure of the interview has none. */
  readonly scope?: string;
  /** Trust in an outside figure: A (government, central press) to B−. */
  readonly confidence?: string;
  /** The check that it passed, in words. */
  readonly checked?: string;
  readonly table?: YearTable;
}

export interface FactSource {
  readonly title: string;
  readonly publisher?: string;
  /** Empty when the source has no public address. */
  readonly url: string;
  readonly date: string;
}

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly gloss: string;
}

export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "fact"; readonly id: string; readonly text: string }
  | { readonly type: "term"; readonly id: string; readonly text: string }
  | { readonly type: "strong"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly href: string; readonly text: string };

export type Block =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "quote"; readonly children: readonly Inline[] }
  | { readonly type: "list"; readonly items: readonly (readonly Inline[])[] };

export const KINDS = ["data", "schematic"] as const;
export type Kind = (typeof KINDS)[number];

export const PACES = ["scrub", "play"] as const;
export type Pace = (typeof PACES)[number];

export interface Step {
  /** ASCII and unique; part of the URL. */
  readonly id: string;
  /** Null for the cover, whose `change` is empty. */
  readonly chapter: string | null;
  readonly scene: string;
  readonly kind: Kind;
  readonly pace: Pace;
  readonly title: string;
  readonly text: readonly Block[];
  readonly alt: string;
  readonly change: string;
  /** Poster text for a step whose first sentences would not stand alone; else empty. */
  readonly pullQuote: string;
  /** Number or word set large on the square and the link card; empty for the picture alone, null for the default. */
  readonly emblem: string | null;
  /** Ids of all facts that the picture draws or the text uses, in order of first use. */
  readonly facts: readonly string[];
  /** Those of `facts` that the picture stands on: no outside fact that only the text uses. */
  readonly drawn: readonly string[];
  /** Labels by the scene's own names for them; fact references are already replaced by their text. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Most steps of a carousel: with cover, numbers and sources ten pages, of which platforms show eighteen. */
export const CAROUSEL_STEPS = 7;

export interface Chapter {
  readonly id: string;
  readonly numeral: string;
  /** Short name that its readers know, e.g. of the interview; its title unless the chapter gives one. */
  readonly official: string;
  readonly title: string;
  readonly subtitle: string;
  /** Sentence that a link to the chapter carries, or empty. */
  readonly share: string;
  /** Id of the step whose picture represents the chapter; by default its first. */
  readonly picture: string;
  /** Number or word set large on the chapter's square and link card; empty for that of its picture. */
  readonly emblem: string;
  /** Ids of the steps that are pages of its carousel, in reading order. */
  readonly carousel: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const AUTHOR_KINDS = ["person", "team"] as const;

/** WeChat's link preview: its script shows one only if the publisher's server, at `signature`, signs the page's URL. */
export interface WeChat {
  readonly signature: string;
  readonly sdk: string;
}

export interface Site {
  /** Small Latin letters and digits; part of every name in `names.ts`. */
  readonly name: string;
  /** Statuses of what has not come about. */
  readonly hoped: readonly string[];
  /** Public URL of the story's folder with a trailing slash, or empty. */
  readonly address: string;
  readonly publisher: string;
  readonly authors: readonly { readonly name: string; readonly kind: (typeof AUTHOR_KINDS)[number] }[];
  /** `YYYY-MM-DD`, as is `modified`. */
  readonly published: string;
  readonly modified: string;
  readonly source: { readonly title: string; readonly address: string };
  readonly wechat: WeChat | null;
  /** The author's account, `@name@example.org`, or empty. */
  readonly fediverse: string;
  /** Chapters that are read aloud in a sound file, in the order of the story. */
  readonly recordings: readonly Recording[];
}

export interface Recording {
  readonly chapter: string;
  /** HTTPS URL of the file, or its path in the site's folder. */
  readonly address: string;
  /** Beginnings of the chapter's steps, in their order, s; empty when the editor gives none. */
  readonly times: readonly number[];
}

export interface Story {
  readonly title: string;
  readonly kicker: string;
  readonly deck: string;
  readonly byline: string;
  readonly hint: string;
  readonly description: string;
  /** Sentence that a link to the story carries, or empty. */
  readonly share: string;
  readonly chapters: readonly Chapter[];
  /** The cover, then all steps in reading order. */
  readonly steps: readonly Step[];
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
  readonly after: readonly Section[];
  readonly site: Site;
  /** The story's own film, then its chapters'; those that have a score. */
  readonly films: readonly Film[];
}

export interface SceneRequirements {
  readonly labels: readonly string[];
  readonly facts?: readonly string[];
  readonly limits?: readonly SceneLimit[];
  readonly tables?: readonly SceneTable[];
}

/** Room that a picture has for each of some facts, from zero. */
export interface SceneLimit {
  readonly facts: readonly string[];
  /** A number, or the id of the fact whose value it is. */
  readonly most: number | string;
  /** The picture has that room for all of them together. */
  readonly together?: boolean;
}

/** Part of a fact's table that a picture draws. */
export interface SceneTable {
  readonly fact: string;
  readonly columns?: readonly string[];
  /** The picture parts where the books changed. */
  readonly broken?: boolean;
}

export type SceneCatalog = ReadonlyMap<string, SceneRequirements>;

export type SceneFact = Pick<
  Fact,
  "id" | "value" | "unit" | "text" | "period" | "status" | "scope" | "table" | "places"
>;

export type SceneStep = Pick<Step, "id" | "chapter" | "scene" | "kind" | "pace" | "title" | "labels">;

/** The parts of a story that its page needs to move through it. */
export interface StoryOutline {
  readonly steps: readonly Pick<SceneStep, "id" | "chapter" | "pace" | "title">[];
}

export interface SceneStory extends StoryOutline {
  readonly steps: readonly SceneStep[];
  readonly facts: readonly SceneFact[];
}

export function selectChapter<S extends StoryOutline>(story: S, chapter: string | null): S {
  return chapter === null ? story : { ...story, steps: story.steps.filter((step) => step.chapter === chapter) };
}
