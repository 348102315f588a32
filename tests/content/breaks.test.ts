import { describe, expect, test } from "vitest";
import { checkQuotes } from "../../src/build/content/check-quotes.ts";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { countInWords, numeralsIn } from "../../src/build/content/numerals.ts";
import { formatPublished } from "../../src/build/content/published.ts";
import { BASE, BASE_SCENES, REAL } from "./base.ts";

/** The breaks of an editor's review (S1–S13) and the ten it asked for, each with the message that the editor reads. */

/** The text of one base file after replacements, each of which has to find its words. */
function broken(name: string, ...changes: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const file = `story/${name}`;
  const text = changes.reduce(
    (now, [from, to]) => {
      if (!now.includes(from)) throw new Error(`not in ${file}: ${from}`);
      return now.replace(from, to);
    },
    BASE.get(file) ?? "",
  );
  return new Map([...BASE, [file, text]]);
}

function said(sources: ReadonlyMap<string, string>): readonly string[] {
  return compileStory(sources, BASE_SCENES).problems.map(formatProblem);
}

const INTERVIEW = [
  "开头。",
  "重塑新格局 主持人:安源区是一个老工矿区。 康峰:预计去年全年GDP同比增长3%左右。",
  `优化新环境 主持人:问。 康峰:“财园信贷通”为157家企业发放贷款5.87亿元。${"企业,".repeat(8)}`,
  "贯彻新理念 锚定新坐标 完。",
].join(" ");

/** As `npm run check -- --source` says it, facts only. */
function saidWithSource(...changes: readonly (readonly [string, string])[]): readonly string[] {
  return checkQuotes(broken("facts.yaml", ...changes), INTERVIEW).map(formatProblem);
}

describe("S1: a value that is changed without its quote", () => {
  test("is named with the number that the quote holds", () => {
    expect(
      said(broken("facts.yaml", ["value: 5.87", "value: 5.78"], ["value: 374", "value: 368"], ["约374", "约368"])),
    ).toEqual([
      "story/facts.yaml:22:12 value 与 quote 不一致：value 是 5.78亿元，quote 里只有 5.87亿，应是同一个数（原话确实没写的，另加一行 implied: 写明凭什么）",
    ]);
  });

  test.each([
    ["发放贷款5.87亿元", "发放贷款\uFF15\uFF0E\uFF18\uFF17亿元"],
    ["发放贷款5.87亿元", "发放贷款五点八七亿元"],
    ["发放贷款5.87亿元", "发放贷款58700万元"],
    ["为157家企业", "为一百五十七家企业"],
  ])("is the same number in other signs: %s, %s", (from, to) => {
    expect(said(broken("facts.yaml", [from, to]))).toEqual([]);
  });

  test("is another number in another unit", () => {
    expect(said(broken("facts.yaml", ["unit: 亿元", "unit: 万元"]))[0]).toMatch(
      /^story\/facts\.yaml:22:12 value 与 quote 不一致：value 是 5\.87万元，quote 里只有 5\.87亿/,
    );
  });

  test("may rest on a stated reason, which has to be needed", () => {
    const reason = "    implied: 年份见报道标题\n    note: 安源";
    expect(said(broken("facts.yaml", ["开办于1898年", "开办于那一年"], ["    note: 安源", reason]))).toEqual([]);
    expect(said(broken("facts.yaml", ["    note: 安源", reason]))).toEqual([
      "story/facts.yaml:48:14 implied 多余：quote 里已经有 value 和 text 的数，应删去 implied",
    ]);
  });
});

test("S2: a value that is changed without its text is named beside both", () => {
  expect(said(broken("facts.yaml", ["value: 3\n", "value: 5\n"]))).toEqual([
    "story/facts.yaml:12:12 value 与 quote 不一致：value 是 5%，quote 里只有 3%，应是同一个数（原话确实没写的，另加一行 implied: 写明凭什么）",
    "story/facts.yaml:14:11 text 与 value 不一致：text 是“3%左右”，value 是 5%，应是同一个数（文章和图印的是 text，改 value 时要一起改）",
  ]);
});

