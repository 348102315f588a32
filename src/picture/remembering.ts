/** `make`, asked once for each of the last `most` different texts or sets of numbers: same answers, less work. */
export function remembering<From extends readonly (string | number | boolean)[], T>(
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

/** `make`, asked once for each object, as long as the object lives. */
export function keeping<From extends object, T>(make: (from: From) => T): (from: From) => T {
  const known = new WeakMap<From, { readonly made: T }>();
  return (from) => {
    const found = known.get(from) ?? { made: make(from) };
    known.set(from, found);
    return found.made;
  };
}

/** `make`, asked once for each pair of objects, as long as both live. */
export function keepingBoth<A extends object, B extends object, T>(make: (a: A, b: B) => T): (a: A, b: B) => T {
  const one = keeping((a: A) => keeping((b: B) => make(a, b)));
  return (a, b) => one(a)(b);
}
