// @ts-check
/** Runs stages in turn, none kept back by another's failure; the last line is `N passed, N failed`. */

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { addNeeds, parseArguments } from "./runner/arguments.mjs";
import { dateBuild, hasCurrentBuild } from "./runner/built.mjs";
import { runCommand } from "./runner/command.mjs";
import { WHOLE_VARIABLE } from "./runner/events.mjs";
import { fail, listDurations, succeed } from "./runner/outcome.mjs";
import { indent, runTests } from "./runner/tests.mjs";

/** @typedef {import("./runner/command.mjs").Command} Command */
/** @typedef {import("./runner/command.mjs").Done} Done */
/** @typedef {import("./runner/outcome.mjs").Outcome} Outcome */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {number} minutes its limit
 * @property {number} [wideMinutes] its limit with the wide matrices
 * @property {readonly string[]} [needs] stages that run before it
 * @property {(minutes: number) => Promise<Outcome>} run
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MINUTE = 60_000;
const RESULTS = join(ROOT, "test-results");
const UNBUILT = "there is no build to test";
/** The interview the quotes are compared with; it is its publisher's and not part of the repository. */
const INTERVIEW = resolve(ROOT, process.env.INTERVIEW ?? "../shared/source/interview.txt");

/** The form of what `runner/provide.mjs` writes. */
const FOUND = z.object({
  engines: z.record(z.string(), z.string()),
  needed: z.array(z.string()),
  untested: z.array(z.string()),
});

/** @type {readonly Stage[]} */
const STAGES = [
  { name: "browsers", minutes: 30, run: browsers },
  { name: "types", minutes: 10, run: check("tsc", "--noEmit", "--pretty", "false") },
  { name: "lint", minutes: 10, run: check("oxlint", "--type-aware", "--deny-warnings", "src", "tests") },
  { name: "format", minutes: 10, run: check("prettier", "--check", "--log-level", "warn", "src", "tests") },
  { name: "unit", minutes: 10, wideMinutes: 30, run: unit },
  { name: "content", minutes: 10, run: content },
  { name: "build", minutes: 20, run: build },
  { name: "markup", minutes: 10, needs: ["build"], run: markup },
  { name: "page", minutes: 30, wideMinutes: 45, needs: ["browsers", "build"], run: page },
];

const order = parseArguments(
  process.argv.slice(2),
  STAGES.map(({ name }) => name),
);
if (typeof order === "string") {
  process.stderr.write(`${order}\n`);
  process.exit(2);
}
const { wide, passedOn } = order;

const interruption = new AbortController();
/** @type {NodeJS.Signals | undefined} */
let interruptedBy;
for (const signal of /** @type {const} */ (["SIGHUP", "SIGINT", "SIGTERM"]))
  process.on(signal, () => {
    interruptedBy ??= signal;
    interruption.abort();
  });

const scratch = await mkdtemp(join(tmpdir(), "anyuan-tests-"));
/** @type {Record<string, string>} */
let engines = {};
/** @type {readonly string[]} */
let untested = [];

const reusable = process.env.CI === undefined && (await hasCurrentBuild(ROOT));
const chosen = addNeeds(order.stages, STAGES, reusable ? ["build"] : []);
let built = !chosen.includes("build");
if (built && addNeeds(order.stages, STAGES, []).includes("build"))
  say("build: dist/ is newer than what it is made of and is used as it is");

