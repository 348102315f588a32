import type { Story } from "./story.ts";

/** Path of a step's page, relative to the story's home and with a trailing slash; empty for the cover. */
export function stepPath({ id, chapter }: { readonly id: string; readonly chapter: string | null }): string {
  return chapter === null ? "" : `${chapter}/${id}/`;
}

/** Query of a link that is handed on: it opens in cards, which readers who come from a chat understand at once. */
export const CARDS_QUERY = "?mode=cards";

/** Title of a page's link. That of the story has the deck's first sentence: platforms cut longer ones. */
export function pageTitle(place: string | null, { title, deck }: Pick<Story, "title" | "deck">): string {
  return place === null ? `${title} · ${deck.replace(/。.*$/su, "")}` : `${place} · ${title}`;
}
