import type { Declaration } from "./ids.ts";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { didYouMean } from "./suggest.ts";
import { describeAt, A_LIST, NOTHING, lengthAt, positionAt, readYaml, textAt } from "./yaml.ts";

/** A chapter with its steps, or the cover's step alone. */
export interface AddressedChapter {
  readonly naming: Declaration | null;
  readonly steps: readonly { readonly naming: Declaration | null }[];
}

/** Lists the addresses of chapters and steps, e.g. `pattern/` and `pattern/old-mine/`. */
export function listAddresses(chapters: readonly AddressedChapter[]): readonly string[] {
  return chapters.flatMap(({ naming, steps }) => {
    if (naming === null) return [];
    return [
      `${naming.id}/`,
      ...steps.flatMap((step) => (step.naming === null ? [] : [`${naming.id}/${step.naming.id}/`])),
    ];
  });
}

/** Reports addresses of `published.yaml` that no chapter or step has any more. */
export function checkPublished(source: SourceFile, addresses: readonly string[], report: Report): void {
  const yaml = readYaml(source, 0, source.text.length, report);
  if (yaml === null) return;
  const found = describeAt(yaml, []);
  if (found !== A_LIST && found !== NOTHING) {
    report(positionAt(yaml, []), `这里是${found}，应是已发布网址的列表`);
    return;
  }
  for (let index = 0; index < lengthAt(yaml, []); index += 1) {
    const { value } = textAt(yaml, [index]);
    if (value === "" || addresses.includes(value)) continue;
    const message = `发布过的网址打不开了：${value}，应把 id 改回来，别人存的链接还在用`;
    report(positionAt(yaml, [index]), message, didYouMean(value, addresses));
  }
}

export function formatPublished(addresses: readonly string[]): string {
  const head = "# 发布过的网址，由 npm run check -- --publish 写。改了 id，检查会说哪一个打不开了。";
  return `${head}\n${addresses.map((address) => `- ${address}`).join("\n")}\n`;
}
