// @ts-check
/** Reads the command line of `tests/run.mjs`: `[--wide] [STAGE…] [-- ARGUMENT…]`. */

/**
 * @typedef {object} Order
 * @property {boolean} wide whether the wide matrices run
 * @property {readonly string[]} stages in the order of the table
 * @property {readonly string[]} passedOn arguments for the tool of the one stage
 */

/** @typedef {{ readonly name: string, readonly needs?: readonly string[] }} Needing */

/** Stages that hand arguments on to their tool; they have the wide matrices too. */
const TESTING = ["unit", "page"];

/**
 * Returns one line that says the mistake, when there is one. No named stage means all, or all that have wide matrices.
 * @param {readonly string[]} words
 * @param {readonly string[]} known names of the stages
 * @returns {Order | string}
 */
export function parseArguments(words, known) {
  const dashes = words.indexOf("--");
  const before = dashes === -1 ? words : words.slice(0, dashes);
  const passedOn = dashes === -1 ? [] : words.slice(dashes + 1);
  const wide = before.includes("--wide");
  const named = before.filter((word) => word !== "--wide");
  const unknown = named.find((word) => !known.includes(word));
  if (unknown !== undefined) return `no stage is named "${unknown}"; the stages are ${known.join(", ")}`;
  const chosen = named.length > 0 ? named : wide ? TESTING : known;
  const stages = known.filter((name) => chosen.includes(name));
  if (passedOn.length > 0 && (stages.length !== 1 || !stages.every((name) => TESTING.includes(name))))
    return `arguments after "--" go to one stage alone, ${TESTING.join(" or ")}`;
  return { wide, stages, passedOn };
}

/**
 * The chosen stages with those that they need, in the order of the table.
 * @param {readonly string[]} chosen
 * @param {readonly Needing[]} table
 * @param {readonly string[]} spared need not run unless they are chosen
 * @returns {readonly string[]}
 */
export function addNeeds(chosen, table, spared) {
  const needs = table.flatMap((stage) => (chosen.includes(stage.name) ? (stage.needs ?? []) : []));
  const needed = needs.filter((name) => !spared.includes(name));
  return table.map(({ name }) => name).filter((name) => chosen.includes(name) || needed.includes(name));
}
