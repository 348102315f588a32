export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : value > high ? high : value;
}

/** Returns the position of `value` between `from` and `to`, clamped to [0, 1]; a step when the two are equal. */
export function linearStep(value: number, from: number, to: number): number {
  if (from === to) return value < from ? 0 : 1;
  return clamp((value - from) / (to - from));
}

export function lerp(a: number, b: number, k: number): number {
  return a + (b - a) * k;
}

export function smoothstep(k: number): number {
  return k * k * (3 - 2 * k);
}

export function easeInQuad(k: number): number {
  return k * k;
}

export function easeOutQuad(k: number): number {
  return 1 - (1 - k) * (1 - k);
}

/** Equal to gsap's `power2.inOut`. */
export function easeInOutCubic(k: number): number {
  return k < 0.5 ? 4 * k ** 3 : 1 - (2 - 2 * k) ** 3 / 2;
}
