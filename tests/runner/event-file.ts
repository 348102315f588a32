import { appendFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { EVENTS_VARIABLE, type TestEvent, writeEvent } from "./events.mjs";

/** Written at once, so that whoever ends this process loses at most the last line. */
export function appendEvents(...events: readonly TestEvent[]): void {
  const path = process.env[EVENTS_VARIABLE];
  if (path === undefined) throw new Error(`${EVENTS_VARIABLE} does not name the file of events`);
  appendFileSync(path, events.map(writeEvent).join(""));
}

/** The error's text without colours; what is undefined is left out. */
export function describeError(...parts: readonly (string | undefined)[]): string {
  return stripVTControlCharacters(parts.filter((part) => part !== undefined && part !== "").join("\n"));
}

export function describePlace(file: string, line: number, column: number): string {
  return `    at ${relative(process.cwd(), file)}:${line}:${column}`;
}
