import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { factCards } from "../../src/build/images/fact-card.ts";
import { factTables } from "../../src/build/site/fact-tables.ts";
import { factsCsv } from "../../src/build/site/data-files.ts";
import { textOf } from "../../src/build/site/html.ts";
import { portableArticle } from "../../src/build/site/portable-article.ts";
import { innerQuote, quoteWords, toFullWidthMarks } from "../../src/core/lib/punctuation.ts";
import * as strings from "../../src/core/model/strings.ts";
import { realStory } from "../pictures/real-story.ts";

const story = realStory();

/** Half-width marks beside Chinese, with what stands around them. */
function halfWidthMarks(text: string): readonly string[] {
  return text.match(/.{0,6}(?:[\p{Script=Han}“”‘’][,;:?!()]|[,;:?!()][\p{Script=Han}“‘]).{0,4}/gu) ?? [];
}

/** Every text of a value, those of functions left out. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test.each([
  ["安源区地处萍乡市城区中心,是一个老工矿区", "安源区地处萍乡市城区中心，是一个老工矿区"],
  ["根本宗旨是什么?", "根本宗旨是什么？"],
  ["做好“六稳”“六保”工作,确保", "做好“六稳”“六保”工作，确保"],
  ["十佳县(市、区)", "十佳县（市、区）"],
  ["由2015年的10.2:52.1:37.7优化为7.9:43.6:48.5", "由2015年的10.2:52.1:37.7优化为7.9:43.6:48.5"],
  ["A, B (1,234)", "A, B (1,234)"],
])("%s is printed as %s", (from, to) => {
  expect(toFullWidthMarks(from)).toBe(to);
  expect(toFullWidthMarks(to)).toBe(to);
});

test("a quote within marks has single marks of its own", () => {
  expect(innerQuote("大力推进“数智安源”建设,推动改革升级")).toBe("大力推进‘数智安源’建设，推动改革升级");
  expect(quoteWords("双轮")).toBe("“双轮”");
});

test("quotes have full-width marks in the table, the spreadsheet, the edition and on fact cards", () => {
  const cards = factCards(story, () => null).map(({ drawing }) =>
    drawing.shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : [])).join(""),
  );
  const cells = parse(factsCsv(story), { bom: true }).flat().join("\n");
  const shown = [...factTables(story, true).map(textOf), cells, textOf(portableArticle(story, "", ""))];
  for (const text of [...shown, ...cards]) {
    expect(halfWidthMarks(text)).toEqual([]);
    expect(text).not.toMatch(/[「」]/u);
  }
});

test("the words of the interface have no half-width mark beside Chinese", () => {
  expect(textsOf({ ...strings }).flatMap(halfWidthMarks)).toEqual([]);
});
