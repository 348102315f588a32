import { ID_PATTERN } from "../../../core/embed/protocol.ts";
import type { Theme } from "../../../core/model/picture.ts";
import { parseTheme } from "../theme.ts";

/** Invalid values count as absent; `top` is the height of the host's sticky header, px, 0–400. */
export interface ElementOptions {
  readonly chapter: string | null;
  readonly theme: Theme | null;
  readonly top: number;
}

export function readElementOptions(element: Element, chapters: readonly (string | null)[]): ElementOptions {
  const chapter = element.getAttribute("chapter") ?? "";
  const top = element.getAttribute("top") ?? "";
  return {
    chapter: ID_PATTERN.test(chapter) && chapters.includes(chapter) ? chapter : null,
    theme: parseTheme(element.getAttribute("theme")),
    top: /^\d{1,3}$/.test(top) ? Math.min(400, Number(top)) : 0,
  };
}

/** Ignores a `home` attribute of another origin than the script's. */
export function resolveHome(element: Element, script: string): string {
  try {
    const wished = new URL(element.getAttribute("home") ?? script, script);
    return wished.origin === new URL(script).origin ? new URL("./", wished).href : script;
  } catch {
    return script;
  }
}
