import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEvents } from "./events.mjs";
import { listProcesses } from "./processes.mjs";
import { runTests } from "./tests.mjs";

const TOOLS = {
  playwright: [
    "test",
    "--config",
    "tests/runner/fixture/playwright.config.ts",
    "--reporter=./tests/runner/page-reporter.ts",
  ],
  vitest: ["run", "--config", "tests/runner/fixture/vitest.config.ts", "--reporter=./tests/runner/unit-reporter.ts"],
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anyuan-runner-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the fixture of a tool until its hanging test has started a process, then ends it. */
async function runUntilItHangs(tool: keyof typeof TOOLS) {
  const helper = join(folder, "helper");
  const said: string[] = [];
  const interruption = new AbortController();
  const command = {
    path: `node_modules/.bin/${tool}`,
    args: TOOLS[tool],
    limit: 150_000,
    signal: interruption.signal,
    env: { HELPER: helper, TEST_WHOLE: "1" },
  };
  const running = runTests("fixture", command, folder, (text) => text.startsWith("fixture: ") || said.push(text));
  const hanging = expect
    .poll(() => existsSync(helper) && hasBegun("hangs", join(folder, "fixture.jsonl")), { timeout: 120_000 })
    .toBe(true);
  await Promise.race([running, hanging]);
  interruption.abort();
  const { done, outcome } = await running;
  return { said, done, outcome, helper: Number(await readFile(helper, "utf8")) };
}

function hasBegun(name: string, file: string): boolean {
  const { events } = readEvents(readFileSync(file));
  const begun = events.flatMap((event) => (event.event === "begun" ? [event.id] : []));
  return events.some((event) => event.event === "planned" && event.title.endsWith(name) && begun.includes(event.id));
}

/** First lines, since what follows is the tools' own. */
function firstLines(texts: readonly string[]) {
  return texts.map((text) => text.split("\n")[0]?.trim());
}

function isRunning(id: number): boolean {
  return listProcesses().some(({ pid }) => pid === id);
}

describe("a run that is ended while a test hangs", () => {
  test("of Playwright keeps what passed and failed, names what did not run, and leaves no process", async () => {
    const { said, done, outcome, helper } = await runUntilItHangs("playwright");
    expect(done.cut).toBe("signal");
    expect(firstLines(said)).toEqual([
      "[first] endings.page-case.ts › fails (failed)",
      "[first] endings.page-case.ts › passes against its mark (passed against its mark)",
      "[first] endings.page-case.ts › is skipped (skipped)",
    ]);
    expect(said[0]).toContain("endings.page-case.ts:9:13");
    expect(outcome).toEqual({
      passed: 2,
      failed: 6,
      notes: [
        "[second] no test ran",
        "2 tests have no result:\n" +
          "  [first] endings.page-case.ts › hangs (began and did not end)\n" +
          "  [first] endings.page-case.ts › comes after",
      ],
    });
    expect(isRunning(helper)).toBe(false);
  });

  test("of Vitest keeps what passed and failed, names what did not run, and leaves no process", async () => {
    const { said, done, outcome, helper } = await runUntilItHangs("vitest");
    const file = (name: string) => `[tests/runner/fixture/${name}.unit-case.ts]`;
    expect(done.cut).toBe("signal");
    expect(firstLines(said)).toEqual([
      `${file("a-endings")} fails (failed)`,
      `${file("a-endings")} is skipped (skipped)`,
      `${file("a-endings")} is left to do (todo)`,
      `${file("a-endings")} passes the second time (flaky)`,
      `${file("a-endings")} a group › never begins (skipped)`,
      `${file("a-endings")} outside its tests`,
      `${file("b-unloadable")} outside its tests`,
    ]);
    expect(outcome).toEqual({
      passed: 1,
      failed: 11,
      notes: [
        `${file("d-late")} no test ran`,
        `${file("e-loose")} no test ran`,
        `2 tests have no result:\n  ${file("c-hanging")} hangs (began and did not end)\n  ${file("c-hanging")} comes after`,
      ],
    });
    expect(isRunning(helper)).toBe(false);
  });
});

test("a run of Vitest counts only the tests that are asked for, and an error that no test waits for", async () => {
  const said: string[] = [];
  const command = {
    path: "node_modules/.bin/vitest",
    args: [...TOOLS.vitest, "e-loose", "-t", "group lets"],
    limit: 150_000,
    signal: new AbortController().signal,
  };
  const { outcome } = await runTests(
    "fixture",
    command,
    folder,
    (text) => text.startsWith("fixture: ") || said.push(text),
  );
  expect(outcome).toEqual({ passed: 1, failed: 1, notes: [] });
  expect(firstLines(said)).toEqual(["Error: nobody waits for this"]);
});
