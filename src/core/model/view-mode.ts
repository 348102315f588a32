/** Three ways to read the same story: pictures that follow the scroll, one step a screen, or the plain article with stills. */
export type ViewMode = "scroll" | "cards" | "article";

/** The reading a value of the page names; anything else is the story's own. */
export function parseViewMode(value: string | null | undefined): ViewMode {
  return value === "cards" || value === "article" ? value : "scroll";
}

/** Under which name a device keeps its reader's choice. */
export const VIEW_MODE_KEY = "anyuan.reading.1";
