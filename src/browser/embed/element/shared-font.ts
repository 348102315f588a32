/** The Song face for every story on a page: there while at least one is. */
export interface SharedFont {
  /** Returns the undo. */
  readonly acquire: () => () => void;
}

/**
 * A font that comes with the script, `data` its file in base64: nothing is loaded, so nothing can be forbidden. Where it cannot be had the
 * system's own Song stands in.
 */
export function createSharedFont(family: string, data: string, page: Document): SharedFont {
  let made: FontFace | null = null;
  let worn = 0;

  function make(): FontFace | null {
    try {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const face = new FontFace(family, bytes, { weight: "900" });
      face.load().catch(() => undefined);
      return face;
    } catch {
      return null;
    }
  }

  return {
    acquire() {
      made ??= make();
      worn += 1;
      if (made !== null && worn === 1) page.fonts.add(made);
      return () => {
        worn -= 1;
        if (made !== null && worn === 0) page.fonts.delete(made);
      };
    },
  };
}
