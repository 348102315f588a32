/** The typed story: plain JSON made by `compile` from the files in `story/`. Nothing here is code. */

/** How sure a statement is, in the interview's own terms. Printed beside every value. */
export const STATUSES = [
  "预计",
  "累计",
  "已出台",
  "已形成",
  "推进中",
  "目标",
  "要求",
  "评价",
  "问题",
  "事实",
  "陈述",
  "背景",
  "计数",
  "计算",
] as const;
export type Status = (typeof STATUSES)[number];

/** Where a fact comes from: said in the interview, outside context, counted in the interview's text, or computed here. */
export const ORIGINS = ["interview", "context", "count", "derived"] as const;
export type Origin = (typeof ORIGINS)[number];

/** One sourced statement. Numbers have a `value`; a structure or a name has `value: null` and speaks through `text`. */
export interface Fact {
  readonly id: string;
  readonly origin: Origin;
  /** What it is, e.g. 「全区GDP同比增速」. */
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** As printed in prose and pictures, e.g. 「3%左右」; built from value and unit unless the ledger writes it out. */
  readonly text: string;
  readonly period: string;
  readonly status: Status;
  readonly speaker: string;
  /** Verbatim substring of the interview (origin interview), or of the outside source (origin context). */
  readonly quote: string;
  /** Where in the interview, e.g. 「重塑新格局 · 康峰第二段」; for context facts the publication. */
  readonly place: string;
  /** 口径 or a caution for the reader. */
  readonly note?: string;
  /** Formula over other facts, e.g. `{loans} * 10000 / {firms}`, recomputed at build (origin derived). */
  readonly formula?: string;
  /** The formula with names and values put in, for the reader, e.g. 「5.87亿元 × 10000 ÷ 157家」. */
  readonly working?: string;
  /** Address and date of an outside source (origin context). */
  readonly source?: { readonly title: string; readonly url: string; readonly date: string };
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

/** One picture with one short text. */
export interface Step {
  /** ASCII, unique in the story; becomes an address. */
  readonly id: string;
  /** `Chapter.id`, or null for the cover. */
  readonly chapter: string | null;
  /** A name in `scenes/index.ts`. */
  readonly scene: string;
  readonly kind: Kind;
  readonly pace: Pace;
  /** The conclusion; drawn on the picture and the heading of the text. */
  readonly title: string;
  readonly text: readonly Block[];
  /** What the picture shows, for those who cannot see it. */
  readonly alt: string;
  /** What has changed since the previous picture; empty on the cover only. */
  readonly change: string;
  /** What its poster says, where the text's first sentences would not stand alone; else empty. */
  readonly pullQuote: string;
  /** Facts the picture draws or the text rests on, beyond those referenced inline. Ids in order of first use, all of them. */
  readonly facts: readonly string[];
  /** The words drawn on the picture, by the scene's own names for them; fact references already printed. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface Chapter {
  readonly id: string;
  /** 壹 贰 叁 肆 */
  readonly numeral: string;
  readonly title: string;
  readonly subtitle: string;
  /** Id of the step whose picture stands for the chapter; the first one's where none is named. */
  readonly picture: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Whether an author is one person or several under one name. */
export const AUTHOR_KINDS = ["person", "team"] as const;

/** How WeChat shows a link that is sent on: by its own script, for which the publisher's server must sign. */
export interface WeChat {
  /** Answers with a signature of the page's address; `https:`, a file, nothing asked. */
  readonly signature: string;
  /** WeChat's script; likewise. */
  readonly sdk: string;
}

/** What is known only when the story is published: where, by whom, when, from what. */
export interface Site {
  /** Public address of the story's folder with `/` at its end; empty where there is none yet. */
  readonly address: string;
  readonly publisher: string;
  readonly authors: readonly { readonly name: string; readonly kind: (typeof AUTHOR_KINDS)[number] }[];
  /** As 2026-11-24. */
  readonly published: string;
  readonly modified: string;
  /** The interview the story retells; its address is empty where it has none. */
  readonly source: { readonly title: string; readonly address: string };
  /** Null where links are left to WeChat. */
  readonly wechat: WeChat | null;
}

export interface Story {
  readonly title: string;
  readonly kicker: string;
  readonly deck: string;
  readonly byline: string;
  /** 「向下读,向上走」 */
  readonly hint: string;
  readonly description: string;
  readonly chapters: readonly Chapter[];
  /** The cover first, then every step in reading order. */
  readonly steps: readonly Step[];
  /** In ledger order. */
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
  /** 读完之后: method, limits, credits. */
  readonly after: readonly Section[];
  readonly site: Site;
}

/** What a scene asks of every step that uses it: the words it draws and the facts it draws to scale or prints. */
export interface SceneRequirements {
  readonly labels: readonly string[];
  readonly facts?: readonly string[];
}

/** The scenes there are, by name, each with what it needs; `Scene` itself satisfies `SceneNeeds`. */
export type SceneCatalog = ReadonlyMap<string, SceneRequirements>;

/** The part of a fact that a picture may draw or print. */
export type SceneFact = Pick<Fact, "id" | "value" | "unit" | "text" | "period" | "status">;

/** The part of a step that decides its picture. */
export type SceneStep = Pick<Step, "id" | "chapter" | "scene" | "kind" | "pace" | "title" | "labels">;

/** The least a picture has to know of the story; a `Story` satisfies it. */
export interface SceneStory {
  readonly steps: readonly SceneStep[];
  readonly facts: readonly SceneFact[];
}

/** A story whose steps are those of one chapter, for a page that shows no more; the whole story where the chapter is null. */
export function selectChapter<S extends SceneStory>(story: S, chapter: string | null): S {
  return chapter === null ? story : { ...story, steps: story.steps.filter((step) => step.chapter === chapter) };
}
