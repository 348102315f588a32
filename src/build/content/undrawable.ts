import type { Fact, SceneLimit, SceneRequirements, SceneTable } from "../../core/model/story.ts";
import type { FactTable } from "./context.ts";

export interface Undrawable {
  readonly id: string;
  readonly message: string;
}

type ById = FactTable["byId"];

/** Finds values that a picture has no room for, and tables without a column or the break that it draws. */
export function findUndrawable(
  scene: string,
  { limits = [], tables = [] }: SceneRequirements,
  { byId }: FactTable,
): readonly Undrawable[] {
  return [
    ...limits.flatMap((limit) => findOutside(scene, limit, byId)),
    ...tables.flatMap((table) => findLacking(scene, table, byId)),
  ];
}

function findOutside(scene: string, { facts, most, together }: SceneLimit, byId: ById): readonly Undrawable[] {
  const end = typeof most === "number" ? most : (byId.get(most)?.value ?? null);
  if (end === null) return [];
  const drawn = facts.flatMap((id) => byId.get(id) ?? []);
  const outside = drawn.flatMap((fact): readonly Undrawable[] => {
    const wrong = valuesOf(fact).find(({ value }) => value < 0 || value > end);
    if (wrong === undefined) return [];
    return [refusal(scene, fact, `${fact.id} ${wrong.where}是 ${wrong.text}`, end)];
  });
  const sum = drawn.reduce((before, { value }) => before + (value ?? 0), 0);
  const [first] = drawn;
  if (together !== true || outside.length > 0 || first === undefined || sum <= end) return outside;
  return [refusal(scene, first, `${facts.join("、")} 一共是 ${sum}${first.unit}`, end)];
}

function refusal(scene: string, { id, unit }: Fact, found: string, end: number): Undrawable {
  return { id, message: `${found}，图 ${scene} 只能画 0 到 ${end}${unit}，应核对这个数，没有写错就换一幅图` };
}

interface Drawn {
  readonly value: number;
  readonly text: string;
  /** 「里 2022 年」 in a table, else empty. */
  readonly where: string;
}

function valuesOf({
  value,
  text = "",
  table,
  unit = "",
}: Pick<Fact, "value" | "table"> & Partial<Fact>): readonly Drawn[] {
  if (value !== null) return [{ value, text, where: "" }];
  return (table?.rows ?? []).flatMap(({ year, values }) =>
    values.flatMap((cell) => (cell === null ? [] : { value: cell, text: `${cell}${unit}`, where: `里 ${year} 年` })),
  );
}

function findLacking(scene: string, { fact: id, columns = [], broken }: SceneTable, byId: ById): readonly Undrawable[] {
  const table = byId.get(id)?.table;
  if (table === undefined || table.rows.length === 0) return [];
  const lost = columns.filter((name) => !table.columns.includes(name));
  const found = lost.map(
    (name) => `${id} 的表里没有这一列：${name}，图 ${scene} 要画它，表里是 ${table.columns.join("、")}，应改回列名`,
  );
  const negative = valuesOf({ value: null, table }).find(({ value }) => value < 0);
  if (negative !== undefined)
    found.push(`${id} ${negative.where}是 ${negative.text}，图 ${scene} 画不出负数，应核对这个数`);
  if (broken === true && table.breakAfter === null)
    found.push(`${id} 没有写断点，图 ${scene} 要在那里断开，应在 facts.yaml 里写 break: 换账本前的那一年`);
  return found.map((message) => ({ id, message }));
}