test("S3: a computed value that is corrected without its text is named", () => {
  expect(
    said(broken("facts.yaml", ["value: 157", "value: 147"], ["为157家", "为147家"], ["value: 374", "value: 399"])),
  ).toEqual([
    "story/facts.yaml:69:11 text 与 value 不一致：text 是“约374万元”，value 是 399万元，应是同一个数（文章和图印的是 text，改 value 时要一起改）",
  ]);
});

test("a number in the text alone is looked for in the quote", () => {
  expect(said(broken("facts.yaml", ["text: 老工矿区", "text: 2020年的老工矿区"]))).toEqual([
    "story/facts.yaml:4:11 text 里的数 quote 里没有：2020，应与原话一致（原话确实没写的，另加一行 implied: 写明凭什么）",
  ]);
});

describe("S6: with the interview", () => {
  test("the base story agrees", () => {
    expect(saidWithSource()).toEqual([]);
  });

  test("a wrong speaker is named", () => {
    expect(saidWithSource(["speaker: 康峰", "speaker: 主持人"])).toEqual([
      "story/facts.yaml:17:14 speaker 与访谈不符：写的是 主持人，这句是康峰说的，应改成 康峰",
    ]);
  });

  test("a wrong place is named", () => {
    expect(saidWithSource(["place: 第二章", "place: 优化新环境 · 康峰第九段"])).toEqual([
      "story/facts.yaml:28:12 place 与访谈不符：写的是“优化新环境 · 康峰第九段”，这句在“优化新环境 · 康峰第一段”，应照改",
    ]);
  });

  test("a status that the quoted sentence contradicts is named, without the interview too", () => {
    const rules = new Map([["story/red-lines.yaml", REAL.get("story/red-lines.yaml") ?? ""]]);
    const sources = broken("facts.yaml", ["status: 预计", "status: 事实"]);
    const message = "story/facts.yaml:16:13 status 与原话不符：写的是事实，这句原话里有“预计”，应是预计";
    expect(said(new Map([...sources, ...rules]))).toEqual([message]);
    const shorter = broken("facts.yaml", ["status: 预计", "status: 事实"], ["quote: 预计去年全年GDP", "quote: GDP"]);
    expect(said(new Map([...shorter, ...rules]))).toEqual([]);
    expect(checkQuotes(new Map([...shorter, ...rules]), INTERVIEW).map(formatProblem)).toEqual([message]);
  });

  test("a quote that is written under counts or derived is compared too", () => {
    expect(saidWithSource(["value: 9\n", "value: 9\n    quote: 企业家\n"])).toEqual([
      "story/facts.yaml:60:12 访谈里没有这句引文：企业家，应从访谈逐字拷贝（从“企业”往后就对不上了）",
    ]);
    expect(saidWithSource(["text: 约374万元", "text: 约374万元\n    quote: 平均"])).toEqual([
      "story/facts.yaml:70:12 访谈里没有这句引文：平均，应从访谈逐字拷贝",
    ]);
  });
});

