import { describe, expect, test } from "vitest";
import { pageTests, unitTests } from "./reports.mjs";

const GOOD = { code: 0, output: "" };
const BAD = { code: 1, output: "what the runner said" };

describe("Vitest's report", () => {
  const file = (status: string, ...results: readonly string[]) => ({
    name: "a.test.ts",
    status,
    message: "cannot load",
    assertionResults: results.map((result) => ({ fullName: `is ${result}`, status: result, failureMessages: [] })),
  });

  test("what did not pass has failed", () => {
    const outcome = unitTests({ testResults: [file("failed", "passed", "failed", "skipped", "todo")] }, BAD);
    expect(outcome.passed).toBe(1);
    expect(outcome.failures.map((text) => text.split("\n")[0])).toEqual([
      "a.test.ts: is failed (failed)",
      "a.test.ts: is skipped (skipped)",
      "a.test.ts: is todo (todo)",
    ]);
  });

  test("a file that cannot be loaded has failed", () => {
    expect(unitTests({ testResults: [file("failed"), file("passed", "passed")] }, BAD)).toEqual({
      passed: 1,
      failures: ["a.test.ts\ncannot load"],
    });
  });

  test("no report, no test and a bad end are failures", () => {
    expect(unitTests(undefined, BAD).failures).toEqual(["what the runner said"]);
    expect(unitTests({ testResults: [] }, GOOD).failures).toHaveLength(1);
    expect(unitTests({ testResults: [file("passed", "passed")] }, BAD).failures).toEqual(["what the runner said"]);
  });
});

describe("Playwright's report", () => {
  const report = (...statuses: readonly string[]) => ({
    config: { projects: [{ name: "phone" }] },
    errors: [],
    suites: [
      {
        title: "a.spec.ts",
        suites: [
          {
            title: "group",
            specs: statuses.map((status) => ({
              title: status,
              tests: [
                { projectName: "phone", status, results: [{ errors: [{ message: "\u001b[31mwrong\u001b[0m" }] }] },
              ],
            })),
          },
        ],
      },
    ],
  });

  test("a flaky or skipped test has failed", () => {
    expect(pageTests(report("expected", "flaky", "skipped"), GOOD)).toEqual({
      passed: 1,
      failures: [
        "[phone] a.spec.ts › group › flaky (flaky)\nwrong",
        "[phone] a.spec.ts › group › skipped (skipped)\nwrong",
      ],
    });
  });

  test("a project without a test has failed, and so has an error outside the tests", () => {
    const { config, ...rest } = report("expected");
    const two = {
      ...rest,
      config: { projects: [...config.projects, { name: "firefox" }] },
      errors: [{ message: "no server" }],
    };
    expect(pageTests(two, GOOD)).toEqual({ passed: 1, failures: ["no server", "[firefox] no test ran"] });
  });
});
