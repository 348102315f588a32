import { ID, TALLEST } from "./protocol.ts";

/** What an editor asks for at a figure; nonsense is as if it were not there. */
export interface Asked {
  /** `inline`, `steps` or `static`; anything else is a frame. */
  readonly mode: string;
  /** Id of a chapter; empty for the whole story. */
  readonly chapter: string;
  /** Id of a step that is wanted as a single picture; empty for none. */
  readonly step: string;
  /** `day` or `night`; anything else is the reader's own. */
  readonly theme: string;
  /** What covers the window's top in the host's page, px. */
  readonly top: number;
  /** Height to keep free, px; 0 where it is not known. */
  readonly height: number;
}

/** Reads `data-…` of a figure that is `width` px wide: any string in any of them gives something sane. */
export function asked(data: Readonly<Record<string, string | undefined>>, width: number): Asked {
  const name = (text = ""): string => (ID.test(text) ? text : "");
  const chapter = name(data["chapter"]);
  let height = 0;
  for (const [, px, from] of (data["height"] ?? "").matchAll(/(\d+)px@(\d+)/g))
    if (!height || Number(from) <= width) height = Math.min(Number(px), TALLEST);
  return {
    mode: name(data["mode"]),
    chapter,
    step: chapter && name(data["step"]),
    theme: name(data["theme"]),
    top: Math.min(Number(/^\d+/.exec(data["top"] ?? "") ?? 0), 400),
    height,
  };
}
