/** Text made fit for the YAML reader, and the way back from its offsets to those of the text as written. */
export interface Mended {
  readonly text: string;
  readonly back: (offset: number) => number;
}

/** A key ended by a full-width colon, and a plain value that begins with a reference such as `{gdp}`. */
const LINE =
  /^(?<lead>[ \t]*(?:- +)*)(?<key>[A-Za-z][A-Za-z0-9-]*)(?<colon>[ \t]*[::])(?<gap>[ \t\u3000]*)(?<value>.*)$/u;
const ITEM = /^(?<lead>[ \t]*- +)(?<value>[{{].*)$/u;
const REFERENCE_FIRST = /^[{{][\p{L}\p{N}_-]+[}}]/u;

/**
 * Accepts what Chinese keyboards and habits produce and YAML refuses: `id:name` with a full-width colon,
 * and an unquoted value that begins with `{reference}`, which YAML would take for a map.
 */
export function mended(text: string): Mended {
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
    const {
      lead = "",
      key = "",
      colon = "",
      gap = "",
      value = "",
    } = (LINE.exec(line) ?? ITEM.exec(line))?.groups ?? {};
    inBlock = /^[|>][+-]?\d*\s*$/.test(value) ? indent : null;
    const wide = colon.endsWith(":");
    if (!wide && !REFERENCE_FIRST.test(value)) {
      out += line;
      return;
    }
    out += lead + key + colon.replace(":", ":");
    if (wide && gap === "") insert(" ");
    out += wide ? gap.replace(/\u3000/g, " ") : gap;
    const quote = REFERENCE_FIRST.test(value) && !value.includes("'");
    if (quote) insert("'");
    out += value;
    if (quote) insert("'");
  });
  return { text: out, back: (offset) => offset - inserted.filter((at) => at < offset).length };
}
