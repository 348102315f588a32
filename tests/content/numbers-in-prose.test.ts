import { expect, test } from "vitest";
import { bareNumbers, guessFact } from "../../src/build/content/numbers-in-prose.ts";
import type { Fact } from "../../src/core/model/story.ts";

test.each([
  ["157家企业", ["157"]],
  ["共5.87亿元", ["5.87"]],
  ["增长3.3%和6%", ["3.3%", "6%"]],
  ["百分之三十", ["百分之三十"]],
  ["三百多万元", ["三百多"]],
  ["十八条,一家,三个百分点,十户", ["十八", "一", "三", "十"]],
  ["1至8月", ["1", "8"]],
  ["10:30", ["10:30"]],
  ["\uFF11\uFF10\uFF1A\uFF13\uFF10", ["\uFF11\uFF10\uFF1A\uFF13\uFF10"]],
  ["\uFF13\uFF0E\uFF13\uFF05和\uFF16\uFF05", ["\uFF13\uFF0E\uFF13\uFF05", "\uFF16\uFF05"]],
  ["1\uFF0C000户", ["1\uFF0C000"]],
  ["几\uFF05", ["\uFF05"]],
  ["3‰", ["3‰"]],
  ["①", ["①"]],
])("%s holds numbers", (text, numbers) => {
  expect(bareNumbers(text).map((one) => one.text)).toEqual(numbers);
});

test.each([
  "十四五",
  "“一五十”工作法",
  "四手联动",
  "双轮驱动、两翼齐飞",
  "一二三产",
  "一批好项目",
  "二〇",
  "第一章",
  "GDP",
])("%s is a name or a word", (text) => {
  expect(bareNumbers(text)).toEqual([]);
});

test.each([
  ["3%左右的增速", "growth"],
  ["3%", "growth"],
  ["3.3%", "revenue"],
  ["5.87 亿元", "loans"],
  ["374万元一家", "average"],
  ["\uFF15\uFF0E\uFF18\uFF17亿元", "loans"],
  ["\uFF13\uFF05", "growth"],
  ["3倍", undefined],
  ["375万元", undefined],
])("%s is meant for the fact %s", (text, id) => {
  const facts = [
    fact("growth", 3, "%", "3%左右"),
    fact("revenue", 3.3, "%", "3.3%"),
    fact("loans", 5.87, "亿元", "5.87亿元"),
    fact("average", 374, "万元", "约374万元"),
  ];
  expect(guessFact(text, facts)?.id).toBe(id);
});

function fact(id: string, value: number, unit: string, text: string): Fact {
  const said = { period: "", speaker: "", quote: "", place: "" };
  return { id, origin: "interview", name: id, value, unit, text, status: "事实", ...said };
}
