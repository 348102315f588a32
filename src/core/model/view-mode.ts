/** Scroll-driven pictures, one step per screen, or the plain article with still pictures. */
export type ViewMode = "scroll" | "cards" | "article";

export function parseViewMode(value: string | null | undefined): ViewMode {
  return value === "cards" || value === "article" ? value : "scroll";
}
