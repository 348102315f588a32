/**
 * story-embed/1: what a host page and an embed say to each other. At the handshake the window and the origin are checked; everything later
 * goes over a port of their own. Numbers and names only: never markup, selectors, code, or addresses to load.
 */
export const VERSION = "story-embed/1";

/** How a host shows an embed: pinned and scrolled by the page, one step a screen, or unrolled. */
const MODES = ["frame", "steps", "stack"] as const;
export type Mode = (typeof MODES)[number];

/** What an embed says to the window around until it is answered: which version it speaks. */
export const HELLO = VERSION;

/**
 * Host → window of the embed, with a port. The room there is, px: what covers the top of the host's window, and the window's height while the
 * browser shows its bars; an embed whose window has changed greets anew.
 */
export interface Welcome {
  readonly v: typeof VERSION;
  readonly mode: Mode;
  readonly top: number;
  readonly svh: number;
}

const ORDERS = ["y", "vis"] as const;
const REPORTS = ["err", "goto", "height", "step"] as const;

/** Host → embed: where its document is to be scrolled, px; whether it is in or near the window, 1 or 0. */
export interface HostMessage {
  readonly t: (typeof ORDERS)[number];
  readonly n: number;
}

/** Embed → host: its height, px; where it has scrolled of itself, px; the number of the step it shows; that it cannot go on. */
export interface FrameMessage {
  readonly t: (typeof REPORTS)[number];
  readonly n: number;
}

/** No embed is taller, px. */
export const MAX_HEIGHT = 200_000;

/** How long a frame may be silent before it is given up, ms. Until it speaks the figure's own content is seen, so that only room is lost. */
export const FRAME_TIMEOUT = 15_000;

/** Height of a story that is read card by card, px. */
export const CARDS_HEIGHT = 640;

/** What an id of a chapter or a step looks like. */
export const ID_PATTERN = /^[a-z][a-z0-9-]*$/;

/** A message as a browser hands it over: a copy, of which nothing is code. */
type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a number from 0 to `most`. */
function within(value: unknown, most: number): value is number {
  return typeof value === "number" && value >= 0 && value <= most;
}

/** The host's answer, or null for anything else. */
export function parseWelcome(data: unknown): Welcome | null {
  const { v, mode, top, svh }: Fields = { ...(data ?? null) };
  const known = MODES.find((one) => one === mode);
  if (v !== VERSION || known === undefined || !within(top, 400) || !within(svh, 1e5)) return null;
  return { v, mode: known, top: Math.round(top), svh: Math.round(svh) };
}

/** What a host says over the port, or null for anything else. */
export function parseHostMessage(data: unknown): HostMessage | null {
  const { t, n }: Fields = { ...(data ?? null) };
  const known = ORDERS.find((one) => one === t);
  return known && within(n, MAX_HEIGHT) ? { t: known, n } : null;
}

/** What an embed says over the port, its lengths held within bounds; null for anything else. */
export function parseFrameMessage(data: unknown): FrameMessage | null {
  const { t, n }: Fields = { ...(data ?? null) };
  const known = REPORTS.find((one) => one === t);
  return known && within(n, MAX_HEIGHT) ? { t: known, n } : null;
}
