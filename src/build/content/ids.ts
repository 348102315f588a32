import { formatPosition, type Report, type SourcePosition } from "./problem.ts";

const WELL_FORMED = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export const ID_RULE = "小写英文字母、数字和单个连字符，字母开头";

export function isId(text: string): boolean {
  return WELL_FORMED.test(text);
}

export interface Declaration {
  readonly id: string;
  readonly place: SourcePosition;
}

export function checkIds(namings: readonly Declaration[], report: Report): void {
  const first = new Map<string, SourcePosition>();
  for (const { id, place } of namings) {
    const earlier = first.get(id);
    if (!isId(id)) report(place, `id 写法不对：${id}，应是${ID_RULE}`);
    else if (earlier !== undefined)
      report(place, `id 重复：${id}，每个 id 应只用一次`, `第一次在 ${formatPosition(earlier)}`);
    else first.set(id, place);
  }
}
