import { ID_PATTERN } from "../../../core/embed/protocol.ts";
import type { Theme } from "../../../core/model/picture.ts";
import { figureAttribute } from "../../../core/model/names.ts";
import { parseTheme } from "../theme.ts";

function figureOf(element: Element): Element | null {
  return element.closest(`figure[${figureAttribute(STORY_NAME)}]`);
}

/** An attribute of the element, or else `data-NAME` of the figure that the loader has put it into. */
function attributeOf(element: Element, name: string): string | null {
  return element.getAttribute(name) ?? figureOf(element)?.getAttribute(`data-${name}`) ?? null;
}

/** Invalid values count as absent; `top` is the height of the host's sticky header, px, 0–400. */
export interface ElementOptions {
  readonly chapter: string | null;
  readonly theme: Theme | null;
  readonly top: number;
  /** False where the host wants no worker: its policy would report one. */
  readonly worker: boolean;
}

export function readElementOptions(element: Element, chapters: readonly (string | null)[]): ElementOptions {
  const chapter = attributeOf(element, "chapter") ?? "";
  const top = attributeOf(element, "top") ?? "";
  return {
    chapter: ID_PATTERN.test(chapter) && chapters.includes(chapter) ? chapter : null,
    theme: parseTheme(attributeOf(element, "theme")),
    top: /^\d{1,3}$/.test(top) ? Math.min(400, Number(top)) : 0,
    worker: element.getAttribute("worker") !== "none",
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
