/** How long a frame may be silent before it is given up, ms: until it speaks the figure's own content is seen, so only room is lost. */
export const SILENCE = 15_000;

/** Height of a story that is read card by card, px. */
export const CARDS = 640;
