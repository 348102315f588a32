import type { Size, Theme } from "./picture.ts";

/** Files of a step's plate relative to the page, without their endings. */
export function stepImageFile(step: { readonly id: string }, theme: Theme): string {
  return `pictures/${step.id}${theme === "night" ? "-night" : ""}`;
}

/** File of a place's poster relative to the start page, without its ending. */
export function posterFile({ id }: { readonly id: string }): string {
  return `posters/${id}`;
}

/** File of a place's card relative to the start page, without its ending. */
export function linkCardFile({ id }: { readonly id: string }): string {
  return `cards/${id}`;
}

/** File of a place's square relative to the start page, without its ending. */
export function squareCardFile({ id }: { readonly id: string }): string {
  return `cards/${id}-square`;
}

/** File of a fact's card relative to the start page, without its ending. */
export function factCardFile({ id }: { readonly id: string }): string {
  return `facts/${id}`;
}

/** File of a place's code relative to the start page, without its ending. */
export function qrFile({ id }: { readonly id: string }): string {
  return `codes/${id}`;
}

/** Size of a step's still picture and of its picture in print, CSS pixels. */
export const STILL_SIZE: Size = { width: 390, height: 470 };

/** File of a step's still picture, relative to the page. */
export function stillFile(step: { readonly id: string }, theme: Theme): string {
  return `stills/${step.id}${theme === "night" ? "-night" : ""}.svg`;
}

/** Where the codes for other pages are handed out, relative to the story's home. */
export const EMBED_BUILDER_PATH = "embed/code/";
