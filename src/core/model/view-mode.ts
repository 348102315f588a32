export type ViewMode = "scroll" | "cards" | "article";

export function parseViewMode(value: string | null | undefined): ViewMode {
  return value === "cards" || value === "article" ? value : "scroll";
}
