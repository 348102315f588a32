import { describe, expect, test } from "vitest";
import { allImages } from "../../src/build/images/all-images.ts";
import { breakAtWords, lineWidth } from "../../src/build/images/word-lines.ts";
import { realStory } from "../pictures/real-story.ts";

/** Sizes are 10 px, so a width is ten times the characters of a line. */
const lines = (text: string, width: number) => breakAtWords(text, 10, width, "song");

describe("a sentence of an image breaks its lines", () => {
  test.each([
    [
      "between words, also those that a dictionary lacks",
      "产业链链长制，补链、延链",
      80,
      ["产业链链长制，", "补链、延链"],
    ],
    [
      "rather at the end of a phrase than full",
      "怎样落实发展理念？康峰说“服务企业”",
      150,
      ["怎样落实发展理念？", "康峰说“服务企业”"],
    ],
    ["into lines of about one length", "最后的地方煤矿在安源区王坑一带", 140, ["最后的地方煤矿", "在安源区王坑一带"]],
    ["not after a preposition nor before a particle", "主持人替当时的区委书记说", 70, ["主持人替当时的", "区委书记说"]],
    [
      "not within a date or a ratio",
      "截至2026年11月，变来10.2:52.1:37.7",
      90,
      ["截至2026年11月，", "变来10.2:52.1:37.7"],
    ],
    ["not within a short quotation", "产业链已经“加速形成”，没有数", 80, ["产业链已经", "“加速形成”，", "没有数"]],
    ["where its editor says", "一二|三", 90, ["一二", "三"]],
  ])("%s", (_, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  test("with a closing mark's blank half outside", () => {
    expect(lines("从大码头走到农家屋。", 95)).toEqual(["从大码头走到农家屋。"]);
    expect(lineWidth("农家屋。", 10)).toBe(35);
  });

  test("within what it takes for one word, if that is wider than a line, and loses nothing", () => {
    const name = "甲乙丙丁戊己庚辛壬癸";
    const set = lines(name, 50);
    expect(set.length).toBe(2);
    expect(set.join("")).toBe(name);
    expect(lines("", 50)).toEqual([]);
  });
});

/** Words of the story that a dictionary may lack; the sentences for sharing have each of them. */
const WORDS = "补链 延链 强链 链长制 产业链 康峰 区委 书记 安源区 萍乡市 王坑 大码头 农家屋 减税降费 设区市".split(" ");

test("no sentence of a poster, a card or a carousel parts a word", () => {
  const images = allImages(realStory(), () => "https://news.example.org/anyuan/");
  const sentences = images.flatMap(({ file, drawing }) => {
    const set = drawing.shapes.flatMap((shape) =>
      shape.kind === "text" && /^(?:sentence|page:text|band:(?:deck|sentence)):/.test(shape.key) ? [shape.text] : [],
    );
    return set.length === 0 ? [] : [{ file, set }];
  });
  for (const word of WORDS) {
    const having = sentences.filter(({ set }) => set.join("").includes(word));
    expect(having.length, word).toBeGreaterThan(0);
    for (const { file, set } of having)
      for (let at = 1; at < word.length; at += 1)
        expect(set.join("|"), file).not.toContain(`${word.slice(0, at)}|${word.slice(at)}`);
  }
});
