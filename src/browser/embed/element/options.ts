import { ID_PATTERN } from "../../../core/embed/protocol.ts";
import type { Theme } from "../../../core/model/picture.ts";
import { parseTheme } from "../theme.ts";

/** What an element's attributes ask for; nonsense asks for nothing. */
export interface ElementOptions {
  /** Id of a chapter; null for the whole story. */
  readonly chapter: string | null;
  /** Null leaves it to the reader's system. */
  readonly theme: Theme | null;
  /** What covers the upper edge of what scrolls, px, 0–400. */
  readonly top: number;
}

/** Reads an element's attributes. `chapters` are the ids there are. */
export function readElementOptions(element: Element, chapters: readonly (string | null)[]): ElementOptions {
  const chapter = element.getAttribute("chapter") ?? "";
  const top = element.getAttribute("top") ?? "";
  return {
    chapter: ID_PATTERN.test(chapter) && chapters.includes(chapter) ? chapter : null,
    theme: parseTheme(element.getAttribute("theme")),
    top: /^\d{1,3}$/.test(top) ? Math.min(400, Number(top)) : 0,
  };
}

/** The story's home that links lead to: the element's own wish only where it has the script's origin. */
export function resolveHome(element: Element, script: string): string {
  try {
    const wished = new URL(element.getAttribute("home") ?? script, script);
    return wished.origin === new URL(script).origin ? new URL("./", wished).href : script;
  } catch {
    return script;
  }
}
