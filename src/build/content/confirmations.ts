import type { Problem } from "./problem.ts";
import { createSourceFile, STORY_FOLDER } from "./source-file.ts";
import { lengthAt, positionAt, readYaml, sourceAt } from "./yaml.ts";

/** Trust in an outside figure that an editor need not confirm. */
const SURE = ["A", "A−", "A-"];

/** `publisher` of what the desk itself looked up. */
const OURSELVES = "本报道";

/**
 * Lists what an editor confirms before the story is published: outside figures that are not of the best confidence, and
 * the desk's own searches. A fact with `confirmed` is left out.
 */
export function listConfirmations(sources: ReadonlyMap<string, string>): readonly Problem[] {
  const file = `${STORY_FOLDER}facts.yaml`;
  const source = createSourceFile(file, sources.get(file) ?? "");
  const yaml = readYaml(source, 0, source.text.length, () => undefined);
  if (yaml === null) return [];
  return Array.from({ length: lengthAt(yaml, ["context"]) }).flatMap((_, index): readonly Problem[] => {
    const path = ["context", index];
    const read = (...keys: readonly string[]): string => sourceAt(yaml, [...path, ...keys]);
    const confidence = read("confidence");
    const own = read("source", "publisher") === OURSELVES;
    if (read("confirmed") !== "" || (SURE.includes(confidence) && !own)) return [];
    const printed = read("text") || read("value") + read("unit");
    const trust = confidence === "" ? "没有写把握" : `把握${confidence}`;
    const wanted = own
      ? "重新查一遍，改成查完的年月"
      : `到出处核对：${read("source", "url") || read("source", "title")}`;
    return [{ ...positionAt(yaml, [...path, "id"]), message: `${read("name")}：${printed}，${trust}，应${wanted}` }];
  });
}
