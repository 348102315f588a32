import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

for (const mode of ["scroll", "cards"] as const)
  test(`the one slider of a step lies over the track that its picture draws (${mode})`, async ({ page, story }) => {
    await story.open("./#boats");
    if (mode === "cards") await story.chooseMode("cards");
    // At its very end the stage of the last step begins to leave.
    else await story.goTo("boats", 0.6);
    await story.settled();
    await expect(story.slider).toHaveCount(1);
    await expect(story.slider).toHaveAccessibleName("用手拖一遍，来回都行");
    await expect(page.getByText("来回都行")).toHaveCount(0);
    const drawn = await story.sliderTrack.boundingBox();
    if (drawn === null) throw new Error("no track is drawn");
    await expect
      .poll(async () => {
        const box = await story.slider.boundingBox();
        if (box === null) return null;
        const { x, y, width, height } = drawn;
        const off = [x - box.x - (box.x + box.width - x - width), 2 * (y - box.y) + height - box.height];
        return [...off.map(Math.abs), box.width - width].map(Math.round);
      })
      .toEqual([0, 0, 30]);
  });

test("a focus on a slider whose picture is not there yet brings the picture, and keeps what is scrolled", async ({
  page,
  story,
}) => {
  await story.open("./#ships");
  await story.settled();
  await story.slider.focus();
  await story.scrollEnded();
  await story.settled();
  expect(await story.shownStep()).toBe("boats");
  await expect(story.slider).toBeInViewport({ ratio: 1 });
  const [offset, picture] = [await story.scrollOffset(), await story.drawn()];
  await page.keyboard.press("Home");
  await expect(story.slider).toHaveValue("0");
  await story.settled();
  expect(await story.scrollOffset()).toBe(offset);
  expect(await story.drawn()).not.toBe(picture);
});
