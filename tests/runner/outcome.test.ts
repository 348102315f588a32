import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEvents, type TestEvent, writeEvent } from "./events.mjs";
import { describeFailure, judgeTests, listDurations } from "./outcome.mjs";

const GOOD = { code: 0, output: "" };
const BAD = { code: 1, output: "what the tool said" };
const CUT = { code: null, output: "what the tool said", cut: "limit" as const };

function planned(id: string, group = "phone"): TestEvent {
  return { event: "planned", id, group, title: `a.spec.ts › ${id}` };
}

function result(id: string, status: string, seconds = 1): TestEvent {
  return { event: "result", id, group: "phone", title: `a.spec.ts › ${id}`, status, seconds, errors: [] };
}

/** A run as it is written: the plan, then attempts of the tests and errors outside them in any order. */
const run = fc.integer({ min: 1, max: 6 }).chain((tests) => {
  const ids = Array.from({ length: tests }, (_, id) => `${id}`);
  const id = fc.constantFrom(...ids);
  const happening: fc.Arbitrary<TestEvent> = fc.oneof(
    id.map((begun) => ({ event: "begun" as const, id: begun })),
    fc.record({ id, status: fc.constantFrom("passed", "failed", "skipped") }).map((end) => result(end.id, end.status)),
    fc.constant({ event: "error" as const, text: "no server" }),
  );
  return fc.array(happening, { maxLength: 15 }).map((happened) => [...ids.map((each) => planned(each)), ...happened]);
});

describe("the outcome of a stage", () => {
  test("counts every planned test and every error once, wherever the file of events is cut", () => {
    const cutRun = fc.record({ events: run, part: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(cutRun, fc.constantFrom(BAD, CUT), ({ events, part }, done) => {
        const bytes = Buffer.from(events.map(writeEvent).join(""));
        const read = readEvents(bytes.subarray(0, Math.floor(bytes.length * part))).events;
        const plannedTests = read.filter((event) => event.event === "planned").length;
        const errors = read.filter((event) => event.event === "error").length;
        const { passed, failed } = judgeTests(read, done);
        // A bad end that nothing explains is a failure of its own.
        const unexplained = passed === plannedTests && errors === 0 ? 1 : 0;
        expect(passed + failed).toBe(plannedTests + errors + unexplained);
        expect(failed).toBeGreaterThan(0);
      }),
    );
  });

  test("of tests that all passed holds no failure", () => {
    expect(judgeTests([planned("1"), result("1", "passed")], GOOD)).toEqual({ passed: 1, failed: 0, notes: [] });
  });

  test.each(["failed", "timedOut", "interrupted", "skipped", "todo", "flaky"])(
    "counts a test that is %s as failed",
    (status) => {
      const events = [planned("1"), planned("2"), result("1", "passed"), result("2", status)];
      expect(judgeTests(events, GOOD)).toEqual({ passed: 1, failed: 1, notes: [] });
    },
  );

  test("counts a test that passes at its second attempt as failed, once", () => {
    const events = [planned("1"), planned("2"), result("1", "failed"), result("1", "passed"), result("2", "passed")];
    expect(judgeTests(events, GOOD)).toEqual({ passed: 1, failed: 1, notes: [] });
  });

  test("names the tests that did not run and the ones that did not end", () => {
    const events: readonly TestEvent[] = [
      planned("1"),
      planned("2"),
      planned("3"),
      result("1", "passed"),
      { event: "begun", id: "2" },
    ];
    expect(judgeTests(events, CUT)).toEqual({
      passed: 1,
      failed: 2,
      notes: ["2 tests have no result:\n  [phone] a.spec.ts › 2 (began and did not end)\n  [phone] a.spec.ts › 3"],
    });
  });

  test("counts a project or file in which no test ran as failed, unless an error says why", () => {
    const events: readonly TestEvent[] = [
      { event: "group", group: "phone" },
      { event: "group", group: "firefox" },
      { event: "group", group: "b.test.ts" },
      planned("1"),
      result("1", "passed"),
      { event: "error", group: "b.test.ts", text: "cannot be loaded" },
    ];
    expect(judgeTests(events, GOOD)).toEqual({ passed: 1, failed: 2, notes: ["[firefox] no test ran"] });
  });

  test.each([
    ["without a test", [], GOOD, { passed: 0, failed: 1, notes: [""] }],
    ["without a test and badly", [], BAD, { passed: 0, failed: 1, notes: [BAD.output] }],
    [
      "badly without a failed test",
      [planned("1"), result("1", "passed")],
      BAD,
      { passed: 1, failed: 1, notes: [BAD.output] },
    ],
    [
      "at its limit after the last test",
      [planned("1"), result("1", "passed")],
      CUT,
      { passed: 1, failed: 1, notes: [] },
    ],
  ])("counts a tool that ends %s as failed", (_, events, done, outcome) => {
    expect(judgeTests(events, done)).toEqual(outcome);
  });

  test("holds the tool's own words when tests did not run and no failure explains it", () => {
    expect(judgeTests([planned("1")], BAD)).toEqual({
      passed: 0,
      failed: 1,
      notes: [BAD.output, "1 test has no result:\n  [phone] a.spec.ts › 1"],
    });
  });
});

describe("the text of a failure", () => {
  test("names the test, its status and its errors", () => {
    const failed: TestEvent = {
      event: "result",
      id: "1",
      group: "phone",
      title: "a › b",
      status: "timedOut",
      seconds: 1,
      errors: ["late", "wrong"],
    };
    expect(describeFailure(failed)).toBe("[phone] a › b (timedOut)\nlate\nwrong");
  });

  test("says where an error outside the tests happened", () => {
    expect(describeFailure({ event: "error", text: "no server" })).toBe("no server");
    expect(describeFailure({ event: "error", group: "a.test.ts", text: "wrong" })).toBe(
      "[a.test.ts] outside its tests\nwrong",
    );
  });

  test.each([planned("1"), result("1", "passed")])("does not exist for what is no failure: $event", (event) => {
    expect(describeFailure(event)).toBeUndefined();
  });
});

test("durations are listed from the slowest on, attempts of a test together", () => {
  expect(
    listDurations([result("1", "failed", 2), result("2", "passed", 3), result("1", "passed", 2), planned("3")]),
  ).toEqual([
    { title: "a.spec.ts › 1", project: "phone", seconds: 4 },
    { title: "a.spec.ts › 2", project: "phone", seconds: 3 },
  ]);
});
