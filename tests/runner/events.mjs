// @ts-check
/** The lines that the reporters write while tests run: one JSON object each, in the order of what happens. */

import { z } from "zod";

const EVENT = z.discriminatedUnion("event", [
  /** A project or a file in which at least one test must run. */
  z.object({ event: z.literal("group"), group: z.string() }),
  z.object({ event: z.literal("planned"), id: z.string(), group: z.string(), title: z.string() }),
  z.object({ event: z.literal("begun"), id: z.string() }),
  /** One attempt of a test; every other status than `passed` fails it. */
  z.object({
    event: z.literal("result"),
    id: z.string(),
    group: z.string(),
    title: z.string(),
    status: z.string(),
    seconds: z.number(),
    errors: z.array(z.string()),
  }),
  /** An error outside the tests; `group` is where it happened, where that is known. */
  z.object({ event: z.literal("error"), group: z.string().optional(), text: z.string() }),
]);

/** @typedef {z.infer<typeof EVENT>} TestEvent */

/** Names the file that a reporter appends its events to. */
export const EVENTS_VARIABLE = "TEST_EVENTS";
/** Set when no argument chooses tests, so that each of Playwright's projects must run at least one. */
export const WHOLE_VARIABLE = "TEST_WHOLE";

const NEWLINE = 0x0a;

/**
 * Reads the complete lines; `rest` is the line that is still being written. A complete line that is no event is an error.
 * @param {Buffer} bytes
 * @returns {{ readonly events: readonly TestEvent[], readonly rest: Buffer }}
 */
export function readEvents(bytes) {
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  const lines = bytes.toString("utf8", 0, end).split("\n").slice(0, -1);
  return { events: lines.map(readEvent), rest: bytes.subarray(end) };
}

/**
 * @param {string} line
 * @returns {TestEvent}
 */
function readEvent(line) {
  try {
    return EVENT.parse(JSON.parse(line));
  } catch {
    return { event: "error", text: `a line of the results cannot be read: ${line}` };
  }
}

/**
 * @param {TestEvent} event
 * @returns {string}
 */
export function writeEvent(event) {
  return `${JSON.stringify(event)}\n`;
}
