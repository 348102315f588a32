import { PARTS } from "./parts.ts";
import { restingSteps } from "./resting-steps.ts";
import { expect, test } from "./story-test.ts";

/** Runs in the page: level labels of the picture that lie over another by more than 2 px, or end outside the stage. */
function findMisplaced(parts: typeof PARTS): readonly string[] {
  const stage = document.querySelector(parts.picture)?.getBoundingClientRect();
  const level = [...document.querySelectorAll<SVGTextElement>(parts.pictureText)].filter(
    (label) => Math.abs(label.getScreenCTM()?.b ?? 0) < 0.01,
  );
  const labels = level.flatMap((label) => {
    const { left, right, top, height } = label.getBoundingClientRect();
    // A line's box is higher than its ink.
    const ink = { text: label.textContent, left, right, top: top + height * 0.2, bottom: top + height * 0.8 };
    return Number(label.getAttribute("opacity") ?? 1) < 0.3 ? [] : [ink];
  });
  return labels.flatMap((one, place) => [
    ...(stage !== undefined && one.left >= stage.left && one.right <= stage.right && one.bottom <= stage.bottom
      ? []
      : [`${one.text} leaves the stage`]),
    ...labels.slice(0, place).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return Math.min(across, down) > 2 ? [`${one.text} over ${other.text}`] : [];
    }),
  ]);
}

test("in a window enlarged to 400 % every picture is whole and no label lies over another", async ({ page, story }) => {
  for await (const id of restingSteps(page, story, { width: 320, height: 256 }))
    expect.soft(await page.evaluate(findMisplaced, PARTS), id).toEqual([]);
});

test("a value that is read in such a window is marked where the picture shows it", async ({ page, story }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await story.open("./#firms");
  await story.settled();
  const slider = page.getByRole("group", { name: "图里的数" }).getByRole("slider");
  await slider.focus();
  // The first key shows where the reading stands.
  await page.keyboard.press("End");
  await page.keyboard.press("End");
  await expect(page.locator(".point-value")).toHaveText(/374/);
  const mark = await page.locator(".point-mark").boundingBox();
  const number = await page.locator(PARTS.pictureText).getByText("374", { exact: true }).boundingBox();
  if (mark === null || number === null) throw new Error("no box");
  const [x, y] = [number.x + number.width / 2, number.y + number.height / 2];
  expect(x > mark.x && x < mark.x + mark.width && y > mark.y && y < mark.y + mark.height).toBe(true);
});

test("the nav's links in such a window lie one below the other", async ({ page, story }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await story.open();
  const boxes = await page.locator(`${PARTS.shareButton}, ${PARTS.progressStop}`).evaluateAll((links) =>
    [...new Set(links)]
      .map((link) => link.getBoundingClientRect())
      .map(({ top, bottom }) => ({ top, bottom }))
      .sort((one, other) => one.top - other.top),
  );
  expect(boxes.length).toBeGreaterThan(4);
  for (const [index, { top }] of boxes.entries())
    expect(top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? 0) - 1);
  expect(boxes.at(-1)?.bottom).toBeLessThanOrEqual(256);
});
