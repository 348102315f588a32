import { describe, expect, test } from "vitest";
import { BASE } from "./base.ts";
import { broken, said, writing } from "./broken.ts";

/** The review's section 5.2, in its order. */
describe("the ten breaks", () => {
  test("1: a misspelt fact", () => {
    expect(said(broken("1-mine.md", ["预计为{growth}", "预计为{grwoth}"]))).toEqual([
      "story/1-mine.md:44:10 没有这个事实：grwoth，应是 facts.yaml 里的 id（是不是 growth？）",
    ]);
  });

  test("2: a bare number", () => {
    expect(said(broken("1-mine.md", ["预计为{growth}", "预计为3%左右"]))).toEqual([
      "story/1-mine.md:44:10 直接写了数：3%左右，应写成 {事实 id}，数只在 facts.yaml 里写（写 {growth}）",
    ]);
  });

  test("3: a missing colon", () => {
    expect(said(broken("1-mine.md", ["scene: seam", "scene seam"]))).toEqual([
      "story/1-mine.md:12:1 写法不对：这一行缺冒号：scene seam，应写 scene: seam，冒号用英文的，后面空一格",
    ]);
    expect(said(broken("facts.yaml", ["unit: 亿元", "unit 亿元"]))).toEqual([
      "story/facts.yaml:23:5 写法不对：这一行缺冒号：unit 亿元，应写 unit: 亿元，冒号用英文的，后面空一格",
    ]);
    expect(said(broken("1-mine.md", ["scene: seam", "scene\uFF1Aseam"]))).toEqual([]);
  });

  test("4: an indentation", () => {
    expect(said(broken("1-mine.md", ["kind: schematic", " kind: schematic"]))).toEqual([
      "story/1-mine.md:13:2 写法不对：缩进多了 1 个空格：kind，应与上一行的 scene 对齐",
    ]);
    expect(said(broken("1-mine.md", ["  gone: 空了的", " gone: 空了的"]))).toEqual([
      "story/1-mine.md:20:2 写法不对：缩进对不上：gone 前面是 1 个空格，应是 2 个",
    ]);
    expect(said(broken("facts.yaml", ["    unit: 亿元", "     unit: 亿元"]))).toEqual([
      "story/facts.yaml:23:6 写法不对：缩进多了 1 个空格：unit，应与上一行的 value 对齐",
    ]);
  });

  test("5: full-width brackets", () => {
    expect(
      said(broken("1-mine.md", ["[老矿区](term:mine-town)", "\uFF3B老矿区\uFF3D\uFF08term\uFF1Amine-twon\uFF09"])),
    ).toEqual(["story/1-mine.md:23:14 没有这条小注：mine-twon，应是 terms.yaml 里的 id（是不是 mine-town？）"]);
  });

  test("6: a step deleted", () => {
    const chapter = BASE.get("story/1-mine.md") ?? "";
    const without = chapter.slice(0, chapter.indexOf("## {growth}"));
    expect(said(new Map([...BASE, ["story/1-mine.md", without]]))).toEqual([
      "story/facts.yaml:10:9 没有用到的事实：growth，应写进某一幕的 facts，或在文字里写 {growth}",
    ]);
  });

  test("7: a value without its quote", () => {
    expect(said(broken("facts.yaml", ["value: 3\n", "value: 3.8\n"], ["text: 3%左右\n", "text: 3.8%左右\n"]))).toEqual([
      "story/facts.yaml:12:12 value 与 quote 不一致：value 是 3.8%，quote 里只有 3%，应是同一个数（原话确实没写的，另加一行 implied: 写明凭什么）",
    ]);
  });

  test("8: straight quotes", () => {
    expect(writing('"据介绍"，')).toEqual([
      'story/1-mine.md:44:1 英文双引号："，应写“ ”',
      'story/1-mine.md:44:5 英文双引号："，应写“ ”',
    ]);
    expect(said(broken("1-mine.md", ["change: 颗粒由实变空。", 'change: "颗粒"由实变空。']))).toEqual([
      "story/1-mine.md:17:1 写法不对：change 的值以英文引号开头，后面还有字，应把英文引号换成“ ”",
    ]);
  });

  test("9: an emoji", () => {
    expect(said(broken("2-town.md", ["## 平均每家{average}", "## 平均每家{average}\u{1F44D}\u{1F3FB}"]))).toEqual([
      "story/2-town.md:8:17 表情符号：\u{1F44D}\u{1F3FB}，应删去，有的设备印不出",
    ]);
  });

  test("10: text pasted from Word", () => {
    expect(writing('据\u00A0介绍,<b>"它"</b>\u3000')).toEqual([
      "story/1-mine.md:44:2 看不见的字符：U+00A0，应删去（多半是粘贴带来的）",
      "story/1-mine.md:44:5 半角标点：,，中文里应写 \uFF0C",
      "story/1-mine.md:44:6 这里用不了：HTML，应只用普通的字、**加粗**、链接、> 引用和 - 列表",
      'story/1-mine.md:44:9 英文双引号："，应写“ ”',
      'story/1-mine.md:44:11 英文双引号："，应写“ ”',
      "story/1-mine.md:44:12 这里用不了：HTML，应只用普通的字、**加粗**、链接、> 引用和 - 列表",
      "story/1-mine.md:44:16 看不见的字符：U+3000，应删去（多半是粘贴带来的）",
    ]);
  });
});
