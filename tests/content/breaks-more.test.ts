import { describe, expect, test } from "vitest";
import { broken, said, writing } from "./broken.ts";

/** Slips that gave several messages, a misleading one or none: each gives one, at its line, with the words to write. */
describe("one slip is one message", () => {
  test.each([
    [
      "a label without a colon",
      "1-mine.md",
      "  left: 还亮着的",
      "  left 还亮着的",
      "19:3 写法不对：这一行缺冒号：left 还亮着的，应写 left: 还亮着的，冒号用英文的，后面空一格",
    ],
    [
      "a label that touches its key",
      "1-mine.md",
      "  left: 还亮着的",
      "  left还亮着的",
      "19:3 写法不对：这一行缺冒号：left还亮着的，应写 left: 还亮着的，冒号用英文的，后面空一格",
    ],
    [
      "a key at no indentation among deeper ones",
      "facts.yaml",
      "    unit: 亿元",
      "unit: 亿元",
      "23:1 写法不对：缩进少了 4 个空格：unit，应与上一行的 value 对齐",
    ],
    [
      "an item at no indentation",
      "facts.yaml",
      "  - id: loans",
      "- id: loans",
      "20:3 写法不对：缩进对不上：id 前面是 0 个空格，应是 2 个",
    ],
    [
      "a percent sign without quotes",
      "facts.yaml",
      'unit: "%"',
      "unit: %",
      '13:5 写法不对：unit 的值以 % 开头，应整个加英文引号：unit: "%"',
    ],
    [
      "a key twice",
      "1-mine.md",
      "kind: schematic",
      "kind: schematic\nkind: schematic",
      "14:1 写法不对：kind 写了两次，应只写一次",
    ],
    [
      "a number with its unit",
      "facts.yaml",
      "value: 157",
      "value: 157家",
      "31:12 value 是文字“157家”，应是一个数，不带单位（写 157）",
    ],
    [
      "a full-width number",
      "facts.yaml",
      "value: 157",
      "value: \uFF11\uFF15\uFF17",
      "31:12 value 是文字“\uFF11\uFF15\uFF17”，应是一个数，不带单位（写 157）",
    ],
    ["a heading of another depth", "1-mine.md", "## {growth}", "### {growth}", "30:1 3 级标题，应写 ## 和标题"],
    [
      "a heading without a space",
      "1-mine.md",
      "## {growth}",
      "##{growth}",
      "30:1 标题的写法不对：##，应写半角的 ##，后面空一格",
    ],
    [
      "a full-width heading",
      "1-mine.md",
      "## {growth}",
      "\uFF03\uFF03 {growth}",
      "30:1 标题的写法不对：\uFF03\uFF03，应写半角的 ##，后面空一格",
    ],
    [
      "a block without its first line",
      "1-mine.md",
      "```step\nid: growth",
      "id: growth",
      "32:1 这一块没有开头，应在 id 的上一行写半角的 ```step",
    ],
    [
      "a full-width fence",
      "1-mine.md",
      "```step\nid: growth",
      "\uFF40\uFF40\uFF40step\nid: growth",
      "32:1 这一块的开头写法不对：\uFF40\uFF40\uFF40step，应在 id 的上一行写半角的 ```step",
    ],
    [
      "a file without its first ---",
      "1-mine.md",
      "---\nid: mine",
      "id: mine",
      "1:1 开头少了 ---，应在第一行写三个半角的 ---",
    ],
    [
      "a dash for the first ---",
      "1-mine.md",
      "---\nid: mine",
      "——\nid: mine",
      "1:1 开头少了 ---，应在第一行写三个半角的 ---",
    ],
    [
      "a term that is not closed",
      "1-mine.md",
      "(term:mine-town)",
      "(term:mine-town",
      "23:8 名词写法不对：[老矿区](term:mine-town，应写 [老矿区](term:mine-town)",
    ],
    [
      "a term that is not opened",
      "1-mine.md",
      "[老矿区](term",
      "老矿区](term",
      "23:11 名词写法不对：](term:mine-town)，应写 [字](term:mine-town)",
    ],
    [
      "a term without its middle brackets",
      "1-mine.md",
      "[老矿区](term",
      "[老矿区(term",
      "23:8 名词写法不对：[老矿区(term:mine-town)，应写 [老矿区](term:mine-town)",
    ],
    [
      "a term in a label",
      "1-mine.md",
      "left: 还亮着的",
      'left: "[老矿区](term:mine-town)"',
      "19:10 这里不能有名词的记号：[老矿区](term:mine-town)，应只写 老矿区",
    ],
    [
      "HTML round a paragraph with a term",
      "1-mine.md",
      "主持人说它是",
      "<p>主持人说它是",
      "23:1 这里用不了：HTML，应只用普通的字、**加粗**、链接、> 引用和 - 列表",
    ],
    [
      "a day that no calendar has",
      "site.yaml",
      "published: 2021-03-01",
      "published: 2021-02-31",
      "6:12 published 是文字“2021-02-31”，应是日历上有的日子，如 2021-03-01",
    ],
  ])("%s", (_, file, from, to, expected) => {
    expect(said(broken(file, [from, to]))).toEqual([`story/${file}:${expected}`]);
  });

  test.each([
    ["十几家，", "直接写了数：十几，应写成 {事实 id}，数只在 facts.yaml 里写"],
    ["两千多名，", "用汉字写了数量：两千多，应写成 {事实 id}，数只在 facts.yaml 里写（原话里的加“ ”）"],
    ["“逆势，", "引号不成对：“，应前面写“，后面写”"],
    ["”逆势，", "引号不成对：”，应前面写“，后面写”"],
    ["\uFF0C\uFF0C逆势，", "标点重了：\uFF0C\uFF0C，应只留一个"],
    ["-逆势，", "列表的 - 后面没有空格：-，应写 - ，空一格再写字"],
    ["•逆势，", "行首的点：•，应写半角的 -，后面空一格"],
    ["https://example.org/a，", "直接写了网址：https://example.org/a，应写成链接 [字](https://example.org/a)"],
    ["www.example.org，", "直接写了网址：www.example.org，应写成链接 [字](https://www.example.org)"],
    ["一八九八年，", "用汉字写了数量：一八九八年，应写成 {事实 id}，数只在 facts.yaml 里写（原话里的加“ ”）"],
  ])("%s in a text", (words, message) => {
    expect(writing(words)).toEqual([`story/1-mine.md:44:1 ${message}`]);
  });

  test("a word that makes the quoted number approximate is printed", () => {
    expect(said(broken("facts.yaml", ["text: 3%左右", "text: 3%"]))).toEqual([
      "story/facts.yaml:14:11 印出来的数少了“左右”：quote 里有，应写进 text",
    ]);
    expect(said(broken("facts.yaml", ["    text: 3%左右\n", ""]))).toEqual([
      "story/facts.yaml:12:12 印出来的数少了“左右”：quote 里有，应写进 text（另加一行 text，如 3%左右）",
    ]);
  });
});
