/** What a page may do with its address; one that may not does nothing. */
export interface SafeHistory {
  /** Puts another address of the same document, with a text to find again, in the place of the present one: the history grows by nothing. */
  readonly replace: (address: string, text: string) => boolean;
  /** The text put last with the present entry of the history. */
  readonly savedText: () => string | null;
  /** Whether a browser that comes back here goes to where the page was scrolled. */
  readonly setScrollRestoration: (itself: boolean) => void;
}

/** The only door to a browser's history, which may be refused. Nothing is put in a frame, whose address nobody sees, nor in a file. */
export function safeHistory(view: Window): SafeHistory {
  const open = view.parent === view && /^https?:$/.test(view.location.protocol);

  function attempt<T>(act: () => T): T | null {
    try {
      return act();
    } catch {
      return null;
    }
  }

  return {
    replace: (address, text) =>
      open &&
      attempt(() => {
        view.history.replaceState(text, "", address);
        return true;
      }) === true,
    savedText() {
      const state = attempt((): unknown => view.history.state);
      return typeof state === "string" ? state : null;
    },
    setScrollRestoration(itself) {
      attempt(() => (view.history.scrollRestoration = itself ? "auto" : "manual"));
    },
  };
}
