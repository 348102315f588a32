/**
 * story-embed/1, the protocol of host page and embed. The handshake checks window and origin, then all messages use a
 * MessagePort. They carry only names and numbers: never markup, selectors, code or URLs to load.
 */
export const VERSION = "story-embed/1";

const MODES = ["frame", "cards", "article"] as const;
export type Mode = (typeof MODES)[number];

export const HELLO = VERSION;

/**
 * Host → embed window, with a MessagePort; a story embed repeats the handshake when its width changes. `top` is the
 * height of the host's sticky header, `svh` the height of its viewport while the browser's bars are shown, px.
 */
export interface Welcome {
  readonly v: typeof VERSION;
  readonly mode: Mode;
  readonly top: number;
  readonly svh: number;
}

const ORDERS = ["y", "visible"] as const;
const REPORTS = ["scroll", "height", "step"] as const;

/** Host → embed: scroll offset of its document, px, or 1 when it is in or near the viewport and 0 when not. */
export interface HostMessage {
  readonly type: (typeof ORDERS)[number];
  readonly value: number;
}

/** Embed → host: its height or the offset it has scrolled to by itself, px; the index of its step. */
export interface FrameMessage {
  readonly type: (typeof REPORTS)[number];
  readonly value: number;
}

export const MAX_HEIGHT = 200_000;

/** Time without a message, ms, after which the host removes the iframe; the fallback stays visible meanwhile. */
export const FRAME_TIMEOUT = 15_000;

export const CARDS_HEIGHT = 640;

export const ID_PATTERN = /^[a-z][a-z0-9-]*$/;

type Fields = Readonly<Record<string, unknown>>;

function within(value: unknown, most: number): value is number {
  return typeof value === "number" && value >= 0 && value <= most;
}

export function parseWelcome(data: unknown): Welcome | null {
  const { v, mode, top, svh }: Fields = { ...(data ?? null) };
  const known = MODES.find((one) => one === mode);
  if (v !== VERSION || known === undefined || !within(top, 400) || !within(svh, 1e5)) return null;
  return { v, mode: known, top: Math.round(top), svh: Math.round(svh) };
}

export function parseHostMessage(data: unknown): HostMessage | null {
  const { type, value }: Fields = { ...(data ?? null) };
  const known = ORDERS.find((one) => one === type);
  return known && within(value, MAX_HEIGHT) ? { type: known, value } : null;
}

/**
 * Checks the value alone: the loader has no room for a list of types, and ignores those that it does not know. Nor has
 * it room for `within`.
 */
export function parseFrameMessage(data: unknown): { readonly type: unknown; readonly value: number } | null {
  const { type, value }: Fields = { ...(data ?? null) };
  return typeof value === "number" && value >= 0 && value <= MAX_HEIGHT ? { type, value } : null;
}
