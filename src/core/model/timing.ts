// Progress at which a step's picture has replaced the previous one, and at which its action ends; then it holds.
export const ENTER_END = 0.35;

export const ACTION_END = 0.85;

/** Progress at which a step is read and captured: the action is over and the text is still in view. */
export const REST_AT = 0.9;

/** Progress at which a step with pace `play` starts its action, so that its text is in view first. */
export const PLAY_FROM = 0.08;
