import { describe, expect, test } from "vitest";
import { toClientStory } from "../../src/build/content/client-story.ts";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatScenes } from "../../src/build/content/scene-list.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import type { Story } from "../../src/core/model/story.ts";
import { scenes } from "../../src/core/scenes/config.ts";
import { BASE, BASE_SCENES, REAL } from "./base.ts";

function compiled(): Story {
  const { story } = compileStory(BASE, BASE_SCENES);
  if (story === null) throw new Error("the base story does not compile");
  return story;
}

describe("the published story", () => {
  const { story, problems } = compileStory(REAL, new Map(Object.entries(scenes)));

  test("compiles", () => {
    expect(problems.map(formatProblem)).toEqual([]);
    expect(story?.chapters.map(({ id }) => id)).toEqual(["pattern", "environment", "idea", "coordinate", "later"]);
  });

  test("has a picture for every scene and a scene for every picture", () => {
    expect(new Set(story?.steps.map(({ scene }) => scene))).toEqual(new Set(Object.keys(scenes)));
  });
});

test("the list of pictures names each with its step's address, its labels and its facts", () => {
  const list = formatScenes(compiled(), BASE_SCENES, "http://localhost/");
  expect(list).toContain(
    "## seam\n\n面对资源枯竭 http://localhost/mine/depletion/\n\nlabels:\n- left: 还亮着的\n- gone: 空了的",
  );
  expect(list).toContain("## rates\n\n3%左右的增速 http://localhost/mine/growth/\n\n一定要列的 facts: [growth]");
  expect(list).toContain("从井下往上读 http://localhost/\n平均每家约374万元 http://localhost/town/average/");
});

test("the guide defines every status that the facts may have", () => {
  const guide = REAL.get("story/README.md") ?? "";
  const site = REAL.get("story/site.yaml") ?? "";
  const statuses = [...site.matchAll(/(?:stated|hoped): \[(.+)\]/g)].flatMap(([, words = ""]) => words.split(", "));
  expect(statuses.length).toBeGreaterThan(10);
  for (const status of [...statuses, "计数", "计算"]) expect(guide, status).toContain(`| ${status} |`);
});

