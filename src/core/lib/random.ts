/**
 * Creates a generator of pseudo-random numbers in [0, 1), seeded by name: mulberry32 over an FNV-1a hash. Integer
 * arithmetic only, so all engines agree. Use one generator per purpose, or the order of calls matters.
 */
export function seededRandom(name: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
