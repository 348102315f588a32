// @ts-check
/** Turns the events of a stage into counts and texts. A test that did not plainly pass has failed. */

/** @typedef {import("./events.mjs").TestEvent} TestEvent */
/** @typedef {import("./command.mjs").Done} Done */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} notes texts that are shown at the stage's end
 */

/**
 * @typedef {object} Counts
 * @property {number} planned
 * @property {number} passed
 * @property {number} failed tests with a result that is not `passed`, and errors outside the tests
 * @property {readonly string[]} unrun a name for each test without a result
 * @property {readonly string[]} idle groups without a test and without an error that explains it
 */

/**
 * @typedef {object} Duration
 * @property {string} title
 * @property {string} project
 * @property {number} seconds
 */

/** @returns {Outcome} */
export function succeed() {
  return { passed: 1, failed: 0, notes: [] };
}

/**
 * @param {string} note
 * @returns {Outcome}
 */
export function fail(note) {
  return { passed: 0, failed: 1, notes: [note] };
}

/**
 * A test passes when all its attempts did, so a flaky one has failed.
 * @param {readonly TestEvent[]} events
 * @returns {Counts}
 */
export function countTests(events) {
  /** @type {Map<string, string>} */
  const planned = new Map();
  const groups = new Set();
  const busy = new Set();
  const begun = new Set();
  const ended = new Set();
  const bad = new Set();
  let errors = 0;
  for (const event of events) {
    if (event.event === "group") groups.add(event.group);
    if (event.event === "begun") begun.add(event.id);
    if (event.event === "planned" || event.event === "result") {
      planned.set(event.id, nameTest(event));
      busy.add(event.group);
    }
    if (event.event === "result") {
      ended.add(event.id);
      if (event.status !== "passed") bad.add(event.id);
    }
    if (event.event === "error") {
      errors += 1;
      busy.add(event.group);
    }
  }
  return {
    planned: planned.size,
    passed: ended.size - bad.size,
    failed: bad.size + errors,
    unrun: [...planned].flatMap(([id, name]) =>
      ended.has(id) ? [] : [begun.has(id) ? `${name} (began and did not end)` : name],
    ),
    idle: [...groups].filter((group) => !busy.has(group)).map((group) => `[${group}] no test ran`),
  };
}

/**
 * The failures of tests were shown when they happened; the notes name what never happened.
 * @param {readonly TestEvent[]} events
 * @param {Done} done
 * @returns {Outcome}
 */
export function judgeTests(events, done) {
  const { planned, passed, failed, unrun, idle } = countTests(events);
  const endedWell = done.code === 0 && done.cut === undefined && passed > 0;
  /** @type {string[]} */
  const words = [];
  // No failure explains such an end, so the tool's own words must.
  if (!endedWell && failed === 0 && done.cut === undefined) words.push(done.output);
  if (planned === 0 && done.cut !== undefined) words.push("it was ended before any test was found");
  const total = failed + unrun.length + idle.length;
  return { passed, failed: total === 0 && !endedWell ? 1 : total, notes: [...words, ...idle, ...listUnrun(unrun)] };
}

/**
 * @param {readonly string[]} names
 * @returns {readonly string[]}
 */
function listUnrun(names) {
  if (names.length === 0) return [];
  const count = names.length === 1 ? "1 test has" : `${names.length} tests have`;
  return [[`${count} no result:`, ...names.map((name) => `  ${name}`)].join("\n")];
}

/**
 * Undefined when the event is no failure.
 * @param {TestEvent} event
 */
export function describeFailure(event) {
  if (event.event === "error")
    return event.group === undefined ? event.text : `[${event.group}] outside its tests\n${event.text}`;
  if (event.event !== "result" || event.status === "passed") return undefined;
  return [`${nameTest(event)} (${event.status})`, ...event.errors].join("\n");
}

/**
 * Slowest first; attempts of one test count together.
 * @param {readonly TestEvent[]} events
 * @returns {readonly Duration[]}
 */
export function listDurations(events) {
  /** @type {Map<string, Duration>} */
  const durations = new Map();
  for (const event of events)
    if (event.event === "result") {
      const seconds = (durations.get(event.id)?.seconds ?? 0) + event.seconds;
      durations.set(event.id, { title: event.title, project: event.group, seconds });
    }
  return [...durations.values()].sort((a, b) => b.seconds - a.seconds);
}

/** @param {{ readonly group: string, readonly title: string }} test */
function nameTest({ group, title }) {
  return `[${group}] ${title}`;
}
