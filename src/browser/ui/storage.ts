export interface Store {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string) => void;
}

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
        // Only the saved position or preference is lost.
      }
    },
  };
}

/** Stores nothing: an embed leaves no data on the reader's device. */
export const NO_STORAGE: Store = { get: () => null, set: () => undefined };
