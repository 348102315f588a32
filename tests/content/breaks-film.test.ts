import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import type { Story } from "../../src/core/model/story.ts";
import { BASE, BASE_SCENES, REAL } from "./base.ts";
import { FILM_SECONDS, secondsOfFilm } from "../../src/core/model/film.ts";
import { config } from "../../src/core/scenes/config.ts";

const SCORE = `mine:
  cover: { step: depletion, text: 面对资源枯竭 }
  shots:
    - step: depletion
      act: 0
      hold: 5
      captions: [面对资源枯竭]
    - step: growth
      act: 1.4
      hold: 4
      captions: ["{growth}的增速，|当时叫预计", 年过完了]
  end: { text: 钱往哪里去, hold: 2 }
`;

function compiled(score: string): { readonly story: Story | null; readonly said: readonly string[] } {
  const { story, problems } = compileStory(new Map([...BASE, ["story/film.yaml", score]]), BASE_SCENES);
  return { story, said: problems.map(formatProblem) };
}

test("a score gives the film of a chapter, with facts printed and times filled in", () => {
  const { story, said } = compiled(SCORE);
  expect(said).toEqual([]);
  expect(story?.films).toEqual([
    {
      id: "mine",
      cover: { step: "depletion", text: "面对资源枯竭" },
      shots: [
        { step: "depletion", enter: 0, from: 0, act: 0, hold: 5, captions: ["面对资源枯竭"] },
        { step: "growth", enter: 0.9, from: 0, act: 1.4, hold: 4, captions: ["3%左右的增速，|当时叫预计", "年过完了"] },
      ],
      end: { text: "钱往哪里去", hold: 2 },
    },
  ]);
});

test("a story without a score has no films", () => {
  expect(compileStory(BASE, BASE_SCENES).story?.films).toEqual([]);
});

describe("a score is checked", () => {
  test.each([
    [
      "a chapter that is not there",
      "mine:",
      "mines:",
      ["1:1 没有这一章：mines，应是 story、mine、town 之一（是不是 mine？）"],
    ],
    [
      "a step of another chapter",
      "step: growth",
      "step: average",
      ["8:13 这部影片里没有这一幕：average，应是某一幕的 id"],
    ],
    [
      "a misspelt step of the cover",
      "step: depletion, t",
      "step: depletoin, t",
      ["2:18 这部影片里没有这一幕：depletoin，应是某一幕的 id（是不是 depletion？）"],
    ],
    [
      "an unknown key",
      "      hold: 4",
      "      hlod: 4",
      ["10:7 这个镜头没有这一项：hlod，应是 step、enter、from、act、hold、captions 之一（是不是 hold？）"],
    ],
    ["a time with its unit", "hold: 4", "hold: 4秒", ["10:13 hold 是文字“4秒”，应是一个数，不带单位（写 4）"]],
    ["a time that is too long", "hold: 4", "hold: 40", ["10:13 hold 是数 40，应是 0 到 20 的秒数，如 1.5"]],
    [
      "a shot without captions",
      "captions: [面对资源枯竭]",
      "captions: []",
      ["7:17 captions 是一个列表，应是至少一条字幕"],
    ],
    [
      "a number that is no fact",
      "年过完了",
      "增速3%",
      ["11:42 直接写了数：3%，应写成 {事实 id}，数只在 facts.yaml 里写（写 {growth}，印出来是“3%左右”）"],
    ],
    [
      "an unknown fact",
      "{growth}",
      "{grwth}",
      ["11:19 没有这个事实：grwth，应是 facts.yaml 里的 id（是不是 growth？）"],
    ],
    [
      "a line that is too wide",
      "年过完了",
      "年已经过完了可是账还没有结",
      ["11:40 字幕一行有 13 个字，应在 12 个字以内（用 | 分行，或分成两条）"],
    ],
    ["a third line", "年过完了", "年|过|完了", ["11:40 字幕有 3 行，应在 2 行以内（一行长的，分成两条字幕）"]],
    [
      "a shot that is over before it is read",
      "hold: 4",
      "hold: 0.4",
      [
        "1:1 影片 mine 长 9.7 秒，应在 12 到 20 秒之间（把 hold 加长，或加一个镜头）",
        "10:13 字幕读不完：16 个字要 4 秒，这个镜头只有 2.7 秒，应把 hold 写成 1.8，或删几个字",
      ],
    ],
    [
      "a film that is too long",
      "hold: 5",
      "hold: 15",
      ["1:1 影片 mine 长 23.3 秒，应在 12 到 20 秒之间（把 hold 改短，或删一个镜头）"],
    ],
    [
      "a jump in the middle",
      "act: 1.4",
      "act: 0",
      [
        "1:1 影片 mine 长 11.9 秒，应在 12 到 20 秒之间（把 hold 加长，或加一个镜头）",
        "9:12 act 是 0，画面会跳，应大于 0（只有头一个镜头可以是 0）",
      ],
    ],
    [
      "an entry at the beginning",
      "      act: 0\n",
      "      enter: 1\n      act: 0\n",
      ["5:14 头一个镜头前面没有画面，enter 应删去"],
    ],
    [
      "an action that begins within a film",
      "      act: 1.4\n",
      "      from: 0.5\n      act: 1.4\n",
      ["9:13 from 只给头一个镜头，别处画面会跳，应删去"],
    ],
    [
      "an action that is over before it begins",
      "      act: 0\n",
      "      from: 1\n      act: 0\n",
      ["5:13 from 是数 1，应是 0 到 0.9 的数，如 0.5"],
    ],
    ["a film without an end", "  end: { text: 钱往哪里去, hold: 2 }\n", "", ["2:3 end 里是空的，应写一组“键: 值”"]],
    ["a list in place of films", SCORE, "- mine\n", ["1:1 这里是一个列表，应是“影片: 谱”，如 story:"]],
  ])("%s", (_, from, to, expected) => {
    expect(SCORE).toContain(from);
    expect(compiled(SCORE.replace(from, () => to)).said).toEqual(expected.map((one) => `story/film.yaml:${one}`));
  });

  test("a fact that only a film cites counts as unused, for no page says where it comes from", () => {
    const after = (BASE.get("story/after.md") ?? "").replace("{count-firms}，", "，");
    const score = SCORE.replace("年过完了", () => "“企业”出现{count-firms}").replace(
      ", “企业”出现{count-firms}",
      ', "“企业”出现{count-firms}"',
    );
    const sources = new Map([...BASE, ["story/after.md", after], ["story/film.yaml", score]]);
    expect(compileStory(sources, BASE_SCENES).problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^story\/facts\.yaml:55:.*count-firms/),
    ]);
  });
});

test("the published story has a film, and so has each of its chapters, as long as platforms take them", () => {
  const { story } = compileStory(REAL, new Map(Object.entries(config.scenes)));
  const films = story?.films ?? [];
  expect(films.map(({ id }) => id)).toEqual(["story", ...(story?.chapters ?? []).map(({ id }) => id)]);
  for (const film of films) {
    const [least, most] = FILM_SECONDS[film.id === "story" ? "story" : "chapter"];
    expect(secondsOfFilm(film), film.id).toBeGreaterThanOrEqual(least);
    expect(secondsOfFilm(film), film.id).toBeLessThanOrEqual(most);
  }
  expect(films[0]?.shots.length).toBeGreaterThanOrEqual(8);
  expect(films[0]?.shots.length).toBeLessThanOrEqual(10);
});
