/** What a browser keeps for a page; one that keeps nothing answers null. */
export interface Store {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string) => void;
}

/** The only door to a browser's storage, which may be refused when it is asked for, read, or written. */
export function safeStorage(open: () => Storage): Store {
  return {
    get(key) {
      try {
        return open().getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        open().setItem(key, value);
      } catch {
        // Not kept: the reader loses a place, never the story.
      }
    },
  };
}

/** Keeps nothing: a story that is shown in another's page leaves nothing on a reader's device. */
export const NO_STORAGE: Store = { get: () => null, set: () => undefined };
