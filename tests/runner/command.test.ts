import { describe, expect, test } from "vitest";
import { runCommand } from "./command.mjs";
import { listProcesses } from "./processes.mjs";

const MINUTE = 60_000;
const WAIT = "setInterval(() => {}, 1000);";
/** Prints its own id and those of two processes that lead groups of their own and ignore SIGTERM, as it does itself. */
const STUBBORN = `
  const { spawn } = require("node:child_process");
  process.on("SIGTERM", () => {});
  const child = \`process.on("SIGTERM", () => {}); console.log(process.pid); ${WAIT}\`;
  for (let i = 0; i < 2; i++) spawn(process.execPath, ["-e", child], { detached: true, stdio: ["ignore", "inherit", "ignore"] });
  console.log(process.pid);
  ${WAIT}
`;

function node(script: string, signal = new AbortController().signal) {
  return { path: process.execPath, args: ["-e", script], limit: MINUTE, signal };
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

function listRunning(output: string): readonly number[] {
  const known = output.trim().split("\n").map(Number);
  return listProcesses().flatMap(({ pid }) => (known.includes(pid) ? [pid] : []));
}

describe("runCommand", () => {
  test("returns the code and the output without colours", async () => {
    const script = String.raw`process.stdout.write("\u001b[31mred\u001b[0m"); process.exitCode = 3;`;
    expect(await runCommand(node(script))).toEqual({ code: 3, output: "red" });
  });

  test("ends a command at its limit", async () => {
    const done = await runCommand({ ...node(WAIT), limit: 100 });
    expect(done).toEqual({ code: null, output: "", cut: "limit" });
  });

  test("ends at a signal all that the command started, also what ignores SIGTERM in groups of its own", async () => {
    const interruption = new AbortController();
    let output = "";
    const done = await runCommand({
      ...node(STUBBORN, interruption.signal),
      grace: 100,
      onOutput(text) {
        output += text;
        if (countLines(output) === 3) interruption.abort();
      },
    });
    expect(done).toEqual({ code: null, output, cut: "signal" });
    expect(countLines(output)).toBe(3);
    expect(listRunning(output)).toEqual([]);
  });

  test("ends what a command leaves running in its group", async () => {
    const script = `
      const { spawn } = require("node:child_process");
      const child = spawn(process.execPath, ["-e", "${WAIT}"], { stdio: ["ignore", "inherit", "ignore"] });
      console.log(child.pid);
      child.unref();
    `;
    const done = await runCommand(node(script));
    expect(done.code).toBe(0);
    expect(listRunning(done.output)).toEqual([]);
  });

  test("starts nothing after the signal", async () => {
    const done = await runCommand(node("console.log(1)", AbortSignal.abort()));
    expect(done).toEqual({ code: null, output: "", cut: "signal" });
  });

  test("fails when there is no such command", async () => {
    const missing = { ...node(""), path: "node_modules/.bin/no-such-tool" };
    await expect(runCommand(missing)).rejects.toThrow("ENOENT");
  });
});
