/**
 * Memoizes by the arguments, joined with spaces: strings that contain spaces can collide. Clears the whole cache when
 * it holds `most` results; undefined is not cached.
 */
export function memoizeByKey<From extends readonly (string | number | boolean)[], T>(
  make: (...from: From) => T,
  most: number,
): (...from: From) => T {
  const known = new Map<string, T>();
  return (...from) => {
    const key = from.join(" ");
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(...from);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}

export function memoizeByObject<From extends object, T>(make: (from: From) => T): (from: From) => T {
  const known = new WeakMap<From, { readonly made: T }>();
  return (from) => {
    const found = known.get(from) ?? { made: make(from) };
    known.set(from, found);
    return found.made;
  };
}

export function memoizeByObjects<A extends object, B extends object, T>(make: (a: A, b: B) => T): (a: A, b: B) => T {
  const one = memoizeByObject((a: A) => memoizeByObject((b: B) => make(a, b)));
  return (a, b) => one(a)(b);
}

/**
 * Memoizes a pure function with a least-recently-used cache of `size` texts, so that a rebuild parses only the files
 * that changed. Results are shared: do not mutate them.
 */
export function memoizeLatest<T>(read: (text: string) => T, size: number): (text: string) => T {
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
