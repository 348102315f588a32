import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCsv, parseCsv } from "../../src/core/lib/csv.ts";

function textsOf(text: string): readonly (readonly string[])[] {
  return parseCsv(text).rows.map((row) => row.map((cell) => cell.text));
}

test("cells are parsed as another parser does, each at its place", () => {
  const sign = fc.constantFrom(...'ab,"\n\r \t0.\uFF0C年');
  const word = fc.string({ unit: sign, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const text = formatCsv(rows).slice(1);
      const { rows: found, faults } = parseCsv(text);
      expect(faults).toEqual([]);
      expect(textsOf(text)).toEqual(parse(text, { relax_column_count: true }));
      for (const { text: cell, from } of found.flat())
        expect(text.slice(from).startsWith(cell) || text[from] === '"', JSON.stringify([text, cell])).toBe(true);
    }),
    { seed: 18981898, numRuns: 300 },
  );
});

test("spaces round cells and a missing last line end are left out", () => {
  expect(textsOf(' year , a\n2008,"1,5" \n2009,')).toEqual([
    ["year", "a"],
    ["2008", "1,5"],
    ["2009", ""],
  ]);
  expect(textsOf("")).toEqual([]);
});

test.each([
  ['year,a\n2008,"1\n2009,2\n', 12, 2],
  ['year,a\n2008,1"2\n2009,2\n', 12, 2],
  ['year,a\n2008,"1"2\n', 12, 1],
])("a quotation mark out of place is a fault of its line alone: %j", (text, at, rows) => {
  expect(parseCsv(text).faults).toEqual([at]);
  expect(parseCsv(text).rows).toHaveLength(rows);
});
