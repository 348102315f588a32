import { snippetFolder } from "../../core/model/files.ts";
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

/** Ids that the pages have of their own, in the stage and at the story's end. */
const OWN: ReadonlySet<string> = new Set("after after-title earth facts grains terms".split(" "));

/** Ends of the names of files that are called after an id. */
const ENDS = ["-night", "-square"];

/** Checks the ids after which parts of pages and files of pictures are called. */
export function checkNames(namings: readonly Declaration[], report: Report): void {
  const ids = new Set(namings.map(({ id }) => id));
  for (const { id, place } of namings) {
    if (OWN.has(id)) report(place, `id 网页自己已经用了：${id}，应换一个`);
    const end = ENDS.find((one) => id.endsWith(one) && ids.has(id.slice(0, -one.length)));
    if (end !== undefined)
      report(place, `id 会让两张图用一个文件名：${id}，应换一个，${id.slice(0, -end.length)} 的图也叫这个名字`);
  }
}

interface NamedPlace {
  readonly naming: Declaration | null;
}

/** Checks that the codes of every chapter and of every step have a folder of their own in the press kit. */
export function checkCodes(
  chapters: readonly (NamedPlace & { readonly steps: readonly NamedPlace[] })[],
  report: Report,
): void {
  const owners = new Map<string, string>();

  function take({ id, place }: Declaration, path: string): void {
    const folder = snippetFolder({ path });
    const owner = owners.get(folder) ?? path;
    owners.set(folder, owner);
    // A place of the same address has the same id, which is named by others.
    if (owner !== path)
      report(place, `id 会让两处的代码放进一个文件夹：${id}，应换一个，${owner} 的代码也在 ${folder}`);
  }

  for (const { naming: chapter, steps } of chapters) {
    if (chapter === null) continue;
    take(chapter, `${chapter.id}/`);
    for (const { naming: step } of steps) if (step !== null) take(step, `${chapter.id}/${step.id}/`);
  }
}
