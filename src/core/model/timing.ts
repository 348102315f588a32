/** Share of a step in which its picture grows out of the previous one. */
export const ENTER_END = 0.35;

/** From ENTER to here a scene acts; after it the picture holds. */
export const ACTION_END = 0.85;

/** Where a step is meant to be read: the action is over and the text still stands. */
export const REST_AT = 0.9;

/** Share of a played step that must be passed before its picture sets out, so that the text is there first. */
export const PLAY_FROM = 0.08;
