/**
 * A pure function that keeps its latest results, so that compiling again after an edit reads only what has changed.
 * Note: remembers up to `size` texts between calls; results must not be changed by anybody.
 */
export function remembering<T>(read: (text: string) => T, size: number): (text: string) => T {
  const kept = new Map<string, { readonly result: T }>();
  return (text) => {
    const entry = kept.get(text) ?? { result: read(text) };
    kept.delete(text);
    kept.set(text, entry);
    const oldest = kept.keys().next();
    if (kept.size > size && !oldest.done) kept.delete(oldest.value);
    return entry.result;
  };
}
