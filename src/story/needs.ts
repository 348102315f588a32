import type { SceneWords } from "./model.ts";
import { near, nearest } from "./near.ts";
import type { Report } from "./problem.ts";
import type { Reading } from "./reading.ts";
import type { Yaml } from "./yaml.ts";
import { keyPlace, placeAt, valueAt } from "./yaml.ts";

/** What a step gives its scene. */
interface Given {
  /** Ids of every fact the step names. */
  readonly facts: ReadonlySet<string>;
  readonly scenes: SceneWords;
}

/** Checks that a step's scene exists and gets exactly its words and all its facts, and that a data step has numbers. */
export function checkScene(yaml: Yaml, { facts, scenes }: Given, { ledger, report }: Reading): void {
  const scene = valueAt(yaml, ["scene"]);
  if (valueAt(yaml, ["kind"]) === "data" && ledger.known !== null && ![...facts].some((id) => hasValue(id))) {
    report(
      keyPlace(yaml, ["kind"]),
      "data step without facts that have values, expected at least one under facts",
      "a picture without numbers is a schematic",
    );
  }
  if (typeof scene !== "string") return;
  const needs = scenes.get(scene);
  const place = placeAt(yaml, ["scene"]);
  if (needs === undefined) {
    report(
      place,
      `unknown scene: ${scene}, expected one of ${[...scenes.keys()].sort().join(", ")}`,
      near(scene, scenes.keys()),
    );
    return;
  }
  for (const id of (needs.facts ?? []).filter((one) => !facts.has(one))) {
    report(place, `missing fact: ${id}, drawn by the scene ${scene}, expected under facts`);
  }
  checkWords(yaml, { scene, expected: needs.words }, report);

  function hasValue(id: string): boolean {
    const fact = ledger.byId.get(id);
    return fact === undefined ? (ledger.known?.has(id) ?? true) : fact.value !== null;
  }
}

function checkWords(
  yaml: Yaml,
  { scene, expected }: { readonly scene: string; readonly expected: readonly string[] },
  report: Report,
): void {
  const words = valueAt(yaml, ["words"]) ?? {};
  // Words of another shape have been reported as such.
  if (typeof words !== "object" || Array.isArray(words)) return;
  const given = Object.keys(words);
  const extra = given.filter((name) => !expected.includes(name));
  const meant = extra.map((name) => nearest(name, expected));
  for (const name of expected.filter((one) => !given.includes(one) && !meant.includes(one))) {
    report(keyPlace(yaml, ["words"]), `missing word: ${name}, expected by the scene ${scene}`);
  }
  for (const name of extra) {
    const message = `unknown word: ${name}, expected by the scene ${scene}: ${expected.join(", ") || "no words"}`;
    report(keyPlace(yaml, ["words", name]), message, near(name, expected));
  }
}
