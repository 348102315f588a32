import type { Size, Theme } from "../picture/model.ts";

/** Size of a step's still picture and of its picture in print, CSS pixels. */
export const STILL: Size = { width: 390, height: 470 };

/** File of a step's still picture, relative to the page. */
export function stillFile(step: { readonly id: string }, theme: Theme): string {
  return `stills/${step.id}${theme === "night" ? "-night" : ""}.svg`;
}
