import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { BASE_SCENES } from "./base.ts";
import { broken, said } from "./broken.ts";

const recording = (lines: string) => broken("site.yaml", ["\nname: ", `\nrecordings:\n${lines}\nname: `]);

const A = "https://example.org/a.mp3";

/** The recording of a chapter with two steps, and the lines of their times. */
const timed = (...times: readonly string[]): ReadonlyMap<string, string> =>
  recording(["  mine:", `    address: ${A}`, "    steps:", ...times.map((time) => `      ${time}`)].join("\n"));

describe("recordings of chapters", () => {
  test("are the site's, in the order of the story", () => {
    const { story } = compileStory(recording(`  town: https://example.org/b.m4a\n  mine: ${A}`), BASE_SCENES);
    expect(story?.site.recordings).toEqual([
      { chapter: "mine", address: A, times: [] },
      { chapter: "town", address: "https://example.org/b.m4a", times: [] },
    ]);
  });

  test("may lie in the site's own folder", () => {
    const { story } = compileStory(recording("  mine: recordings/a.ogg"), BASE_SCENES);
    expect(story?.site.recordings).toEqual([{ chapter: "mine", address: "recordings/a.ogg", times: [] }]);
  });

  test("that are files have to be in assets/", () => {
    const assets = new Set(["icon.svg", "recordings/b.ogg", "recordings/a%20b.mp3"]);
    const saying = (lines: string) => compileStory(recording(lines), BASE_SCENES, assets).problems.map(formatProblem);
    expect(saying("  mine: recordings/b.ogg\n  town: https://example.org/c.ogg")).toEqual([]);
    expect(saying("  mine: recordings/a%20b.mp3")).toEqual([]);
    const rest = "应放在那里，或写 https:// 开头的网址（是不是 recordings/b.ogg？）";
    expect(saying("  mine: recordings/a.ogg")).toEqual([
      `story/site.yaml:12:9 没有这个文件：assets/recordings/a.ogg，${rest}`,
    ]);
    const times = "    steps:\n      depletion: 0:00\n      growth: 0:42";
    expect(saying(`  mine:\n    address: recordings/B.ogg\n${times}`)).toEqual([
      `story/site.yaml:13:14 没有这个文件：assets/recordings/B.ogg，${rest}`,
    ]);
    expect(saying("  town: night.mp3")).toEqual([
      "story/site.yaml:12:9 没有这个文件：assets/night.mp3，应放在那里，或写 https:// 开头的网址",
    ]);
  });

  test.each([
    [
      ["depletion: 0:03", "growth: 12:07.5"],
      [3, 727.5],
    ],
    [
      ["growth: '1:00'", "depletion: 0：00"],
      [0, 60],
    ],
  ] as const)("say when each step begins: %j", (times, seconds) => {
    const { story } = compileStory(timed(...times), BASE_SCENES);
    expect(story?.site.recordings).toEqual([{ chapter: "mine", address: A, times: seconds }]);
  });

  test.each([
    [
      ["depletion: 0:00", "grwth: 0:42"],
      "16:7 mine 里没有这一幕：grwth，应是 depletion、growth 之一（是不是 growth？）",
    ],
    [["depletion: 0:00", "average: 0:42"], "16:7 mine 里没有这一幕：average，应是 depletion、growth 之一"],
    [["depletion: 0:42", "growth: 0:42"], "16:15 growth 的时间没有往后走：0:42，应晚于上一幕 depletion 的 0:42"],
    [["growth: 0:07.5", "depletion: 1:05"], "15:15 growth 的时间没有往后走：0:07.5，应晚于上一幕 depletion 的 1:05"],
    [["depletion: 0:00", "growth: 42"], "16:15 growth 的时间是数 42，应是“分:秒”，如 0:42（写 0:42）"],
    [["depletion: 0:00", "growth: 1:75"], "16:15 growth 的时间是文字“1:75”，应是“分:秒”，如 0:42"],
    [["depletion: 0:00", "growth:"], "16:14 growth 的时间是空，应是“分:秒”，如 0:42"],
    [["depletion: 0:00"], "12:3 mine 的录音里缺 growth 的时间，应写“分:秒”，如 0:42（要么每一幕都写，要么都不写）"],
    [["- 0:00"], "15:7 mine 的录音里 steps 是一个列表，应是“幕: 分:秒”，一幕一行"],
  ])("a wrong time is named with its place: %j", (times, message) => {
    const [first, ...others] = said(timed(...times));
    expect(first).toContain(`story/site.yaml:${message}`);
    expect(others).toEqual([]);
  });

  test.each([
    [`  mine:\n    adress: ${A}`, "mine 的录音里没有这一项：adress，应是 address、steps 之一（是不是 address？）"],
    ["  mine:\n    steps:\n      depletion: 0:00\n      growth: 0:42", "mine 的录音写法不对"],
  ])("%j is named", (lines, message) => {
    const [first, ...others] = said(recording(lines));
    expect(first).toContain(message);
    expect(others).toEqual([]);
  });

  test.each([
    ["  mine: /a.mp3", "mine 的录音写法不对"],
    ["  mine: ../a.mp3", "mine 的录音写法不对"],
    ["  mine: http://example.org/a.mp3", "mine 的录音写法不对"],
    ["  mine: https://example.org/a.exe", "mine 的录音写法不对"],
    ["  mine: 3", "mine 的录音写法不对"],
    ["  mime: https://example.org/a.mp3", "没有这一章：mime，应是 mine、town 之一（是不是 mine？）"],
    ["  - https://example.org/a.mp3", "recordings 是一个列表，应是“章: 网址”，一章一行"],
  ])("%s is named with its place", (line, message) => {
    const [first, ...others] = said(recording(line));
    expect(first).toMatch(/^story\/site\.yaml:\d+:\d+ /);
    expect(first).toContain(message);
    expect(others).toEqual([]);
  });
});
