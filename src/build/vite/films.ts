import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { contentHash } from "./cache.ts";

/** Folder of the project that `npm run film` writes and a build reads. */
export const FILMS_FOLDER = "films";

/** Names a film's file by its content, so that a build never takes a film of an older story. */
export function filmName(id: string, content: string): string {
  return `${id}.${contentHash(content)}.mp4`;
}

export interface MadeFilms {
  /** Paths of the files in the project, by the film's id. */
  readonly files: ReadonlyMap<string, string>;
  /** Ids of films that were made, but of an older story or for another address. */
  readonly old: readonly string[];
}

export const NO_FILMS: MadeFilms = { files: new Map(), old: [] };

/** Finds the films that were made of the story as it is. `contents` are by the film's id, in the order of the story. */
export async function findFilms(
  root: string,
  contents: () => readonly (readonly [id: string, content: string])[],
): Promise<MadeFilms> {
  const names = (await readdir(join(root, FILMS_FOLDER)).catch(() => [])).filter((name) => name.endsWith(".mp4"));
  // The contents take a second; most builds have no films.
  if (names.length === 0) return NO_FILMS;
  const wanted = contents().map(([id, content]) => [id, filmName(id, content)] as const);
  const made = wanted.filter(([, name]) => names.includes(name));
  const missing = wanted.filter(([, name]) => !names.includes(name));
  return {
    files: new Map(made.map(([id, name]) => [id, join(root, FILMS_FOLDER, name)])),
    old: missing.flatMap(([id]) => (names.some((name) => name.startsWith(`${id}.`)) ? [id] : [])),
  };
}
