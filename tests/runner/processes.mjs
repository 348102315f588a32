// @ts-check
/** Ends a command with everything that it started. */

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/**
 * @typedef {object} Process
 * @property {number} pid
 * @property {number} parent
 * @property {number} group the process id of the group's leader
 */

/** Time that processes have to end by themselves, ms. */
const GRACE = 5000;
const LOOK_EVERY = 50;

/**
 * Ends `leader`, its group and all that descends from it: SIGTERM first, SIGKILL after the grace. Browsers lead groups of
 * their own, so one signal to the group is not enough.
 * @param {number} leader
 * @param {number} [grace] ms
 */
export async function endProcesses(leader, grace = GRACE) {
  const start = performance.now();
  let family = findFamily(listProcesses(), [leader]);
  for (const pid of family.running) send(pid, "SIGTERM");
  while (family.running.length > 0) {
    const overdue = performance.now() - start - grace;
    if (overdue > GRACE) throw new Error(`processes that SIGKILL does not end: ${family.running.join(", ")}`);
    if (overdue > 0) for (const pid of family.running) send(pid, "SIGKILL");
    await setTimeout(LOOK_EVERY);
    family = findFamily(listProcesses(), family.ids);
  }
}

/**
 * A process belongs to the family when it, its parent or its group's leader does. `ids` keeps those that have ended, since
 * what they started still has their group.
 * @param {readonly Process[]} processes
 * @param {Iterable<number>} known
 * @returns {{ readonly running: readonly number[], readonly ids: ReadonlySet<number> }}
 */
export function findFamily(processes, known) {
  const ids = new Set(known);
  for (let size = -1; size !== ids.size;) {
    size = ids.size;
    for (const { pid, parent, group } of processes)
      if (ids.has(pid) || ids.has(parent) || ids.has(group)) ids.add(pid).add(group);
  }
  return { running: processes.map(({ pid }) => pid).filter((pid) => ids.has(pid)), ids };
}

/**
 * Without those that have ended and wait for their parent to notice.
 * @returns {readonly Process[]}
 */
export function listProcesses() {
  // A bare Linux has no `ps`.
  const lines = existsSync("/proc/self/stat") ? readProcessFiles() : askPs();
  return lines.flatMap(([pid, state, parent, group]) =>
    pid === undefined || state === undefined || "ZX".includes(state.charAt(0))
      ? []
      : [{ pid: Number(pid), parent: Number(parent), group: Number(group) }],
  );
}

/** @returns {readonly (readonly string[])[]} id, state, parent and group of each */
function readProcessFiles() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/stat`, "utf8");
        // The command's name stands in brackets and may hold brackets and spaces itself.
        return [[pid, ...text.slice(text.lastIndexOf(")") + 2).split(" ")]];
      } catch {
        // It ended in the meantime.
        return [];
      }
    });
}

/** @returns {readonly (readonly string[])[]} id, state, parent and group of each */
function askPs() {
  const table = execFileSync("ps", ["-A", "-o", "pid=,stat=,ppid=,pgid="], { encoding: "utf8" });
  return table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
}

/**
 * @param {number} target a process, or the negative id of a group
 * @param {NodeJS.Signals} signal
 */
export function send(target, signal) {
  try {
    process.kill(target, signal);
  } catch {
    // It has ended already.
  }
}
