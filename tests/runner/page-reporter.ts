import type { FullConfig, Reporter, Suite, TestCase, TestError, TestResult } from "@playwright/test/reporter";
import { appendEvents, describeError, describePlace } from "./event-file.ts";
import { WHOLE_VARIABLE } from "./events.mjs";

/** Writes down what Playwright plans and what becomes of it. */
export default class PageReporter implements Reporter {
  onBegin({ projects }: FullConfig, suite: Suite): void {
    if (process.env[WHOLE_VARIABLE] === "1")
      appendEvents(...projects.map(({ name }) => ({ event: "group" as const, group: name })));
    appendEvents(...suite.allTests().map((test) => ({ event: "planned" as const, ...identify(test) })));
  }

  onTestBegin({ id }: TestCase): void {
    appendEvents({ event: "begun", id });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    appendEvents({
      event: "result",
      ...identify(test),
      status: judge(test, result),
      seconds: result.duration / 1000,
      errors: result.errors.map(describe),
    });
  }

  onError(error: TestError): void {
    appendEvents({ event: "error", text: describe(error) });
  }
}

function identify(test: TestCase): { readonly id: string; readonly group: string; readonly title: string } {
  const [, project = "", ...path] = test.titlePath();
  const repeat = test.repeatEachIndex > 0 ? [`repeat ${test.repeatEachIndex}`] : [];
  return { id: test.id, group: project, title: [...path, ...repeat].join(" › ") };
}

/** A test that is skipped on purpose has not passed either. */
function judge({ expectedStatus }: TestCase, { status }: TestResult): string {
  if (status === "skipped") return status;
  return status === expectedStatus ? "passed" : status === "passed" ? "passed against its mark" : status;
}

function describe({ message, value, snippet, location }: TestError): string {
  const place = location && describePlace(location.file, location.line, location.column);
  return describeError(message ?? value ?? "unknown error", snippet, place);
}
