import type { Story } from "./story.ts";

/** Path of a step's page, relative to the story's home and with a trailing slash; empty for the cover. */
export function stepPath({ id, chapter }: { readonly id: string; readonly chapter: string | null }): string {
  return chapter === null ? "" : `${chapter}/${id}/`;
}

/** Path of the page with the tables of facts and the glossary. The pictures of facts lie in the same folder. */
export const FACTS_PATH = "facts/";

export const FACTS_SHEET = "facts/page.css";

/** Path of the page that shows every picture and film for other publishers. */
export const PRESS_KIT_PATH = "press-kit/";

/** The SHA-256, in base64, of every file that a page may keep for reading offline, by its path. */
export const OFFLINE_DIGESTS = "offline.json";

/** Fragments that name a fact's row and a term's entry. */
export function factFragment(id: string): string {
  return `fact-${id}`;
}

export function termFragment(id: string): string {
  return `term-${id}`;
}

/** Query of a link that is handed on: it opens in cards, which readers who come from a chat understand at once. */
export const CARDS_QUERY = "?mode=cards";

/** Title of a page's link. That of the story has the deck's first sentence: platforms cut longer ones. */
export function pageTitle(place: string | null, { title, deck }: Pick<Story, "title" | "deck">): string {
  return place === null ? `${title} · ${deck.replace(/。.*$/su, "")}` : `${place} · ${title}`;
}
