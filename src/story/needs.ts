import type { SceneWords } from "./model.ts";
import { near } from "./near.ts";
import { problem } from "./problem.ts";
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
      problem(
        keyPlace(yaml, ["kind"]),
        "data step without facts that have values, expected at least one under facts",
        "a picture without numbers is a schematic",
      ),
    );
  }
  if (typeof scene !== "string") return;
  const needs = scenes.get(scene);
  const place = placeAt(yaml, ["scene"]);
  if (needs === undefined) {
    report(
      problem(
        place,
        `unknown scene: ${scene}, expected one of ${[...scenes.keys()].sort().join(", ")}`,
        near(scene, scenes.keys()),
      ),
    );
    return;
  }
  const words = valueAt(yaml, ["words"]);
  const given = typeof words === "object" && words !== null ? Object.keys(words) : [];
  for (const name of needs.words.filter((one) => !given.includes(one))) {
    report(problem(keyPlace(yaml, ["words"]), `missing word: ${name}, expected by the scene ${scene}`));
  }
  // A scene that names no words yet is still being drawn.
  for (const name of needs.words.length === 0 ? [] : given.filter((one) => !needs.words.includes(one))) {
    const expected = needs.words.length === 0 ? "no words" : needs.words.join(", ");
    report(
      problem(
        keyPlace(yaml, ["words", name]),
        `unknown word: ${name}, expected by the scene ${scene}: ${expected}`,
        near(name, needs.words),
      ),
    );
  }
  for (const id of (needs.facts ?? []).filter((one) => !facts.has(one))) {
    report(problem(place, `missing fact: ${id}, drawn by the scene ${scene}, expected under facts`));
  }

  function hasValue(id: string): boolean {
    const fact = ledger.byId.get(id);
    return fact === undefined ? (ledger.known?.has(id) ?? true) : fact.value !== null;
  }
}
