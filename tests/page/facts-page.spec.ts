import { dayAndNightViolations } from "./axe.ts";
import { watchFaults } from "./page-faults.ts";
import { PARTS } from "./parts.ts";
import { expect, test, testBothStories } from "./story-test.ts";

testBothStories(
  "the page of facts has no axe violation by day and by night, and no fault",
  async ({ page, baseURL }) => {
    const faults = watchFaults(page, baseURL ?? "");
    await page.goto("./facts/");
    expect(await dayAndNightViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  },
);

test.describe("of the fixture story, without JavaScript", () => {
  test.use({ site: "fixture", javaScriptEnabled: false });

  test("an address of a fact or a term opens there, and a fact leads on to its parts and to its steps", async ({
    page,
    story,
  }) => {
    for (const id of ["fact-built", "term-foghorn"]) {
      await page.goto(`./facts/#${id}`);
      await expect(page.locator(":target")).toHaveId(id);
      await expect(page.locator(":target")).toBeInViewport();
    }
    await story.target("fact-night-share").locator(PARTS.factLink).first().click();
    await expect(page).toHaveURL(/\/facts\/#fact-night-ships$/);
    await expect(page.locator(":target")).toBeInViewport();
    await page.locator(":target").locator(PARTS.useLink).first().click();
    await expect(page).toHaveURL(/\/night\/ships\/$/);
    await page.goto("./facts/");
    await page.getByRole("link", { name: "回到《样例港的灯塔》" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("样例港的灯塔");
  });

  test("its table of contents counts the entries of each part and leads there", async ({ page, story }) => {
    await page.goto("./facts/");
    const parts = page.getByRole("navigation").getByRole("link");
    await expect(parts).toHaveText([/访谈里的事实 6条/, /算出 1条/, /计数 1条/, /背景 1条/, /名词 \d+条/]);
    for (const part of await parts.all()) {
      await part.click();
      await expect(page.locator(":target")).toBeInViewport();
    }
    await expect(story.target("interview")).toHaveText("访谈里的事实");
  });
});
