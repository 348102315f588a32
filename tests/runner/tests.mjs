// @ts-check
/** Runs a tool whose reporter writes events: failures are shown as they happen, counts now and then. */

import { join } from "node:path";
import { runCommand } from "./command.mjs";
import { EVENTS_VARIABLE } from "./events.mjs";
import { followEvents } from "./follow.mjs";
import { countTests, describeFailure, judgeTests } from "./outcome.mjs";

/** @typedef {import("./command.mjs").Command} Command */
/** @typedef {import("./command.mjs").Done} Done */
/** @typedef {import("./events.mjs").TestEvent} TestEvent */
/** @typedef {import("./outcome.mjs").Outcome} Outcome */

const TELL_EVERY = 30_000;

/**
 * @param {string} name of the stage
 * @param {Command} command
 * @param {string} folder for the file of events
 * @param {(text: string) => void} say
 * @returns {Promise<{ readonly done: Done, readonly outcome: Outcome, readonly events: readonly TestEvent[] }>}
 */
export async function runTests(name, command, folder, say) {
  const path = join(folder, `${name}.jsonl`);
  /** @type {TestEvent[]} */
  const events = [];
  const finish = followEvents(path, (event) => {
    events.push(event);
    const failure = describeFailure(event);
    if (failure !== undefined) say(indent(failure));
  });
  const start = performance.now();
  const timer = setInterval(() => {
    const { planned, passed, failed, unrun } = countTests(events);
    const seconds = Math.round((performance.now() - start) / 1000);
    const ended = `${planned - unrun.length} of ${planned} known tests have run`;
    say(`${name}: ${ended}, ${passed} passed, ${failed} failed (${seconds} s)`);
  }, TELL_EVERY);
  const reporting = { ...command, env: { ...command.env, [EVENTS_VARIABLE]: path } };
  const done = await runCommand(reporting).finally(() => {
    clearInterval(timer);
    finish();
  });
  return { done, outcome: judgeTests(events, done), events };
}

/** @param {string} text */
export function indent(text) {
  return text.trimEnd().replaceAll(/^/gm, "    ");
}
