import type { z } from "zod";
import type { Page } from "./page.ts";
import type { Reading } from "./reading.ts";
import { printed } from "./references.ts";
import { shaped } from "./shape.ts";
import type { Yaml } from "./yaml.ts";
import { passageAt, readYaml } from "./yaml.ts";

/** Front matter of the expected shape: the record, and its texts printed by key. */
export interface Front<T> {
  readonly yaml: Yaml;
  /** Null when something about it has been reported. */
  readonly record: T | null;
  readonly text: (key: string) => string;
}

/** Reads the front matter of a page. Null when it is missing or malformed. `texts` are the keys the reader will see. */
export function readFront<T>(
  { sheet, front }: Page,
  {
    schema,
    keys,
    texts,
  }: { readonly schema: z.ZodType<T>; readonly keys: readonly string[]; readonly texts: readonly string[] },
  reading: Reading,
): Front<T> | null {
  if (front === null) {
    if (!sheet.text.startsWith("---"))
      reading.report(sheet.at(0), `front matter missing, expected --- and the keys ${keys.join(", ")}`);
    return null;
  }
  const yaml = readYaml(sheet, front.from, front.to, reading.report);
  if (yaml === null) return null;
  const record = shaped(yaml, { path: [], what: "front matter", schema, keys }, reading.report);
  const text = new Map(texts.map((key) => [key, printed(passageAt(yaml, [key]), reading)]));
  return { yaml, record, text: (key) => text.get(key) ?? "" };
}
