import { ID_PATTERN } from "../../../core/embed/protocol.ts";

/**
 * What an editor asks for at a figure: the embed document's folder, relative to the story's home; what covers the window's top in the host's
 * page, px; and the height to keep free, px, 0 where it is not known.
 */
export type FigureOptions = readonly [path: string, edge: number, reserved: number];

/** Reads `data-…` of a figure that is `width` px wide: any string in any of them gives something sane, as if nonsense were not there. */
export function readFigureOptions(data: Readonly<Record<string, string | undefined>>, width: number): FigureOptions {
  const { chapter = "", step = "", top = 0, height = "" } = data;
  let reserved = 0;
  for (const [, px = 0, from = 0] of height.matchAll(/(\d{1,6})px@(\d+)/g))
    if (!reserved || +from <= width) reserved = +px;
  const folder = (id: string): string => (ID_PATTERN.test(id) ? `${id}/` : "");
  return [`embed/${folder(chapter)}${folder(step)}`, Math.min(Math.abs(+top) || 0, 400), reserved];
}
