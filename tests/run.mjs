// @ts-check
/** `npm test`: every stage in turn, none kept back by another's failure; the last line is `N passed, N failed`. */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { browserEnvironment, lacking, provideBrowsers } from "./browsers.mjs";
import { failure, pageTests, success, unitTests } from "./reports.mjs";

/** @typedef {import("./reports.mjs").Outcome} Outcome */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MINUTE = 60_000;
/** The interview the quotes are compared with; it is its publisher's and not part of the repository. */
const INTERVIEW = resolve(ROOT, process.env.INTERVIEW ?? "../shared/source/interview.txt");

const scratch = await mkdtemp(join(tmpdir(), "anyuan-tests-"));
/** @type {Record<string, string>} */
let engines = {};
/** @type {readonly string[]} */
let untested = [];
let built = false;

/** @type {ReadonlyArray<readonly [name: string, run: () => Promise<Outcome>]>} */
const STAGES = [
  ["browsers", browsers],
  ["types", () => check("tsc", "--noEmit", "--pretty", "false")],
  ["lint", () => check("oxlint", "--type-aware", "--deny-warnings", "src", "tests")],
  ["format", () => check("prettier", "--check", "--log-level", "warn", "src", "tests")],
  ["unit", unit],
  ["content", content],
  ["build", build],
  ["markup", () => onBuild(() => check("html-validate", "--config", "tests/html-validate.json", "dist/**/*.html"))],
  ["page", () => onBuild(page)],
];

let passed = 0;
let failed = 0;
for (const [name, run] of STAGES) {
  const start = performance.now();
  const outcome = await run().catch((error) =>
    failure(error instanceof Error ? (error.stack ?? error.message) : `${error}`),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  passed += outcome.passed;
  failed += outcome.failures.length;
  for (const text of outcome.failures) say(text.trimEnd().replaceAll(/^/gm, "    "));
  say(`${name}: ${outcome.passed} passed, ${outcome.failures.length} failed (${seconds} s)`);
}
await rm(scratch, { recursive: true, force: true });
for (const line of untested) say(line);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function browsers() {
  const found = await provideBrowsers(say);
  const lacks = lacking(found);
  engines = browserEnvironment(found);
  untested = lacks.untested;
  return lacks.needed.length === 0 ? success(1) : failure(lacks.needed.join("\n"));
}

async function unit() {
  const report = join(scratch, "unit.json");
  const done = await tool("vitest", [
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--reporter=json",
    `--outputFile=${report}`,
  ]);
  return unitTests(await reportIn(report), done);
}

async function content() {
  const known = existsSync(INTERVIEW);
  if (!known) say("content: the interview is not at hand, so quotes and counts were not compared with it");
  const source = known ? ["--source", INTERVIEW] : [];
  const done = await command(process.execPath, ["src/build/run.mjs", "src/build/check.ts", ...source]);
  return done.code === 0 ? success(1) : failure(done.output);
}

async function build() {
  const outcome = await check("vite", "build", "--logLevel", "warn");
  built = outcome.failures.length === 0;
  return outcome;
}

async function page() {
  const report = join(scratch, "page.json");
  const env = { ...engines, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const done = await tool("playwright", ["test", "--config", "tests/playwright.config.ts", "--reporter=json"], env);
  return pageTests(await reportIn(report), done);
}

/** @param {() => Promise<Outcome>} run */
function onBuild(run) {
  return built ? run() : Promise.resolve(failure("there is no build to test"));
}

/**
 * A tool as one check: its output is the failure's text.
 * @param {string} name
 * @param {readonly string[]} args
 */
async function check(name, ...args) {
  const done = await tool(name, args);
  return done.code === 0 ? success(1) : failure(done.output);
}

/**
 * @param {string} name of one of the project's own tools
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
function tool(name, args, env = {}) {
  return command(join("node_modules", ".bin", name), args, env);
}

/**
 * Runs to the end or for 45 minutes; `code` is null when it was ended.
 * @param {string} path
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<import("./reports.mjs").Done>}
 */
function command(path, args, env = {}) {
  return new Promise((done, fail) => {
    const child = spawn(path, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
      timeout: 45 * MINUTE,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", fail);
    // Some tools colour their words wherever they see CI, whatever they are told.
    child.on("close", (code) => done({ code, output: stripVTControlCharacters(output) }));
  });
}

/**
 * @param {string} path
 * @returns {Promise<unknown>} undefined when the tool wrote none
 */
async function reportIn(path) {
  const text = await readFile(path, "utf8").catch(() => undefined);
  /** @type {unknown} */
  const report = text === undefined ? undefined : JSON.parse(text);
  return report;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
