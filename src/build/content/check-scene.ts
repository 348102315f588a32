import type { SceneCatalog } from "../../core/model/story.ts";
import type { CompileContext, FactTable } from "./context.ts";
import type { Report, SourcePosition } from "./problem.ts";
import { closest, didYouMean } from "./suggest.ts";
import { findUndrawable } from "./undrawable.ts";
import { keyPosition, lengthAt, positionAt, valueAt, type Yaml } from "./yaml.ts";

interface Given {
  readonly facts: ReadonlySet<string>;
  readonly scenes: SceneCatalog;
}

/** Checks what the picture of a step needs: its facts and labels, values that it can draw, one scope. */
export function checkScene(yaml: Yaml, { facts, scenes }: Given, { factTable, report }: CompileContext): void {
  const named = valueAt(yaml, ["scene"]);
  const scene = named ?? valueAt(yaml, ["id"]);
  if (valueAt(yaml, ["kind"]) === "data" && factTable.known !== null && ![...facts].some((id) => hasValue(id))) {
    report(keyPosition(yaml, ["kind"]), "数据图没有带数的事实，应在 facts 里至少列一个", "没有数的图写 schematic");
  }
  if (typeof scene !== "string") return;
  const needs = scenes.get(scene);
  const place = positionAt(yaml, ["scene"]);
  if (needs === undefined) {
    const found =
      named === undefined || named === null ? `没有写 scene，也没有叫 ${scene} 的图` : `没有这幅图：${scene}`;
    report(place, `${found}，应是 npm run scenes 列出的一幅`, didYouMean(scene, scenes.keys()));
    return;
  }
  for (const { id, message } of findUndrawable(scene, needs, factTable)) report(positionInFacts(yaml, id), message);
  const missing = (needs.facts ?? []).filter((one) => !facts.has(one));
  if (missing.length > 0)
    report(keyPosition(yaml, ["facts"]), `少了事实：${missing.join("、")}，图 ${scene} 要画，应写进 facts`);
  checkLabels(yaml, { scene, expected: needs.labels }, report);
  if (valueAt(yaml, ["kind"]) === "data") checkScopes(yaml, needs.facts ?? [], factTable, report);

  function hasValue(id: string): boolean {
    const fact = factTable.byId.get(id);
    return fact === undefined ? (factTable.known?.has(id) ?? true) : fact.value !== null;
  }
}

function positionInFacts(yaml: Yaml, id: string): SourcePosition {
  const items = Array.from({ length: lengthAt(yaml, ["facts"]) }, (_, index) => valueAt(yaml, ["facts", index]));
  const index = items.indexOf(id);
  return index === -1 ? keyPosition(yaml, ["facts"]) : positionAt(yaml, ["facts", index]);
}

/** Figures of several scopes may stand in one picture only when the step names all of them. */
function checkScopes(yaml: Yaml, drawn: readonly string[], { byId, known }: FactTable, report: Report): void {
  if (known === null) return;
  const scopes = [...new Set(drawn.flatMap((id) => byId.get(id)?.scope ?? []))].sort();
  const given = valueAt(yaml, ["scopes"]);
  const named: readonly string[] = Array.isArray(given) ? given.map(String).sort() : [];
  if (scopes.length <= 1 ? named.length === 0 : named.join() === scopes.join()) return;
  const place = keyPosition(yaml, [named.length > 0 ? "scopes" : "facts"]);
  if (scopes.length > 1) {
    report(place, `一幅图里有几种口径：${scopes.join("、")}`, `分开画清楚，再写 scopes: [${scopes.join(", ")}]`);
  } else report(place, `scopes 写了${named.join("、")}，图里只有${scopes[0] ?? "访谈"}一种口径`, "去掉 scopes");
}

function checkLabels(
  yaml: Yaml,
  { scene, expected }: { readonly scene: string; readonly expected: readonly string[] },
  report: Report,
): void {
  const labels = valueAt(yaml, ["labels"]) ?? {};
  // `validate` has reported labels of another shape.
  if (typeof labels !== "object" || Array.isArray(labels)) return;
  const given = Object.keys(labels);
  const extra = given.filter((name) => !expected.includes(name));
  const meant = extra.map((name) => closest(name, expected));
  const missing = expected.filter((one) => !given.includes(one) && !meant.includes(one));
  if (missing.length > 0)
    report(keyPosition(yaml, ["labels"]), `少了图上的字：${missing.join("、")}，图 ${scene} 要用，应写进 labels`);
  for (const name of extra) {
    const message = `图上没有这处字：${name}，图 ${scene} 的 labels 应是${expected.length === 0 ? "空的" : ` ${expected.join("、")}`}`;
    report(keyPosition(yaml, ["labels", name]), message, didYouMean(name, expected));
  }
}
