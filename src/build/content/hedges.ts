import type { Fact } from "../../core/model/story.ts";
import { type Finding, type Prose, sentenceRange } from "./prose.ts";
import type { Report } from "./problem.ts";
import { HEDGE } from "./schema.ts";
import type { Vocabulary } from "./site-config.ts";
import { validate } from "./validate.ts";
import { positionAt, valueAt, type Yaml, type YamlPath } from "./yaml.ts";

/** A sentence that cites a fact of this status has to hold one of the words. */
export interface Hedge {
  readonly status: string;
  readonly words: readonly string[];
}

export function readHedge(yaml: Yaml, index: number, vocabulary: Vocabulary | null, report: Report): readonly Hedge[] {
  const path = ["hedges", index];
  const found = validate(
    yaml,
    { path, what: "hedges 的一项里", schema: HEDGE, keys: Object.keys(HEDGE.shape) },
    report,
  );
  if (found === null) return [];
  const known = vocabulary?.statuses ?? [found.status];
  if (!known.includes(found.status))
    report(
      positionAt(yaml, [...path, "status"]),
      `不认识的状态：${found.status}，应是 site.yaml 里的 ${known.join("、")} 之一`,
    );
  return [found];
}

/** `beside` is read together with the passage, e.g. the other labels of a picture. */
export function findUnhedged(
  { text, references }: Prose,
  hedges: readonly Hedge[],
  byId: ReadonlyMap<string, Fact>,
  beside = "",
): readonly Finding[] {
  return references.flatMap(({ id, from, to }): readonly Finding[] => {
    const hedge = hedges.find(({ status }) => status === byId.get(id)?.status);
    if (hedge === undefined) return [];
    const said = reachOf({ text, references }, from) + beside;
    if (hedge.words.some((word) => said.includes(word))) return [];
    const words = hedge.words.join("或");
    return [
      { from, to, message: `{${id}} 前面没有“${words}”：它的状态是${hedge.status}，应在同一句的前面写明${words}` },
    ];
  });
}

/**
 * Returns the words of a sentence that may speak of the fact at an offset: up to the end of its clause, and the later
 * clauses without a fact of their own. In 「GDP增长3%，收入预计增长6%」 the word 预计 speaks of the
 * second alone.
 */
function reachOf({ text, references }: Pick<Prose, "text" | "references">, offset: number): string {
  const { from, to } = sentenceRange(text, offset);
  const clauses = [...text.slice(from, to).matchAll(/[^\uFF0C\uFF1B\uFF1A,;:]+/gu)].map(({ index, 0: clause }) => ({
    clause,
    start: from + index,
    end: from + index + clause.length,
  }));
  return clauses
    .filter(({ start, end }) => start <= offset || !references.some((one) => start <= one.from && one.from < end))
    .map(({ clause }) => clause)
    .join("");
}

/** Reports a status other than that of a hedge whose word stands in the sentence that the fact quotes. */
export function checkStatus(
  yaml: Yaml,
  path: YamlPath,
  { sentence, hedges }: { readonly sentence: string; readonly hedges: readonly Hedge[] },
  report: Report,
): void {
  const status = valueAt(yaml, [...path, "status"]);
  for (const hedge of hedges) {
    const word = hedge.words.find((one) => sentence.includes(one));
    if (word !== undefined && status !== hedge.status)
      report(
        positionAt(yaml, [...path, "status"]),
        `status 与原话不符：写的是${String(status)}，这句原话里有“${word}”，应是${hedge.status}`,
      );
  }
}
