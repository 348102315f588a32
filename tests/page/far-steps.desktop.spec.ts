import { PARTS } from "./parts.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

/** Ids of the steps of the chapters whose texts have a layout. */
function laidOut(story: StoryPage): Promise<readonly string[]> {
  return story.root.evaluate(
    ({ step, text }) =>
      [...document.querySelectorAll(step)]
        .filter((part) => part.querySelector(text)?.checkVisibility({ contentVisibilityAuto: true }))
        .map((part) => part.getAttribute("data-step") ?? ""),
    PARTS,
  );
}

test("steps far from the window have no layout, the one with the slider as well", async ({ page, story }) => {
  await story.open();
  await story.settled();
  const ids = (await story.stepIds()).slice(1);
  expect(ids.at(-1)).toBe("last");
  await expect(story.slider).toHaveCount(1);
  await expect.poll(async () => (await laidOut(story)).every((id) => ids.slice(0, 3).includes(id))).toBe(true);
  await story.goTo("closing", 0.92);
  await expect(story.slider).toHaveClass(/\blaid\b/);
  const near = ids.indexOf("closing");
  await expect.poll(async () => (await laidOut(story)).every((id) => Math.abs(ids.indexOf(id) - near) <= 2)).toBe(true);
  expect(await laidOut(story)).toContain("closing");
  // Over the stage the slider is fixed to the window, not to its step.
  const [box, stage] = [await story.slider.boundingBox(), await page.locator(PARTS.stage).boundingBox()];
  expect(box?.y).toBeGreaterThanOrEqual(stage?.y ?? Number.NaN);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((stage?.y ?? 0) + (stage?.height ?? 0) + 1);
});
