import { ID_PATTERN } from "../../../core/embed/protocol.ts";

/**
 * Path of the embed page, relative to the story's home; height of the host's sticky header, px; height to reserve, px,
 * or 0 if unknown.
 */
export type FigureOptions = readonly [path: string, edge: number, reserved: number];

export function readFigureOptions(data: Readonly<Record<string, string | undefined>>, width: number): FigureOptions {
  const { chapter = "", step = "", top = 0, height = "" } = data;
  let reserved = 0;
  for (const [, px = 0, from = 0] of height.matchAll(/(\d{1,6})px@(\d+)/g))
    if (!reserved || +from <= width) reserved = +px;
  const folder = (id: string): string => (ID_PATTERN.test(id) ? `${id}/` : "");
  return [`embed/${folder(chapter)}${folder(step)}`, Math.min(400, Math.abs(+top) || 0), reserved];
}