describe("S4: full-width signs of a Chinese keyboard", () => {
  const same = said(BASE);

  test.each([
    ["1-mine.md", "预计为{growth}", "预计为\uFF5Bgrowth\uFF5D"],
    ["1-mine.md", "[老矿区](term:mine-town)", "\uFF3B老矿区\uFF3D\uFF08term\uFF1Amine-town\uFF09"],
    ["1-mine.md", "[老矿区](term:mine-town)", "[老矿区]\uFF08term:mine-town\uFF09"],
    ["1-mine.md", "**没有**", "\uFF0A\uFF0A没有\uFF0A\uFF0A"],
    ["1-mine.md", "scene: seam", "scene\uFF1Aseam"],
    ["facts.yaml", '"{loans} * 10000 / {firms}"', '"\uFF5Bloans\uFF5D \uFF0A 10000 \uFF0F \uFF5Bfirms\uFF5D"'],
    ["story.md", "chapters: [mine, town]", "chapters: [mine\uFF0C town]"],
  ])("work in %s: %s as %s", (file, from, to) => {
    const sources = broken(file, [from, to]);
    expect(said(sources)).toEqual(same);
    expect(JSON.stringify(compileStory(sources, BASE_SCENES).story?.steps)).not.toMatch(/[\uFF5B\uFF5D\uFF3B\uFF0A]/);
  });

  test("are named where they are no pair, and as a reference where they know no fact", () => {
    expect(said(broken("1-mine.md", ["增速预计为{growth}", "增速预计为\uFF5Bgrowth"]))).toEqual([
      "story/1-mine.md:44:10 括号不成对：\uFF5B，应写成 {事实 id}，两头都有括号",
    ]);
    expect(said(broken("1-mine.md", ["增速预计为{growth}", "增速预计为\uFF5Bgrwoth\uFF5D"]))).toEqual(
      said(broken("1-mine.md", ["增速预计为{growth}", "增速预计为{grwoth}"])),
    );
  });
});

describe("S5: red lines of the published story", () => {
  const RULES = REAL.get("story/red-lines.yaml") ?? "";
  const withRules = (sources: ReadonlyMap<string, string>): readonly string[] =>
    said(new Map([...sources, ["story/red-lines.yaml", RULES]]));

  test("the sentence of every estimate says so, in a title as in a description", () => {
    expect(withRules(BASE)).toEqual([
      "story/1-mine.md:30:4 这一句里没有“预计”：{growth} 的状态是预计，应在同一句写明预计",
      "story/1-mine.md:38:13 这一句里没有“预计”：{growth} 的状态是预计，应在同一句写明预计",
    ]);
  });

  const hedged = broken("1-mine.md", ["## {growth}的增速", "## 预计{growth}"], ["写着{growth}", "写着预计{growth}"]);

  test("a label may leave it to another label of its picture, a text not to the sentence before", () => {
    const text = hedged.get("story/1-mine.md") ?? "";
    const chapter = (from: string, to: string) => new Map([...hedged, ["story/1-mine.md", text.replace(from, to)]]);
    expect(withRules(hedged)).toEqual([]);
    expect(withRules(chapter("增速预计为{growth}。", "增速是预计的。是{growth}。"))).toEqual([
      "story/1-mine.md:44:13 这一句里没有“预计”：{growth} 的状态是预计，应在同一句写明预计",
    ]);
    expect(withRules(chapter("growth: 预计{growth}", 'growth: "{growth}"'))).toEqual([
      "story/1-mine.md:41:12 这一句里没有“预计”：{growth} 的状态是预计，应在同一句写明预计",
    ]);
  });

  test.each([
    "转型成功",
    "转型失败",
    "跑赢",
    "跑输",
    "垫底",
    "承诺落空",
    "已建成“动力谷”",
    "发放补贴",
    "发放了一笔补贴",
    "全省前十",
    "全国首创",
    "惠企资金",
    "最后的煤矿",
    "最后一家煤矿",
    "已形成“三足鼎立”",
    "被放弃",
    "工业占比",
  ])("%s is refused, with the reason and the words to use", (phrase) => {
    const found = withRules(
      new Map([...hedged, ["story/after.md", `${BASE.get("story/after.md") ?? ""}\n它${phrase}。\n`]]),
    );
    expect(found).toEqual([expect.stringMatching(/^story\/after\.md:9:\d+ 红线句：.+，.+，应写.+$/)]);
  });

  test("is refused across a fact, a term and bold words, and in every sort of text", () => {
    for (const [file, from, to] of [
      ["2-town.md", "为{firms}企业", "为{firms}中小微企业"],
      ["2-town.md", "为{firms}企业", "**转型**[成功](term:loan)"],
      ["2-town.md", "## 平均每家{average}", "## 跑赢"],
      ["2-town.md", "change: 长条散开", "change: 垫底散开"],
      ["1-mine.md", "left: 还亮着的", "left: 全国首创"],
      ["story.md", "hint: 向下读", "hint: 跑赢"],
      ["terms.yaml", "要还的钱", "发放补贴"],
      ["facts.yaml", "note: 原文只说企业", "note: 中小微企业贷款"],
    ] as const) {
      const text = (hedged.get(`story/${file}`) ?? "").replace(from, to);
      const found = withRules(new Map([...hedged, [`story/${file}`, text]]));
      expect(found, to).toEqual([expect.stringMatching(/红线句/)]);
    }
  });

  test("does not refuse what may be said", () => {
    const text = `${BASE.get("story/after.md") ?? ""}\n最后的地方煤矿。“十佳”是榜名。没有查到建成的消息。要形成“三足鼎立”新格局。\n`;
    expect(withRules(new Map([...hedged, ["story/after.md", text]]))).toEqual([]);
  });

  test("a wrong rule is named", () => {
    const rules =
      "phrases:\n  - phrases: [甲]\n    reason: 乙\nhedges:\n  - status: 估计\n    words: [估]\nphrase: []\n";
    expect(said(new Map([...BASE, ["story/red-lines.yaml", rules]]))).toHaveLength(3);
  });
});

