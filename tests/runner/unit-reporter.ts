import { relative } from "node:path";
import type { Reporter, TestCase, TestModule, TestSpecification, TestSuite, Vitest } from "vitest/node";
import { appendEvents, describeError, describePlace } from "./event-file.ts";

/** Vitest's errors come from other processes, and anything can be thrown. */
interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly diff?: string;
  readonly stacks?: readonly { readonly file: string; readonly line: number; readonly column: number }[];
}

/** Writes down what Vitest finds and what becomes of it. */
export default class UnitReporter implements Reporter {
  /** The option `-t`: other tests are not asked for, so they are not skipped. */
  #pattern: RegExp | undefined;
  readonly #told = new Set<string>();

  onInit(vitest: Vitest): void {
    this.#pattern = vitest.config.testNamePattern;
  }

  onTestRunStart(files: readonly TestSpecification[]): void {
    // A file in which the pattern finds nothing may stay without a test.
    if (this.#pattern !== undefined) return;
    appendEvents(
      ...files.map(({ moduleId }) => ({ event: "group" as const, group: relative(process.cwd(), moduleId) })),
    );
  }

  onTestModuleCollected(file: TestModule): void {
    appendEvents(...this.#asked(file).map((test) => ({ event: "planned" as const, ...identify(test) })));
  }

  onTestCaseReady({ id }: TestCase): void {
    appendEvents({ event: "begun", id });
  }

  onTestCaseResult(test: TestCase): void {
    if (this.#asks(test)) this.#tell(test);
  }

  onTestSuiteResult(suite: TestSuite): void {
    tellErrors(suite.module, suite.errors());
  }

  onTestModuleEnd(file: TestModule): void {
    // Those that are skipped from the start have no result of their own.
    for (const test of this.#asked(file)) this.#tell(test);
    tellErrors(file, file.errors());
  }

  onTestRunEnd(_files: readonly TestModule[], errors: readonly Thrown[]): void {
    appendEvents(...errors.map((error) => ({ event: "error" as const, text: describe(error) })));
  }

  #tell(test: TestCase): void {
    const { state, errors = [] } = test.result();
    if (state === "pending" || this.#told.has(test.id)) return;
    this.#told.add(test.id);
    const seconds = (test.diagnostic()?.duration ?? 0) / 1000;
    appendEvents({ event: "result", ...identify(test), status: judge(test), seconds, errors: errors.map(describe) });
  }

  #asked(file: TestModule): readonly TestCase[] {
    return [...file.children.allTests()].filter((test) => this.#asks(test));
  }

  #asks(test: TestCase): boolean {
    return this.#pattern === undefined || this.#pattern.test(listNames(test).join(" "));
  }
}

function identify(test: TestCase): { readonly id: string; readonly group: string; readonly title: string } {
  return { id: test.id, group: nameFile(test.module), title: listNames(test).join(" › ") };
}

function nameFile({ moduleId }: TestModule): string {
  return relative(process.cwd(), moduleId);
}

function listNames({ name, parent }: TestCase | TestSuite): readonly string[] {
  return parent.type === "module" ? [name] : [...listNames(parent), name];
}

function judge(test: TestCase): string {
  const { state } = test.result();
  if (state === "passed" && test.diagnostic()?.flaky === true) return "flaky";
  return state === "skipped" && test.options.mode === "todo" ? "todo" : state;
}

function tellErrors(file: TestModule, errors: readonly Thrown[]): void {
  appendEvents(...errors.map((error) => ({ event: "error" as const, group: nameFile(file), text: describe(error) })));
}

/** The raw stack is full of Vitest's own frames, and of a test that took too long it does not have the message. */
function describe({ name = "Error", message = "unknown", stack, stacks, diff }: Thrown): string {
  if (stacks === undefined || stacks.length === 0) return describeError(stack ?? `${name}: ${message}`, diff);
  const places = stacks.map(({ file, line, column }) => describePlace(file, line, column));
  return describeError(`${name}: ${message}`, diff, ...places);
}
