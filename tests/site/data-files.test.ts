import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { factsCsv, factsJson } from "../../src/build/site/data-files.ts";
import { formatCsv } from "../../src/core/lib/csv.ts";
import { toFullWidthMarks } from "../../src/core/lib/punctuation.ts";
import { realStory } from "../pictures/real-story.ts";

const story = realStory();

/** Cells as a strict reader of RFC 4180 sees them, the guard against formulas taken off again. */
function rows(text: string): readonly (readonly string[])[] {
  return parse(text, { bom: true, record_delimiter: "\r\n", relax_column_count: false }).map((row) =>
    row.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, "")),
  );
}

test("any texts survive a table, whatever quotes, commas and line breaks they hold", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "'", "=", "-", "安", " ") }),
  );
  const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
    // A lone empty cell is an empty line, which no reader can tell from none.
    fc.array(fc.array(text, { minLength: width + 1, maxLength: width + 1 }), { minLength: 1, maxLength: 4 }),
  );
  fc.assert(
    fc.property(table, (cells) => {
      expect(rows(formatCsv(cells))).toEqual(cells);
    }),
  );
});

test("no text of a table begins as a formula does; numbers stay numbers", () => {
  for (const start of ["=1+1", "+1", "-1", "@x", "\t=1", "＝1", "'=1"])
    expect(formatCsv([[start]])).toMatch(/^\uFEFF"?'/);
  expect(formatCsv([[-1.5, null, "安"]])).toBe("\uFEFF-1.5,,安\r\n");
});

test("the spreadsheet holds every fact once, in the ledger's order, with its values", () => {
  const text = factsCsv(story);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [head = [], ...body] = rows(text);
  const column = (name: string) => body.map((row) => row[head.indexOf(name)]);
  expect(column("id")).toEqual(story.facts.map(({ id }) => id));
  expect(column("数值")).toEqual(story.facts.map(({ value }) => (value === null ? "" : String(value))));
  expect(column("写作")).toEqual(story.facts.map(({ text: written }) => written));
  expect(column("原话")).toEqual(story.facts.map(({ quote }) => toFullWidthMarks(quote)));
  expect(column("来源地址")).toEqual(story.facts.map(({ source }) => source?.url ?? ""));
  expect(column("算法")).toEqual(story.facts.map(({ working }) => working ?? ""));
});

test("the records are the facts themselves, with a null for what a fact lacks", () => {
  const keys = "id origin name value unit text status period speaker place quote working formula source note".split(
    " ",
  );
  const records = story.facts.map((fact) => {
    const known: ReadonlyMap<string, unknown> = new Map(Object.entries(fact));
    return Object.fromEntries(keys.map((key) => [key, known.get(key) ?? null]));
  });
  const read: unknown = JSON.parse(factsJson(story));
  expect(read).toMatchObject({ title: story.title, source: story.byline, facts: records });
});
