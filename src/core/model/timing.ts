/**
 * Progress at which a step's picture begins to replace the previous one. Up to here the previous picture holds, because
 * its text is still being read; the step heights in `stage.css` rely on it.
 */
export const ENTER_START = 0.12;

// Progress at which a step's picture has replaced the previous one, and at which its action ends; then it holds.
export const ENTER_END = 0.35;

export const ACTION_END = 0.85;

/** Progress at which a step is read and captured: the action is over and the text is still in view. */
export const REST_AT = 0.86;
