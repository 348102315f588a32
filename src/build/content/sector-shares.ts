import type { Fact } from "../../core/model/story.ts";

/** Rounding of three shares to one decimal place gives up to this much, in percent. */
const TOLERANCE = 0.2;

/** Names of the whole whose shares are all given. */
const SECTORS = ["第一产业", "第二产业", "第三产业"];

export interface WrongShares {
  /** The last share, in the order of the facts. */
  readonly id: string;
  readonly message: string;
}

/** Finds the sectors of one place and period whose shares do not add up to 100, or exceed it. */
export function findWrongShares(facts: readonly Fact[]): readonly WrongShares[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const sector = SECTORS.find((name) => fact.name.includes(name));
    if (sector === undefined || fact.unit !== "%" || !/占比|比重/.test(fact.name)) continue;
    const key = [
      fact.origin,
      fact.name.replace(sector, ""),
      fact.period,
      fact.scope ?? "",
      fact.source?.title ?? "",
    ].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()].flatMap((shares): readonly WrongShares[] => {
    const [last] = shares.slice(-1);
    const sum = shares.reduce((before, { value }) => before + (value ?? 0), 0);
    const whole = shares.length === SECTORS.length;
    if (last === undefined || (whole ? Math.abs(sum - 100) : sum - 100) <= TOLERANCE + 1e-9) return [];
    const named = shares.map(({ id, value }) => `${id} ${value ?? ""}`).join("、");
    const wanted = whole ? "应是 100" : "应不超过 100";
    return [{ id: last.id, message: `三次产业占比相加是 ${Number(sum.toFixed(2))}，${wanted}：${named}` }];
  });
}
