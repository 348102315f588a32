import type { StageFont } from "../../../core/model/stage-messages.ts";

const WEIGHT = "900";

export interface SharedFont {
  /** The font's file, for a worker; null when the data are broken. */
  readonly file: () => StageFont | null;
  readonly acquire: (signal: AbortSignal) => void;
}

/**
 * Keeps the face in `document.fonts` until all stories that acquired it end. `data` is base64: nothing is fetched, so
 * `font-src` cannot block it.
 */
export function createSharedFont(family: string, data: string, page: Document): SharedFont {
  let made: FontFace | null = null;
  let users = 0;

  function bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  }

  function make(): FontFace | null {
    try {
      const face = new FontFace(family, bytes(), { weight: WEIGHT, featureSettings: '"chws"' });
      face.load().catch(() => undefined);
      return face;
    } catch {
      return null;
    }
  }

  return {
    file() {
      try {
        return { family, weight: WEIGHT, source: bytes() };
      } catch {
        return null;
      }
    },
    acquire(signal) {
      made ??= make();
      users += 1;
      if (made !== null && users === 1) page.fonts.add(made);
      signal.addEventListener("abort", () => {
        users -= 1;
        if (made !== null && users === 0) page.fonts.delete(made);
      });
    },
  };
}
