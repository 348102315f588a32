// @ts-check
/** What the runners' JSON reports say, as counts and texts. Whatever did not plainly pass has failed. */

import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {readonly string[]} failures one text for each
 */

/**
 * A command that has ended; `code` is null when it had to be ended.
 * @typedef {object} Done
 * @property {number | null} code
 * @property {string} output
 */

/** @typedef {z.infer<typeof PAGE_TEST> & { title: string }} PageTest */

const UNIT_REPORT = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});

const ERRORS = z.array(z.object({ message: z.string().default("unknown error") })).default([]);
/** `status` is expected, unexpected, flaky or skipped. */
const PAGE_TEST = z.object({
  projectName: z.string(),
  status: z.string(),
  results: z.array(z.object({ errors: ERRORS })),
});
const PAGE_SUITE = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(PAGE_TEST) })).default([]),
  get suites() {
    return z.array(PAGE_SUITE).default([]);
  },
});
const PAGE_REPORT = z.object({
  config: z.object({ projects: z.array(z.object({ name: z.string() })) }),
  suites: z.array(PAGE_SUITE),
  errors: ERRORS,
});

/** @param {number} passed @returns {Outcome} */
export function success(passed) {
  return { passed, failures: [] };
}

/** @param {string} text @returns {Outcome} */
export function failure(text) {
  return { passed: 0, failures: [text] };
}

/**
 * Vitest's report, undefined when it wrote none. A file that could not be loaded counts as one failed test; a test that was
 * skipped or left to do has failed as well.
 * @param {unknown} report
 * @param {Done} done
 * @returns {Outcome}
 */
export function unitTests(report, done) {
  if (report === undefined) return failure(done.output);
  const files = UNIT_REPORT.parse(report).testResults;
  const tests = files.flatMap((file) => file.assertionResults.map((result) => ({ file: file.name, ...result })));
  const unloaded = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  const failures = [
    ...unloaded.map((file) => `${file.name}\n${file.message}`),
    ...tests
      .filter(({ status }) => status !== "passed")
      .map((test) => [`${test.file}: ${test.fullName} (${test.status})`, ...test.failureMessages].join("\n")),
  ];
  return judged(tests.filter(({ status }) => status === "passed").length, failures, done);
}

/**
 * Playwright's report, undefined when it wrote none. A flaky or skipped test has failed, and so has a project in which
 * nothing ran.
 * @param {unknown} report
 * @param {Done} done
 * @returns {Outcome}
 */
export function pageTests(report, done) {
  if (report === undefined) return failure(done.output);
  const { config, suites, errors } = PAGE_REPORT.parse(report);
  const tests = suites.flatMap((suite) => testsIn(suite, []));
  const idle = config.projects.filter(({ name }) => !tests.some((test) => test.projectName === name));
  const failures = [
    ...errors.map(({ message }) => stripVTControlCharacters(message)),
    ...tests.filter(({ status }) => status !== "expected").map(pageFailure),
    ...idle.map(({ name }) => `[${name}] no test ran`),
  ];
  return judged(tests.filter(({ status }) => status === "expected").length, failures, done);
}

/**
 * @param {z.infer<typeof PAGE_SUITE>} suite
 * @param {readonly string[]} above
 * @returns {readonly PageTest[]}
 */
function testsIn({ title, suites, specs }, above) {
  const path = [...above, title];
  return [
    ...specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: [...path, spec.title].join(" › ") }))),
    ...suites.flatMap((suite) => testsIn(suite, path)),
  ];
}

/** @param {PageTest} test */
function pageFailure({ projectName, title, status, results }) {
  const errors = results.flatMap((result) => result.errors.map(({ message }) => stripVTControlCharacters(message)));
  return [`[${projectName}] ${title} (${status})`, ...errors].join("\n");
}

/**
 * A runner that ends badly with nothing to show for it has failed all the same.
 * @param {number} passed
 * @param {readonly string[]} failures
 * @param {Done} done
 * @returns {Outcome}
 */
function judged(passed, failures, done) {
  if (failures.length === 0 && passed === 0) return failure(`no test ran\n${done.output}`);
  if (failures.length === 0 && done.code !== 0) return { passed, failures: [done.output] };
  return { passed, failures };
}
