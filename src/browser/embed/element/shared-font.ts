export interface SharedFont {
  readonly acquire: (signal: AbortSignal) => void;
}

/**
 * Keeps the face in `document.fonts` until all stories that acquired it end. `data` is base64: nothing is fetched, so
 * `font-src` cannot block it.
 */
export function createSharedFont(family: string, data: string, page: Document): SharedFont {
  let made: FontFace | null = null;
  let users = 0;

  function make(): FontFace | null {
    try {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const face = new FontFace(family, bytes, { weight: "900", featureSettings: '"chws"' });
      face.load().catch(() => undefined);
      return face;
    } catch {
      return null;
    }
  }

  return {
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
