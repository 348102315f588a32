import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test("the cover is heard once: kind of work, title, description of the picture, deck, source, choice of reading", async ({
  page,
  story,
}) => {
  await story.open("./");
  await expect(page.locator(PARTS.cover).first()).toMatchAriaSnapshot(`
    - paragraph: /^数据故事 · 约\\d+分钟$/
    - heading "安源转身" [level=1]
    - paragraph: /^画面/
    - paragraph: /三次说“形成”/
    - paragraph: /画实.+画虚/
    - paragraph: /^素材：.+访谈/
    - group "用哪种读法":
      - button /滚动/ [pressed]
      - button /翻页/
  `);
});

test("a step is heard in the order heading, picture and what changed, text, data", async ({ story }) => {
  await story.open("./#growth");
  const step = story.step("growth");
  await step.locator("summary").click();
  await expect(step).toMatchAriaSnapshot(`
    - heading /三个数/ [level=3]
    - figure /^画面：.+尺.+ 与上一幅相比：.+/
    - paragraph:
      - link "2020年"
      - link "同比"
      - link "3%左右"
    - group:
      - table /三个数/:
        - rowgroup:
          - row "项目 数值 状态与期间"
  `);
});

test("a chapter's first step opens with the chapter's heading, and headings never skip a level", async ({
  page,
  story,
}) => {
  await story.open("./#axes");
  await expect(story.step("axes")).toMatchAriaSnapshot(`
    - heading /^肆 新坐标 第三个“形成”： ?还是虚线 “锚定新坐标，大干实干快干”$/ [level=2]
    - heading /紧盯/ [level=3]
    - figure /^画面/
    - paragraph:
      - link "直接读文章"
    - paragraph:
      - link "“十四五”"
      - text: /康峰答了三个“紧盯”/
  `);
  const levels = await page.$$eval("h1, h2, h3, h4", (all) => all.map(({ localName }) => Number(localName.slice(1))));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test("landmarks are few and named, and what doubles the text is not heard", async ({ page, story }) => {
  await story.open("./#bridge");
  await expect(story.rootElement).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("navigation", { name: "章节", exact: true })).toHaveCount(1);
  for (const doubled of [PARTS.picture, PARTS.coverOverflow, PARTS.kicker, PARTS.opening])
    expect(
      await page.$$eval(doubled, (nodes) => [
        ...new Set(nodes.map((node) => node.closest("[aria-hidden=true]") !== null)),
      ]),
      doubled,
    ).toEqual([true]);
});
