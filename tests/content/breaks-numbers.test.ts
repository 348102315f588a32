import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { countInWords, numeralsIn } from "../../src/build/content/numerals.ts";
import { BASE_SCENES } from "./base.ts";
import { broken, writing } from "./broken.ts";

describe("S8: amounts in words", () => {
  test.each(["近六成", "八成以上", "翻了一番", "翻两番", "三分之一", "第八名", "两倍", "过半数", "近一半"])(
    "%s is named",
    (words) => {
      expect(writing(`它${words}，`)).toEqual([
        expect.stringMatching(
          /^story\/1-mine\.md:44:\d 用汉字写了数量：.+，应写成 \{事实 id\}，数只在 facts\.yaml 里写（原话里的加“ ”）$/,
        ),
      ]);
    },
  );

  test.each(["成了，", "一成不变，", "第三足，", "第一个“形成”，", "“近六成”，", "一粒一成，", "墨只到一半，"])(
    "%s is none",
    (words) => {
      expect(writing(words)).toEqual([]);
    },
  );
});

describe("N1: a word that counts nothing", () => {
  test.each(["“闯出了一条转型之路”，", "最后一家地方煤矿，", "每一家，", "这一条路，", "同一条路，"])(
    "%s passes",
    (words) => {
      expect(writing(words)).toEqual([]);
    },
  );

  test.each(["一条路，", "“说”了十八条，", "最后两家，", "“一条路共3家”，"])("%s does not", (words) => {
    expect(writing(words)).toEqual([expect.stringContaining("直接写了数")]);
  });
});

describe("N2: hints", () => {
  test("propose no fact for a year, but say of which event it would be", () => {
    expect(writing("1898年，")).toEqual([
      "story/1-mine.md:44:1 直接写了数：1898年，应写成 {事实 id}，数只在 facts.yaml 里写（若说的是“开办的年份”，写 {start-1898}）",
    ]);
    expect(writing("2025年，")).toEqual([
      "story/1-mine.md:44:1 直接写了数：2025年，应写成 {事实 id}，数只在 facts.yaml 里写（先在 facts.yaml 里加一个事实）",
    ]);
  });

  test("name the whole of what a fact prints, so that nothing stands twice", () => {
    expect(writing("3%左右，")[0]).toMatch(/直接写了数：3%左右，.*（写 \{growth\}）$/);
    expect(writing("3%，")[0]).toMatch(/直接写了数：3%，.*（写 \{growth\}，印出来是“3%左右”）$/);
    expect(writing("一百五十七家，")[0]).toMatch(/（写 \{firms\}，印出来是“157家”）$/);
  });
});

describe("a count in words", () => {
  test("stands in a text as it is said", () => {
    const { story } = compileStory(broken("after.md", ["{count-firms}", "{count-firms:汉字}"]), BASE_SCENES);
    expect(JSON.stringify(story?.after)).toContain("九次");
  });

  test.each([
    ["{growth:汉字}", "不能写成汉字：{growth}，只有个数能写，如 2次 写成“两次”，应写 {growth}"],
    ["{firms:大写}", "冒号后面不认识：大写，应是 {firms:汉字} 或 {firms}"],
  ])("%s is none", (reference, message) => {
    expect(writing(reference)).toEqual([`story/1-mine.md:44:1 ${message}`]);
  });

  test.each([
    [0, "零"],
    [2, "两"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [157, "一百五十七"],
    [204, "二百零四"],
    [3000, "三千"],
  ])("%i is %s", (value, words) => {
    expect(countInWords(value)).toBe(words);
    expect(numeralsIn(words)[0]?.value).toBe(value);
  });
});
