// @ts-check
/** Runs a command in a process group of its own, within a limit. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { endProcesses, send } from "./processes.mjs";

/**
 * @typedef {object} Command
 * @property {string} path
 * @property {readonly string[]} args
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] on top of this process's own
 * @property {number} limit ms
 * @property {AbortSignal} signal ends it before its limit
 * @property {number} [grace] how long it has to end by itself after SIGTERM, ms
 * @property {(text: string) => void} [onOutput]
 */

/**
 * @typedef {object} Done
 * @property {number | null} code null when a signal ended it
 * @property {string} output
 * @property {"limit" | "signal"} [cut] set when it was ended from here
 */

/** Time that output may still come once every process has ended, ms. */
const DRAIN = 2000;

/**
 * Resolves when the command and everything that it started have ended.
 * @param {Command} command
 * @returns {Promise<Done>}
 */
export async function runCommand({ path, args, cwd, env, limit, signal, grace, onOutput }) {
  if (signal.aborted) return { code: null, output: "", cut: "signal" };
  const child = spawn(path, args, {
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      // Some tools colour their words wherever they see CI.
      const plain = stripVTControlCharacters(text);
      output += plain;
      onOutput?.(plain);
    });
  await once(child, "spawn");
  const closed = once(child, "close");
  const exited = once(child, "exit");
  const leader = child.pid ?? 0;

  /** @type {Done["cut"]} */
  let cut;
  /** @type {(reason: Done["cut"]) => void} */
  let end = () => {};
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    end = (reason) => {
      if (cut !== undefined) return;
      cut = reason;
      endProcesses(leader, grace).then(resolve, reject);
    };
  });
  const endAtAbort = () => end("signal");
  const killAtExit = () => send(-leader, "SIGKILL");
  const timer = setTimeout(() => end("limit"), limit);
  signal.addEventListener("abort", endAtAbort);
  process.once("exit", killAtExit);
  if (signal.aborted) endAtAbort();
  try {
    // Rejected when even SIGKILL does not end the command: it would never exit.
    await Promise.race([exited, ended]);
    await exited;
    clearTimeout(timer);
    if (cut !== undefined) await ended;
    // A process that it left running would keep its output open.
    await endProcesses(leader, grace);
    await Promise.race([closed, wait(DRAIN, undefined, { ref: false })]);
  } finally {
    clearTimeout(timer);
    // A process that could not be ended must not keep this one waiting.
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    child.unref();
    signal.removeEventListener("abort", endAtAbort);
    process.removeListener("exit", killAtExit);
  }
  return { code: child.exitCode, output, ...(cut === undefined ? {} : { cut }) };
}
