// @ts-check
/** Reads a file of events while a reporter writes it. */

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { readEvents } from "./events.mjs";

/** @typedef {import("./events.mjs").TestEvent} TestEvent */

const LOOK_EVERY = 200;

/**
 * Hands over each event once its line is complete. The returned function reads what is still there and ends.
 * @param {string} path
 * @param {(event: TestEvent) => void} take
 * @returns {() => void}
 */
export function followEvents(path, take) {
  // Created here, so that a reporter that never starts leaves an empty file.
  const file = openSync(path, "a+");
  let offset = 0;
  let rest = Buffer.alloc(0);

  function read() {
    const bytes = Buffer.alloc(fstatSync(file).size - offset);
    offset += readSync(file, bytes, 0, bytes.length, offset);
    const found = readEvents(Buffer.concat([rest, bytes]));
    rest = Buffer.from(found.rest);
    found.events.forEach(take);
  }

  const timer = setInterval(read, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    read();
    closeSync(file);
  };
}