let passed = 0;
let failed = 0;
for (const stage of STAGES.filter(({ name }) => chosen.includes(name))) {
  const start = performance.now();
  const outcome = await runStage(stage);
  passed += outcome.passed;
  failed += outcome.failed;
  for (const note of outcome.notes) say(indent(note));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${stage.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
}
await rm(scratch, { recursive: true, force: true });
for (const line of untested) say(line);
say(`${passed} passed, ${failed} failed`);
process.exitCode = interruptedBy === undefined ? Number(failed > 0) : 128 + constants.signals[interruptedBy];

/**
 * @param {Stage} stage
 * @returns {Promise<Outcome>}
 */
async function runStage({ run, minutes, wideMinutes = minutes }) {
  if (interruptedBy !== undefined) return fail(`did not run: ${interruptedBy}`);
  return run(wide ? wideMinutes : minutes).catch((error) =>
    fail(error instanceof Error ? (error.stack ?? error.message) : `${error}`),
  );
}

/**
 * @param {number} minutes
 * @returns {Promise<Outcome>}
 */
async function browsers(minutes) {
  const file = join(scratch, "browsers.json");
  const provide = createCommand(process.execPath, ["tests/runner/provide.mjs", file], minutes);
  const done = await runCommand({ ...provide, onOutput: (text) => process.stdout.write(text) });
  if (done.code !== 0) return fail(describeEnd(done, minutes));
  const { needed, ...found } = FOUND.parse(JSON.parse(await readFile(file, "utf8")));
  ({ engines, untested } = found);
  return needed.length === 0 ? succeed() : fail(needed.join("\n"));
}

/** @param {number} minutes */
async function unit(minutes) {
  const args = ["run", "--config", "tests/vitest.config.ts", ...passedOn, "--reporter=./tests/runner/unit-reporter.ts"];
  const { outcome } = await test("unit", tool("vitest", args, minutes), minutes);
  return outcome;
}

/** @param {number} minutes */
async function content(minutes) {
  const known = existsSync(INTERVIEW);
  if (!known) say("content: the interview is not at hand, so quotes and counts were not compared with it");
  const source = known ? ["--source", INTERVIEW] : [];
  return judge(
    createCommand(process.execPath, ["src/build/cli/run.mjs", "src/build/cli/check.ts", ...source], minutes),
    minutes,
  );
}

/** @param {number} minutes */
async function build(minutes) {
  const start = new Date();
  const outcome = await check("vite", "build", "--logLevel", "warn")(minutes);
  built = outcome.failed === 0;
  if (built) await dateBuild(ROOT, start);
  return outcome;
}

/** @param {number} minutes */
async function markup(minutes) {
  if (!built) return fail(UNBUILT);
  return check("html-validate", "--config", "tests/html-validate.json", "dist/**/*.html")(minutes);
}

/** @param {number} minutes */
async function page(minutes) {
  if (!built) return fail(UNBUILT);
  const args = ["test", "--config", "tests/playwright.config.ts", ...passedOn];
  const whole = passedOn.length === 0 && !wide ? "1" : undefined;
  const playwright = tool("playwright", [...args, "--reporter=./tests/runner/page-reporter.ts"], minutes);
  const env = { ...playwright.env, ...engines, [WHOLE_VARIABLE]: whole };
  const { outcome, events } = await test("page", { ...playwright, env }, minutes);
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, "durations.json"), `${JSON.stringify(listDurations(events), null, 2)}\n`);
  return outcome;
}

/**
 * @param {string} name
 * @param {Command} command
 * @param {number} minutes
 */
async function test(name, command, minutes) {
  const { done, outcome, events } = await runTests(name, command, scratch, say);
  const cut = done.cut === undefined ? [] : [describeCut(done.cut, minutes)];
  return { outcome: { ...outcome, notes: [...outcome.notes, ...cut] }, events };
}

/**
 * A tool as one check.
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Stage["run"]}
 */
function check(name, ...args) {
  return (minutes) => judge(tool(name, args, minutes), minutes);
}

/**
 * The output is the failure's text.
 * @param {Command} command
 * @param {number} minutes
 */
async function judge(command, minutes) {
  const done = await runCommand(command);
  return done.code === 0 ? succeed() : fail(describeEnd(done, minutes));
}

/**
 * @param {string} name of one of the project's own tools
 * @param {readonly string[]} args
 * @param {number} minutes
 */
function tool(name, args, minutes) {
  return createCommand(join("node_modules", ".bin", name), args, minutes);
}

/**
 * @param {string} path
 * @param {readonly string[]} args
 * @param {number} minutes
 * @returns {Command}
 */
function createCommand(path, args, minutes) {
  const env = { WIDE: wide ? "1" : undefined };
  return { path, args, cwd: ROOT, env, limit: minutes * MINUTE, signal: interruption.signal };
}

/**
 * @param {Done} done
 * @param {number} minutes
 */
function describeEnd({ cut, output }, minutes) {
  return cut === undefined ? output : `${output}\n${describeCut(cut, minutes)}`;
}

/**
 * @param {NonNullable<Done["cut"]>} cut
 * @param {number} minutes
 */
function describeCut(cut, minutes) {
  return cut === "limit" ? `ended at its limit of ${minutes} minutes` : `ended by ${interruptedBy}`;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
