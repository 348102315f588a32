import type { z } from "zod";
import { readPassage } from "./check-prose.ts";
import type { CompileContext } from "./context.ts";
import { type MarkdownFile, UNOPENED_FRONT } from "./markdown.ts";
import { validate } from "./validate.ts";
import { readYaml, textAt, type Yaml } from "./yaml.ts";

export interface FrontMatter<T> {
  readonly yaml: Yaml;
  /** Null when the front matter does not match its schema, which has been reported. */
  readonly record: T | null;
  readonly text: (key: string) => string;
}

export function parseFrontMatter<T>(
  { source, front }: MarkdownFile,
  {
    schema,
    keys,
    texts,
  }: { readonly schema: z.ZodType<T>; readonly keys: readonly string[]; readonly texts: readonly string[] },
  context: CompileContext,
): FrontMatter<T> | null {
  if (front === null) {
    if (!source.text.startsWith("---") && !UNOPENED_FRONT.test(source.text))
      context.report(source.positionAt(0), `开头缺一块 ---，应有 ${keys.join("、")}`);
    return null;
  }
  const yaml = readYaml(source, front.from, front.to, context.report);
  if (yaml === null) return null;
  const record = validate(yaml, { path: [], what: "开头的 --- 里", schema, keys }, context.report);
  const text = new Map(texts.map((key) => [key, readPassage(textAt(yaml, [key]), context)]));
  return { yaml, record, text: (key) => text.get(key) ?? "" };
}
