import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { BASE, BASE_SCENES } from "./base.ts";
import { broken, said, writing } from "./broken.ts";

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
