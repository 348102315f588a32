import type { Size, Theme } from "./picture.ts";

/** Path relative to the story's home, without its extension, like all paths below except those of stills. */
export function stepImageFile(step: { readonly id: string }, theme: Theme): string {
  return `pictures/${step.id}${theme === "night" ? "-night" : ""}`;
}

export function posterFile({ id }: { readonly id: string }): string {
  return `posters/${id}`;
}

export function linkCardFile({ id }: { readonly id: string }): string {
  return `cards/${id}`;
}

export function squareCardFile({ id }: { readonly id: string }): string {
  return `cards/${id}-square`;
}

export function factCardFile({ id }: { readonly id: string }): string {
  return `facts/${id}`;
}

/** Names the pages of a chapter's carousel so that they sort: 01, 02 … */
export function carouselFiles({ id }: { readonly id: string }, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `carousels/${id}-${String(index + 1).padStart(2, "0")}`);
}

/** Folder of the press kit with the codes of a place; `path`: relative to the story's home. */
export function snippetFolder({ path }: { readonly path: string }): string {
  return `snippets/${path === "" ? "story" : path.slice(0, -1).replaceAll("/", "-")}`;
}

export function qrFile({ id }: { readonly id: string }): string {
  return `codes/${id}`;
}

/** Shapes of a film's covers: 小红书 and 抖音, 哔哩哔哩, and the rest. */
export const COVER_SHAPES = ["3x4", "16x9", "4x3"] as const;
export type CoverShape = (typeof COVER_SHAPES)[number];

export function filmFile({ id }: { readonly id: string }): string {
  return `films/${id}`;
}

export function filmCoverFile({ id }: { readonly id: string }, shape: CoverShape): string {
  return `films/${id}-${shape}`;
}

export const STILL_SIZE: Size = { width: 390, height: 470 };

export function stillFile(step: { readonly id: string }, theme: Theme): string {
  return `stills/${step.id}${theme === "night" ? "-night" : ""}.svg`;
}

export const EMBED_BUILDER_PATH = "embed/code/";
