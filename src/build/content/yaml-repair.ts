import { halfWidth } from "./half-width.ts";

export interface RepairedYaml {
  readonly text: string;
  readonly originalOffset: (offset: number) => number;
}

/** Match, in half-width text, a key with its value, and a list item that begins with a reference such as `{gdp}`. */
const LINE = /^(?<lead>[ \t]*(?:- +)*)(?<key>[A-Za-z][A-Za-z0-9-]*[ \t]*):(?<gap>[ \t]*)(?<value>.*)$/u;
const ITEM = /^(?<lead>[ \t]*- +)(?<value>\{.*)$/u;
const REFERENCE_FIRST = /^\{[\p{L}\p{N}_-]+\}/u;

/**
 * Repairs habits of Chinese typing that YAML rejects: `id:name` with a full-width colon or without a space, and an
 * unquoted value that begins with `{reference}`, which YAML would parse as a map.
 */
export function repairYaml(text: string): RepairedYaml {
  const inserted: number[] = [];
  let out = "";
  const insert = (part: string): void => {
    for (let i = 0; i < part.length; i += 1) inserted.push(out.length + i);
    out += part;
  };
  let inBlock: number | null = null;
  text.split("\n").forEach((line, index) => {
    if (index > 0) out += "\n";
    const indent = line.search(/[^ ]|$/);
    if (inBlock !== null && (line.trim() === "" || indent > inBlock)) {
      out += line;
      return;
    }
    const half = halfWidth(line);
    const { lead = "", key, gap = "", value = "" } = (LINE.exec(half) ?? ITEM.exec(half))?.groups ?? {};
    inBlock = /^[|>][+-]?\d*\s*$/.test(value) ? indent : null;
    const quote = REFERENCE_FIRST.test(value) && !value.includes("'");
    // A colon before `//` belongs to a URL.
    if ((key === undefined && !quote) || value.startsWith("//")) {
      out += line;
      return;
    }
    out += line.slice(0, lead.length);
    if (key !== undefined) {
      out += `${key}:${gap}`;
      if (gap === "" && value !== "") insert(" ");
    }
    if (quote) insert("'");
    out += line.slice(line.length - value.length);
    if (quote) insert("'");
  });
  return { text: out, originalOffset: (offset) => offset - inserted.filter((at) => at < offset).length };
}
