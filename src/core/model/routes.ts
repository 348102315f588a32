import type { Story } from "./story.ts";

/** Path of a step's own page, relative to the story's home. */
export function stepPath({ id, chapter }: { readonly id: string; readonly chapter: string | null }): string {
  return chapter === null ? "" : `${chapter}/${id}/`;
}

/** Title of a place's page; of the start page where there is no place. */
export function pageTitle(place: string | null, { title, deck }: Pick<Story, "title" | "deck">): string {
  return place === null ? `${title} · ${deck}` : `${place} · ${title}`;
}
