/**
 * story-embed/1: what a host page and an embed say to each other. At the handshake the window and the origin are checked; everything later
 * goes over a port of their own. Numbers and names only: never markup, selectors, code, or addresses to load.
 */
export const VERSION = "story-embed/1";

/** How a host shows an embed: pinned and scrolled by the page, one step a screen, or unrolled. */
const MODES = ["frame", "steps", "stack"] as const;
export type Mode = (typeof MODES)[number];

/** What an embed says to the window around until it is answered. */
export const HELLO = { v: VERSION, t: "hello" } as const;

/** The room a host has for an embed, px: what covers the top of its window, and the window's height while the browser shows its bars. */
export interface Room {
  readonly top: number;
  readonly svh: number;
}

/** Host → window of the embed, once, with a port. */
export interface Welcome extends Room {
  readonly v: typeof VERSION;
  readonly t: "welcome";
  readonly mode: Mode;
}

/** Whether an embed is out of reach, near the window, or in it. */
export const SIGHT = { out: 0, near: 1, in: 2 } as const;

const ORDERS = ["y", "vis"] as const;
const REPORTS = ["height", "goto", "step", "err"] as const;

/** Host → embed: where its document is to be scrolled, px; whether it can be seen, a `SIGHT`; and the room, when that has changed. */
export type Order = { readonly t: (typeof ORDERS)[number]; readonly n: number } | ({ readonly t: "env" } & Room);

/** Embed → host: its height, px; where it has scrolled of itself, px; the number of the step it shows; that it cannot go on. */
export interface Report {
  readonly t: (typeof REPORTS)[number];
  readonly n: number;
}

/** No embed is taller, px. */
export const TALLEST = 200_000;

/** What an id of a chapter or a step looks like. */
export const ID = /^[a-z][a-z0-9-]{0,63}$/;

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a message, as a browser hands it over: a copy, of which nothing is code. */
function fields(data: unknown): Fields {
  return { ...(typeof data === "object" ? data : null) };
}

/** A whole number from 0 to `most`; NaN for anything else. */
function number(value: unknown, most: number): number {
  return typeof value === "number" && value >= 0 && value <= most ? Math.round(value) : NaN;
}

/** A message of one number, by one of some names. */
function numbered<T extends string>(data: unknown, names: readonly T[]): { readonly t: T; readonly n: number } | null {
  const all = fields(data);
  const n = number(all["n"], TALLEST);
  const t = names.find((name) => name === all["t"] && n >= 0);
  return t ? { t, n } : null;
}

function room({ top, svh }: Fields): Room | null {
  const read = { top: number(top, 400), svh: number(svh, 1e4) };
  return read.top + read.svh >= 0 ? read : null;
}

/** Whether a message greets in this version. */
export function isHello(data: unknown): boolean {
  const { v, t } = fields(data);
  return v === VERSION && t === HELLO.t;
}

/** The host's answer, or null for anything else. */
export function readWelcome(data: unknown): Welcome | null {
  const all = fields(data);
  const found = room(all);
  const mode = MODES.find((one) => one === all["mode"]);
  if (all["v"] !== VERSION || all["t"] !== "welcome" || mode === undefined || found === null) return null;
  return { v: VERSION, t: "welcome", mode, ...found };
}

/** What a host says over the port, or null for anything else. */
export function readOrder(data: unknown): Order | null {
  const all = fields(data);
  if (all["t"] !== "env") return numbered(data, ORDERS);
  const found = room(all);
  return found === null ? null : { t: "env", ...found };
}

/** What an embed says over the port, its lengths held within bounds; null for anything else. */
export function readReport(data: unknown): Report | null {
  return numbered(data, REPORTS);
}
