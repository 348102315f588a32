/** What takes the space bar for itself. */
const TAKERS = "button, input, select, summary, textarea, dialog, [contenteditable]";

/** Share of a window that the space bar scrolls, as browsers have it. */
const STRIDE = 0.875;

/**
 * How far a key scrolls a window of `height` px, px, when it is the space bar and nothing else wants it; null otherwise. A document that its
 * reader may not scroll hands every other key on to the page around, but not this one.
 */
export function stride(event: KeyboardEvent, height: number): number | null {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  const taken = target instanceof Element && target.closest(TAKERS) !== null;
  if (key !== " " || taken || altKey || ctrlKey || metaKey || defaultPrevented) return null;
  return Math.round(height * (shiftKey ? -STRIDE : STRIDE));
}
