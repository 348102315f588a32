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

export function qrFile({ id }: { readonly id: string }): string {
  return `codes/${id}`;
}

export const STILL_SIZE: Size = { width: 390, height: 470 };

export function stillFile(step: { readonly id: string }, theme: Theme): string {
  return `stills/${step.id}${theme === "night" ? "-night" : ""}.svg`;
}

export const EMBED_BUILDER_PATH = "embed/code/";
