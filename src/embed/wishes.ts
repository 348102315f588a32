import type { Theme } from "../picture/model.ts";
import { ID } from "./protocol.ts";
import { themeOf } from "./theme.ts";

/** What an element's attributes ask for; nonsense asks for nothing. */
export interface Wishes {
  /** Id of a chapter; null for the whole story. */
  readonly chapter: string | null;
  /** Null leaves it to the reader's system. */
  readonly theme: Theme | null;
  /** What covers the upper edge of what scrolls, px, 0–400. */
  readonly top: number;
}

/** Reads an element's attributes. `chapters` are the ids there are. */
export function wishes(element: Element, chapters: readonly (string | null)[]): Wishes {
  const chapter = element.getAttribute("chapter") ?? "";
  const top = element.getAttribute("top") ?? "";
  return {
    chapter: ID.test(chapter) && chapters.includes(chapter) ? chapter : null,
    theme: themeOf(element.getAttribute("theme")),
    top: /^\d{1,3}$/.test(top) ? Math.min(400, Number(top)) : 0,
  };
}

/** The story's home that links lead to: the element's own wish only where it has the script's origin. */
export function homeOf(element: Element, script: string): string {
  try {
    const wished = new URL(element.getAttribute("home") ?? script, script);
    return wished.origin === new URL(script).origin ? new URL("./", wished).href : script;
  } catch {
    return script;
  }
}
