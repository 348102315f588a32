/** What a page may do with its address; one that may not does nothing. */
export interface Door {
  /** Puts another address of the same document, with a text to find again, in the place of the present one: the history grows by nothing. */
  readonly put: (address: string, text: string) => boolean;
  /** The text put last with the present entry of the history. */
  readonly text: () => string | null;
  /** Whether a browser that comes back here goes to where the page was scrolled. */
  readonly restores: (itself: boolean) => void;
}

/** The only door to a browser's history, which may be refused. Nothing is put in a frame, whose address nobody sees, nor in a file. */
export function door(view: Window): Door {
  const open = view.parent === view && /^https?:$/.test(view.location.protocol);

  function attempt<T>(act: () => T): T | null {
    try {
      return act();
    } catch {
      return null;
    }
  }

  return {
    put: (address, text) =>
      open &&
      attempt(() => {
        view.history.replaceState(text, "", address);
        return true;
      }) === true,
    text() {
      const state = attempt((): unknown => view.history.state);
      return typeof state === "string" ? state : null;
    },
    restores(itself) {
      attempt(() => (view.history.scrollRestoration = itself ? "auto" : "manual"));
    },
  };
}
