import type { z } from "zod";
import type { CompileContext } from "./context.ts";
import type { MarkdownFile } from "./markdown.ts";
import { resolveReferences } from "./references.ts";
import { validate } from "./validate.ts";
import { readYaml, textAt, type Yaml } from "./yaml.ts";

/** Front matter of the expected shape: the record, and its texts printed by key. */
export interface FrontMatter<T> {
  readonly yaml: Yaml;
  /** Null when something about it has been reported. */
  readonly record: T | null;
  readonly text: (key: string) => string;
}

/** Reads the front matter of a page. Null when it is missing or malformed. `texts` are the keys the reader will see. */
export function parseFrontMatter<T>(
  { sheet, front }: MarkdownFile,
  {
    schema,
    keys,
    texts,
  }: { readonly schema: z.ZodType<T>; readonly keys: readonly string[]; readonly texts: readonly string[] },
  reading: CompileContext,
): FrontMatter<T> | null {
  if (front === null) {
    if (!sheet.text.startsWith("---"))
      reading.report(sheet.positionAt(0), `front matter missing, expected --- and the keys ${keys.join(", ")}`);
    return null;
  }
  const yaml = readYaml(sheet, front.from, front.to, reading.report);
  if (yaml === null) return null;
  const record = validate(yaml, { path: [], what: "front matter", schema, keys }, reading.report);
  const text = new Map(texts.map((key) => [key, resolveReferences(textAt(yaml, [key]), reading)]));
  return { yaml, record, text: (key) => text.get(key) ?? "" };
}
