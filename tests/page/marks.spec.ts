import type { Page } from "@playwright/test";
import { embedded } from "./embed-page.ts";
import { PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

/** Boxes of everything that is read, by which a mark that moves something is noticed. */
function layout(page: Page): Promise<string> {
  return page.evaluate(
    ({ text, picture }) =>
      JSON.stringify(
        [...document.querySelectorAll(`${text} *, ${picture}`)].map((node) => node.getBoundingClientRect()),
      ) + scrollY,
    PARTS,
  );
}

test("the number that a pointer or the focus is on in the text is marked in the picture, and nothing moves", async ({
  page,
  story,
}) => {
  await story.open("./#ships");
  await story.settled();
  const link = story.text("ships").locator('[data-fact="night-ships"]').first();
  const marks = story.partOf("ships", "mark");
  const before = await layout(page);
  await link.hover();
  await expect(marks.first()).toBeVisible();
  const labels = await page
    .locator(PARTS.pictureText)
    .filter({ hasText: /(?<!\d)80/u })
    .all();
  const drawn = await Promise.all(labels.map((label) => label.boundingBox()));
  for (const mark of await marks.all()) {
    const box = await mark.boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    const around = drawn.filter(
      (one) => one !== null && x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height,
    );
    expect(around).toHaveLength(1);
  }
  expect(await layout(page)).toBe(before);
  await page.mouse.move(1, 1);
  await expect(marks.filter({ visible: true })).toHaveCount(0);
  await link.focus();
  await expect(marks.first()).toBeVisible();
  await story.goTo("ships", 0.5);
  await expect(marks.filter({ visible: true })).toHaveCount(0);
});

test("the number that a pointer or the focus is on in the picture is marked in the text", async ({ page, story }) => {
  await story.open("./#ships");
  await story.settled();
  await story.numberLinksPlaced();
  const number = story.partOf("ships", "numberLink").and(page.locator('[data-fact="day-ships"]')).first();
  const link = story.text("ships").locator('[data-fact="day-ships"]').first();
  const before = await layout(page);
  await number.hover();
  await expect(link).toHaveClass(/\bmarked\b/);
  expect(await layout(page)).toBe(before);
  await page.mouse.move(1, 1);
  await expect(link).not.toHaveClass(/\bmarked\b/);
  await number.focus();
  await expect(link).toHaveClass(/\bmarked\b/);
});

test("a name is marked in the picture label by label, whatever its quotation marks", async ({ story }) => {
  await story.open("./#boats");
  await story.settled();
  const link = story.text("boats").locator(PARTS.factLink).first();
  await link.evaluate((node) => {
    node.textContent = "“渔船”驳船";
  });
  await link.hover();
  await expect(story.partOf("boats", "mark").filter({ visible: true })).toHaveCount(2);
});

test("numbers are marked in a frame of another page, too", async ({ page, baseURL }) => {
  await page.setContent(
    `<iframe style="border:0" width="390" height="640" src="${baseURL}embed/night/?mode=cards"></iframe>`,
  );
  const story = new StoryPage(await embedded(page));
  await story.settled();
  await story.text("ships").locator('[data-fact="night-ships"]').first().hover();
  await expect(story.partOf("ships", "mark").first()).toBeVisible();
});
