export interface SafeHistory {
  readonly replace: (address: string, text: string) => boolean;
  readonly savedText: () => string | null;
  readonly setScrollRestoration: (itself: boolean) => void;
}

/** Does nothing where `history` throws; writes nothing in an iframe, whose URL nobody sees, or on `file:`. */
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
