/** Three ways to read the same story: pictures that follow the scroll, one step a screen, or the plain article with stills. */
export type Reading = "scroll" | "cards" | "article";

/** The reading a value of the page names; anything else is the story's own. */
export function readingOf(value: string | null | undefined): Reading {
  return value === "cards" || value === "article" ? value : "scroll";
}
