import type { Code } from "mdast";
import { near } from "./near.ts";
import type { Report } from "./problem.ts";
import type { Sheet } from "./sheet.ts";
import type { Span } from "./span.ts";
import { spanOf } from "./span.ts";
import type { Yaml } from "./yaml.ts";
import { readYaml } from "./yaml.ts";

/** A block between two lines of ```; its span is that of the lines inside. */
export interface Fence extends Span {
  /** What stands behind the opening ```. */
  readonly name: string;
  /** Offset of the opening line. */
  readonly start: number;
  /** False when it swallowed what follows it for want of its closing line. */
  readonly closed: boolean;
}

/** A code node as a fence; null for text that is merely indented. */
export function fenceOf({ text }: Sheet, node: Code): Fence | null {
  const { from: start, to: end } = spanOf(node);
  if (!/^(?:```|~~~)/.test(text.slice(start))) return null;
  const name = [node.lang, node.meta].filter(Boolean).join(" ") || "without a name";
  const from = Math.min(end, text.indexOf("\n", start) + 1 || end);
  const to = Math.max(from, text.lastIndexOf("\n", end - 1) + 1);
  const ended = to < end && /^ {0,3}(?:`{3,}|~{3,})[ \t]*$/.test(text.slice(to, end));
  // A line ``` may well be the next block's: then a heading or an opening line stands in between.
  return { name, start, from, to, closed: ended && !/^(?:## |```)/m.test(text.slice(from, to)) };
}

/** The YAML of the one block called `name` under a heading; null, with the reasons reported, when there is none to read. */
export function readFence(
  sheet: Sheet,
  { fences, heading }: { readonly fences: readonly Fence[]; readonly heading: Span },
  name: string,
  report: Report,
): Yaml | null {
  const first = fences.find((fence) => fence.name === name);
  for (const fence of fences) {
    const place = sheet.at(fence.start);
    if (!fence.closed) report(place, "unclosed block, expected a line ``` at its end");
    if (fence.name !== name)
      report(place, `unknown block: ${fence.name}, expected \`\`\`${name}`, near(fence.name, [name]));
    else if (fence !== first) report(place, `second ${name} block under one heading, expected one`);
  }
  if (fences.length === 0)
    report(sheet.at(heading.from), `${name} block missing, expected \`\`\`${name} under the heading`);
  return first?.closed ? readYaml(sheet, first.from, first.to, report) : null;
}
