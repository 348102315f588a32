import type { EmbedFormat, EmbedTarget } from "./snippet.ts";

/** Name of a way to show a part, and what it asks. */
type Words = readonly [name: string, meaning: string];

/** What the page that hands out codes tells its script. */
export interface BuilderData {
  /** The story's public address with `/` at its end, or empty. */
  readonly home: string;
  /** Stands for it in codes that were written without one. */
  readonly unknown: string;
  readonly extents: readonly EmbedTarget[];
  readonly ways: Readonly<Record<EmbedFormat, Words>>;
  /** Other words for a single picture. */
  readonly figure: Readonly<Partial<Record<EmbedFormat, Words>>>;
}

/** As JSON that may stand in a script element. */
export function serializeBuilderData(choices: BuilderData): string {
  return JSON.stringify(choices).replaceAll("<", "\\u003c");
}

/** The page and its script come from one build: the names tell that it is theirs. */
function isChoices(value: unknown): value is BuilderData {
  return typeof value === "object" && value !== null && "extents" in value && "ways" in value && "figure" in value;
}

/** Reads what `choicesText` wrote. Throws SyntaxError for what is no JSON, TypeError for what is something else. */
export function parseBuilderData(text: string): BuilderData {
  const read: unknown = JSON.parse(text);
  if (!isChoices(read)) throw new TypeError("not the choices of this page");
  return read;
}
