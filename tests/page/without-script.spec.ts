import { expect, test } from "./story-test.ts";

test.use({ site: "fixture", javaScriptEnabled: false });

test("the story reads to its end, each step's still picture above or beside its text", async ({ page, story }) => {
  await page.goto("./");
  await expect(story.rootElement).not.toHaveAttribute("class", /./);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const pictures = new Set<string | null>();
  for (const id of ["ships", "boats"]) {
    const [text, still] = [story.text(id), story.partOf(id, "still")];
    await still.scrollIntoViewIfNeeded();
    await story.stillLoaded(id);
    await expect(story.step(id).getByRole("heading", { level: 3 })).toBeVisible();
    pictures.add(await still.getAttribute("src"));
    const [words, picture] = [await text.boundingBox(), await still.boundingBox()];
    expect((picture?.y ?? Number.NaN) + (picture?.height ?? 0)).toBeLessThanOrEqual((words?.y ?? Number.NaN) + 1);
  }
  expect(pictures.size).toBe(2);
  await page.getByRole("link", { name: "查每个数" }).click();
  await expect(story.target("fact-night-ships")).toBeVisible();
});

test("a step's address reads from the step on, its still picture in view and a link to the beginning above", async ({
  page,
  story,
}) => {
  await page.goto("./dawn/boats/");
  const step = story.step("boats");
  await expect(step.getByRole("heading", { level: 2 })).toBeInViewport();
  await expect(step.getByRole("heading", { level: 3 })).toBeInViewport();
  await expect(story.partOf("boats", "still")).toBeInViewport();
  await story.stillLoaded("boats");
  for (const hidden of [story.stage, story.step("cover"), story.step("ships")]) await expect(hidden).toBeHidden();
  const link = page.getByRole("link", { name: "从头读《样例港的灯塔》" });
  await expect(link).toBeInViewport();
  await page.emulateMedia({ media: "print" });
  for (const id of ["cover", "ships", "boats"]) await expect(story.step(id)).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await expect(page).toHaveURL(/:\d+\/#cover$/);
  await page.goto("./night/ships/");
  await expect(story.step("ships").getByRole("heading", { level: 3 })).toBeInViewport();
  await expect(story.step("boats").getByRole("heading", { level: 3 })).toBeVisible();
});
