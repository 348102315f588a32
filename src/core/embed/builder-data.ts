import type { EmbedFormat, EmbedTarget } from "./snippet.ts";

type Words = readonly [name: string, meaning: string];

export interface BuilderData {
  readonly home: string;
  /** Placeholder for `home` in snippets that were written without one. */
  readonly unknown: string;
  readonly extents: readonly EmbedTarget[];
  readonly ways: Readonly<Record<EmbedFormat, Words>>;
  readonly figure: Readonly<Partial<Record<EmbedFormat, Words>>>;
}

/** Escapes `<`, so that the JSON is safe inside a script element. */
export function serializeBuilderData(choices: BuilderData): string {
  return JSON.stringify(choices).replaceAll("<", "\\u003c");
}

/** Checks the keys only: page and script come from the same build. */
function isChoices(value: unknown): value is BuilderData {
  return typeof value === "object" && value !== null && "extents" in value && "ways" in value && "figure" in value;
}

/** Throws a SyntaxError for invalid JSON, a TypeError for other data. */
export function parseBuilderData(text: string): BuilderData {
  const read: unknown = JSON.parse(text);
  if (!isChoices(read)) throw new TypeError("not the choices of this page");
  return read;
}