/** A text of the base story in place of 据介绍. */
function writing(words: string): readonly string[] {
  return said(broken("1-mine.md", ["据介绍，", words]));
}

describe("S7: numbers that cannot be drawn", () => {
  const share = (id: string, sector: string, value: number): string =>
    `\n  - {id: ${id}, name: 某市${sector}占比, value: ${value}, unit: "%", period: 2020年, status: 陈述, speaker: 康峰, quote: 占${value}%, place: 第一章}`;
  const shared = (...values: readonly [number, number, number]): readonly string[] => {
    const [first, second, third] = values;
    const added =
      share("one", "第一产业", first) + share("two", "第二产业", second) + share("three", "第三产业", third);
    const sources = broken("facts.yaml", ["    note: 原文只说企业\n", `    note: 原文只说企业${added}\n`]);
    return said(sources).filter((one) => !one.includes("没有用到的事实"));
  };

  test("shares of one whole add up to 100, give or take their rounding", () => {
    expect(shared(7.9, 43.6, 48.5)).toEqual([]);
    expect(shared(7.9, 43.6, 48.6)).toEqual([]);
    expect(shared(7.9, 53.6, 48.5)).toEqual([
      "story/facts.yaml:41:10 三次产业占比相加是 110，应是 100：one 7.9、two 53.6、three 48.5",
    ]);
  });

  test("a count that a picture draws one by one is at most its grains", () => {
    const scenes = new Map([...BASE_SCENES, ["cover", { labels: [], facts: ["firms"] }]]);
    const found = (value: number): readonly string[] => {
      const sources = broken("facts.yaml", ["value: 157", `value: ${value}`], ["为157家", `为${value}家`]);
      return compileStory(sources, scenes)
        .problems.map(formatProblem)
        .filter((one) => one.includes("粒"));
    };
    expect(found(240)).toEqual([]);
    expect(found(300)).toContain(
      "story/2-town.md:12:8 firms 是 300家，比图上的 240 粒还多，一粒画不了一家，应换一幅图",
    );
  });
});

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

