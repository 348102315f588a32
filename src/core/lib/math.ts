/** `value` kept within [low, high]. */
export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : value > high ? high : value;
}

/** Where `value` lies between `from` and `to`, 0 before and 1 after; a step where the two are one. */
export function linearStep(value: number, from: number, to: number): number {
  if (from === to) return value < from ? 0 : 1;
  return clamp((value - from) / (to - from));
}

/** Linear blend of two numbers. */
export function lerp(a: number, b: number, k: number): number {
  return a + (b - a) * k;
}

/** Starts and ends at rest, like something heavy: smoothstep, slope at most 1.5. */
export function smoothstep(k: number): number {
  return k * k * (3 - 2 * k);
}

/** Falls: starts at rest and arrives moving. */
export function easeInQuad(k: number): number {
  return k * k;
}

/** Settles: starts moving and comes to rest. */
export function easeOutQuad(k: number): number {
  return 1 - (1 - k) * (1 - k);
}