test("the step that the guide for editors teaches compiles where it says to put it", () => {
  const guide = REAL.get("story/README.md") ?? "";
  const [, taught = ""] = /````markdown\n {3}(## 借出[^]*?)\n {3}````/.exec(guide) ?? [];
  const chapter = `${REAL.get("story/2-environment.md") ?? ""}\n${taught.replace(/^ {3}/gm, "")}\n`;
  const { story, problems } = compileStory(
    new Map([...REAL, ["story/2-environment.md", chapter]]),
    new Map(Object.entries(scenes)),
  );
  expect(problems.map(formatProblem)).toEqual([]);
  expect(story?.steps.map(({ id }) => id)).toContain("repay");
});

describe("a typed story", () => {
  test("prints references in every text, and keeps them where a reader can follow them", () => {
    const { deck, steps, terms } = compiled();
    expect(deck).toBe("从1898年讲起，讲到城里。");
    expect(steps[2]?.title).toBe("3%左右的增速");
    expect(steps[2]?.labels).toEqual({ growth: "预计3%左右" });
    expect(steps[3]?.alt).toBe("157家企业，一共5.87亿元。");
    expect(terms[1]?.gloss).toBe("要还的钱，这里共5.87亿元。");
    expect(steps[3]?.text).toEqual([
      {
        type: "paragraph",
        children: [
          { type: "text", text: "为" },
          { type: "fact", id: "firms", text: "157家" },
          { type: "text", text: "企业发放" },
          { type: "term", id: "loan", text: "贷款" },
          { type: "fact", id: "loans", text: "5.87亿元" },
          { type: "text", text: "，平均每家" },
          { type: "fact", id: "average", text: "约374万元" },
          { type: "text", text: "。" },
        ],
      },
    ]);
  });

  test("has bold words, quotes, lists and links", () => {
    const [paragraph, quote, list] = compiled().steps[1]?.text ?? [];
    expect(paragraph).toMatchObject({ children: [{}, {}, {}, { type: "strong", children: [{ text: "没有" }] }, {}] });
    expect(quote).toEqual({ type: "quote", children: [{ type: "text", text: "面对资源枯竭。" }] });
    expect(list).toMatchObject({
      type: "list",
      items: [[{ text: "不画刻度" }], [{}, { href: "https://example.org/report" }]],
    });
  });

  test("names all facts of a step in order of first use", () => {
    const { steps } = compiled();
    expect(steps[0]?.facts).toEqual(["mine"]);
    expect(steps[3]?.facts).toEqual(["average", "loans", "firms"]);
  });

  test("keeps the ledger's order and fills in what the ledger leaves to be built", () => {
    const { facts } = compiled();
    expect(facts.map(({ id }) => id)).toEqual([
      "mine",
      "growth",
      "loans",
      "firms",
      "start-1898",
      "count-firms",
      "average",
    ]);
    expect(facts[0]).toMatchObject({ origin: "interview", value: null, unit: "", text: "老工矿区" });
    expect(facts[2]).toMatchObject({ value: 5.87, text: "5.87亿元" });
    expect(facts[4]).toMatchObject({ origin: "context", place: "某报", source: { date: "2019-05-06" } });
    expect(facts[5]).toMatchObject({ origin: "count", status: "计数", quote: "企业", place: "第二章" });
    expect(facts[6]).toMatchObject({ origin: "derived", status: "计算", working: "5.87亿元 × 10000 ÷ 157家" });
  });

  test("is plain JSON", () => {
    const story = compiled();
    expect(JSON.parse(JSON.stringify(story))).toEqual(story);
  });

  test("has a lean part for the page's script", () => {
    const { steps, facts } = toClientStory(compiled(), new Map([["rates", { labels: [], facts: ["growth"] }]]));
    expect(steps[1]).toEqual({
      id: "depletion",
      chapter: "mine",
      scene: "seam",
      kind: "schematic",
      pace: "scrub",
      title: "面对资源枯竭",
      labels: { left: "还亮着的", gone: "空了的" },
    });
    expect(facts).toHaveLength(1);
    expect(facts[0]).toEqual({
      id: "growth",
      value: 3,
      unit: "%",
      text: "3%左右",
      period: "2020年",
      status: "预计",
    });
  });
});

test.each([
  ["1 / 8", 2, 0.13],
  ["1 / 3", 2, 0.33],
  ["2 / 3", 0, 1],
  ["-1 / 8", 2, -0.13],
  ["1.005 * 1", 2, 1.01],
  ["-1 / 3", 0, 0],
])("a formula %s is rounded half away from zero to %i digits: %f", (formula, round, value) => {
  const facts = (BASE.get("story/facts.yaml") ?? "")
    .replace('"{loans} * 10000 / {firms}"', `"{loans} * 0 / {firms} + ${formula}"`)
    .replace("round: 0", `round: ${round}`)
    .replace("value: 374", `value: ${value}`)
    .replace("约374万元", `约${value}万元`);
  expect(
    compileStory(new Map([...BASE, ["story/facts.yaml", facts]]), BASE_SCENES).problems.map(formatProblem),
  ).toEqual([]);
});

test("problems come by file, then line, then column", () => {
  const chapter = (BASE.get("story/2-town.md") ?? "")
    .replace("pace: scrub", "pace: scrubs")
    .replace("为{firms}企业", "为{firm}企业{laons}")
    .replace("scene: cover", "scene: covre");
  const terms = (BASE.get("story/terms.yaml") ?? "").replace("{loans}", "{laons}");
  const { problems } = compileStory(
    new Map([...BASE, ["story/terms.yaml", terms], ["story/2-town.md", chapter]]),
    BASE_SCENES,
  );
  expect(problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    "story/2-town.md:12:8",
    "story/2-town.md:14:7",
    "story/2-town.md:20:2",
    "story/2-town.md:20:10",
    "story/terms.yaml:6:18",
  ]);
});

describe("files", () => {
  test.each(["story.md", "after.md", "facts.yaml", "terms.yaml"])("a story without %s says only that", (name) => {
    const { problems } = compileStory(new Map([...BASE].filter(([file]) => file !== `story/${name}`)), BASE_SCENES);
    expect(problems.map(formatProblem)).toEqual([`story/${name}:1:1 没有这个文件，应放在各章旁边`]);
  });

  test("a chapter's missing file is missed where it is listed", () => {
    const { problems } = compileStory(new Map([...BASE].filter(([file]) => file !== "story/1-mine.md")), BASE_SCENES);
    expect(problems.map(formatProblem)).toEqual(["story/story.md:8:12 这一章没有文件：mine，应有 story/1-mine.md"]);
  });

  test("no files at all give five missing ones", () => {
    expect(compileStory(new Map(), BASE_SCENES).problems).toHaveLength(5);
  });

  test("a guide for editors may lie beside them", () => {
    expect(compileStory(new Map([...BASE, ["story/README.md", "# 10 steps"]]), BASE_SCENES).problems).toEqual([]);
  });

  test("one bad file does not hide the problems of another", () => {
    const town = (BASE.get("story/2-town.md") ?? "").replace("scene: cover", "scene: covre");
    const broken = new Map([
      ...BASE,
      ["story/1-mine.md", "---\nid: [mine\n---\n"],
      ["story/2-town.md", town],
      ["story/facts.yaml", "a: b: c"],
    ]);
    expect(compileStory(broken, BASE_SCENES).problems.map(formatProblem)).toEqual([
      "story/1-mine.md:1:1 这一章没有一幕，应至少有一个 ## 标题",
      "story/1-mine.md:3:1 写法不对：括号没有收尾，应有 ]",
      "story/2-town.md:12:8 没有这幅图：covre，应是 npm run scenes 列出的一幅（是不是 cover？）",
      "story/facts.yaml:1:1 写法不对：a 的值里有英文冒号加空格，应把冒号写成全角，或整个值加英文引号",
    ]);
  });
});