describe("S9: typography", () => {
  test.each([
    ['"英文引号"', '英文双引号："，应写“ ”'],
    ["'英文'引号", "英文单引号：'，应写‘ ’，用在“ ”里面"],
    ["「直角」引号", "直角引号：「，应写“ ”，里面一层写‘ ’"],
    ["破折--号", "半角连字符：--，应写破折号——"],
    ["省略...号", "半角点号：...，应写省略号……"],
    ["逗号,半角", "半角标点：,，中文里应写 \uFF0C"],
    ["冒号:半角", "半角标点：:，中文里应写 \uFF1A"],
    ["表情\u{1F600}号", "表情符号：\u{1F600}，应删去，有的设备印不出"],
    ["零宽\u200B空格", "看不见的字符：U+200B，应删去（多半是粘贴带来的）"],
    ["不换行\u00A0空格", "看不见的字符：U+00A0，应删去（多半是粘贴带来的）"],
  ])("%s is named", (words, message) => {
    expect(writing(`${words}，`)[0]).toMatch(/^story\/1-mine\.md:44:\d /);
    expect(writing(`${words}，`)[0]?.replace(/^\S+ /, "")).toBe(message);
  });

  test("full-width bold marks are bold", () => {
    expect(writing("\uFF0A\uFF0A粗体\uFF0A\uFF0A，")).toEqual([]);
  });

  test("typed spaces are warned of", () => {
    const { problems, warnings } = compileStory(broken("1-mine.md", ["据介绍，", "据 MIT 介绍，"]), BASE_SCENES);
    expect(problems).toEqual([]);
    expect(warnings.map(formatProblem)).toEqual([
      "story/1-mine.md:44:2 中文旁边有空格，应删去，中西文之间的间隙由页面自己排",
      "story/1-mine.md:44:6 中文旁边有空格，应删去，中西文之间的间隙由页面自己排",
    ]);
  });
});

test("S10: long texts, titles and labels are warned of and fail nothing", () => {
  const sources = broken(
    "1-mine.md",
    ["据介绍，", "长".repeat(300)],
    ["## 面对资源枯竭", `## ${"题".repeat(25)}`],
    ["left: 还亮着的", `left: ${"签".repeat(22)}`],
  );
  const { story, problems, warnings } = compileStory(sources, BASE_SCENES);
  expect([story === null, problems]).toEqual([false, []]);
  expect(warnings.map(formatProblem)).toEqual([
    "story/1-mine.md:8:4 标题偏长：25 个字，宜在 16 个字以内",
    "story/1-mine.md:19:9 图上的字偏长：22 个字，宜在 18 个字以内",
    "story/1-mine.md:44:1 正文偏长：310 个字，宜在 120 个字以内",
  ]);
});

test("S11: a changed id says which published address breaks", () => {
  const addresses = ["mine/", "mine/depletion/", "mine/growth/", "town/", "town/average/"];
  const published = new Map([["story/published.yaml", formatPublished(addresses)]]);
  expect(said(new Map([...BASE, ...published]))).toEqual([]);
  expect(said(new Map([...broken("1-mine.md", ["id: depletion", "id: depletions"]), ...published]))).toEqual([
    "story/published.yaml:3:3 发布过的网址打不开了：mine/depletion/，应把 id 改回来，别人存的链接还在用（是不是 mine/depletions/？）",
  ]);
});

describe("S12: a file in another encoding", () => {
  const decode = (bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));

  test.each([
    // 方法 in GBK, and in UTF-16 after its byte order mark.
    ["GBK", decode([0x23, 0x23, 0x20, 0xb7, 0xbd, 0xb7, 0xa8, 0x0a])],
    ["UTF-16", decode([0xff, 0xfe, 0x23, 0x00, 0x23, 0x00, 0x20, 0x00, 0xb9, 0x65, 0xd5, 0x6c, 0x0a, 0x00])],
  ])("%s is named, and nothing else of it", (encoding, text) => {
    for (const name of ["after.md", "facts.yaml", "1-mine.md", "site.yaml", "terms.yaml"]) {
      const found = said(new Map([...BASE, [`story/${name}`, text]]));
      expect(found.filter((one) => one.startsWith(`story/${name}`))).toEqual([
        expect.stringMatching(new RegExp(`:1:\\d 文件不是 UTF-8 编码，像是 ${encoding}，应在编辑器里另存为 UTF-8$`)),
      ]);
      expect(found, name).toHaveLength(1);
    }
  });
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
    [204, "二百〇四".replace("〇", "零")],
    [3000, "三千"],
  ])("%i is %s", (value, words) => {
    expect(countInWords(value)).toBe(words);
    expect(numeralsIn(words)[0]?.value).toBe(value);
  });
});

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
