import type { Fact, SceneRequirements } from "../../core/model/story.ts";
import { GRAIN_COUNT } from "../../core/picture/grains.ts";
import type { FactTable } from "./context.ts";

/** Units of facts that a picture may draw as one grain each. */
const MEASURES = ["家", "个", "条", "座", "户", "次", "项", "处"];

export interface Undrawable {
  readonly id: string;
  readonly message: string;
}

/** Finds values that a picture cannot draw: beyond its ruler, or counted in more things than there are grains. */
export function findUndrawable(
  scene: string,
  { facts = [], limits = {} }: SceneRequirements,
  { byId }: FactTable,
): readonly Undrawable[] {
  const drawn = facts.flatMap((id) => byId.get(id) ?? []);
  const outside = drawn.flatMap(({ id, value, unit, text }): readonly Undrawable[] => {
    const limit = limits[id];
    if (limit === undefined || value === null || (value >= 0 && value <= limit)) return [];
    const message = `${id} 是 ${text}，图 ${scene} 只能画 0 到 ${limit}${unit}，应核对这个数，没有写错就换一幅图`;
    return [{ id, message }];
  });
  const crowds = MEASURES.flatMap((unit): readonly Undrawable[] => {
    const counted = drawn.filter((fact) => fact.unit === unit);
    const many = counted.filter(({ value }) => (value ?? 0) > GRAIN_COUNT);
    if (many.length > 0) return many.map((fact) => crowd([fact], unit));
    return sum(counted) > GRAIN_COUNT ? [crowd(counted, unit)] : [];
  });
  return [...outside, ...crowds];
}

function sum(facts: readonly Fact[]): number {
  return facts.reduce((before, { value }) => before + (value ?? 0), 0);
}

function crowd(facts: readonly Fact[], unit: string): Undrawable {
  const named = facts.map(({ id }) => id).join("、");
  const total = facts.length === 1 ? `${named} 是 ${facts[0]?.text ?? ""}` : `${named} 一共是 ${sum(facts)}${unit}`;
  const message = `${total}，比图上的 ${GRAIN_COUNT} 粒还多，一粒画不了一${unit}，应换一幅图`;
  return { id: facts[0]?.id ?? "", message };
}
