import { halfWidth } from "./half-width.ts";

/** Text made fit for the YAML reader, and the way back from its offsets to those of the text as written. */
export interface RepairedYaml {
  readonly text: string;
  readonly originalOffset: (offset: number) => number;
}

/** In half width: a key with its value, and an item of a list that begins with a reference such as `{gdp}`. */
const LINE = /^(?<lead>[ \t]*(?:- +)*)(?<key>[A-Za-z][A-Za-z0-9-]*[ \t]*):(?<gap>[ \t]*)(?<value>.*)$/u;
const ITEM = /^(?<lead>[ \t]*- +)(?<value>\{.*)$/u;
const REFERENCE_FIRST = /^\{[\p{L}\p{N}_-]+\}/u;

/**
 * Accepts what Chinese keyboards and habits produce and YAML refuses: `id:name` with a full-width colon or without
 * a space, and an unquoted value that begins with `{reference}`, which YAML would take for a map.
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
    // Two slashes after a colon are an address.
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
