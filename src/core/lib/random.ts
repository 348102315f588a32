/**
 * A named stream of pseudo-random numbers in [0, 1): the same name gives the same numbers on every device.
 * One stream per use; sharing one would make the order of calls matter.
 * Mulberry32 seeded by FNV-1a of the name: integer arithmetic only, so engines cannot differ.
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
