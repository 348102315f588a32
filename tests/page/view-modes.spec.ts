import { PARTS, STATES } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

test("keys, buttons and taps turn one card a screen, to the appendix and back", async ({ page, story }) => {
  await story.open();
  await story.chooseMode("cards");
  const entries = await page.evaluate(() => history.length);
  const headings = page.locator(PARTS.stepHeading).filter({ visible: true });
  const { pagerCount } = story;
  await expect(headings).toHaveCount(0);
  await expect(pagerCount).toHaveText("1 / 3");
  await page.keyboard.press("ArrowRight");
  await expect(pagerCount).toHaveText("2 / 3");
  await expect(headings).toHaveText(["夜里进港80艘"]);
  await expect(story.pagerStatus).toContainText("夜里进港80艘");
  for (const [key, count] of [
    ["ArrowLeft", "1 / 3"],
    ["PageDown", "2 / 3"],
    ["PageUp", "1 / 3"],
    ["ArrowDown", "2 / 3"],
    ["ArrowUp", "1 / 3"],
    [" ", "2 / 3"],
    ["Shift+ ", "1 / 3"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(pagerCount, key).toHaveText(count);
  }

  await story.nextCard.click();
  await expect(pagerCount).toHaveText("2 / 3");
  await story.nextCard.click();
  await expect(pagerCount).toHaveText("3 / 3");
  await story.previousCard.click();
  await expect(pagerCount).toHaveText("2 / 3");

  const stage = await story.picture.boundingBox();
  if (stage === null) throw new Error("the stage has no box");
  for (const [x, count] of [
    [0.6, "3 / 3"],
    [0.1, "2 / 3"],
  ] as const) {
    // The slider at the foot of the last card's picture takes taps until that picture has gone.
    await story.settled();
    await page.mouse.click(stage.x + stage.width * x, stage.y + stage.height * 0.8);
    await expect(pagerCount, `tap at ${x}`).toHaveText(count);
  }

  await story.previousCard.click();
  await expect(pagerCount).toHaveText("1 / 3");
  await page.keyboard.press("End");
  await expect(pagerCount).toHaveText("3 / 3");
  await expect(story.appendix).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(story.appendix.getByRole("navigation", { name: "读完之后" })).toBeInViewport();
  await expect(headings).toHaveCount(0);
  await story.previousCard.click();
  await expect(pagerCount).toHaveText("3 / 3");
  await page.keyboard.press("Home");
  await expect(pagerCount).toHaveText("1 / 3");
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test("a link, a dialog, a table and the wheel do not turn the card", async ({ page, story }) => {
  await story.open("./#ships");
  await story.chooseMode("cards");
  const { pagerCount } = story;
  await expect(pagerCount).toHaveText("2 / 3");
  await story.partOf("ships", "factLink").first().click();
  await expect(story.sourceDialog).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  // A dialog that closes gives the focus back first.
  await expect(story.rootElement).not.toHaveClass(STATES.dialogOpen);
  expect(await pagerCount.textContent(), "a link and its dialog").toBe("2 / 3");
  const table = story.partOf("ships", "dataTable");
  await table.locator("summary").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await expect(table).toHaveAttribute("open", "");
  expect(await pagerCount.textContent(), "a table").toBe("2 / 3");
  await page.mouse.wheel(0, 900);
  await story.scrollEnded();
  expect(await pagerCount.textContent(), "the wheel").toBe("2 / 3");
});

test("a chapter's stop and an address open their card without a history entry", async ({ page, story }) => {
  await story.open();
  await story.chooseMode("cards");
  const entries = await page.evaluate(() => history.length);
  await story.progressStop("dawn").click();
  await expect.poll(() => story.shownStep()).toBe("boats");
  await expect(story.step("boats")).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goto("about:blank");
  await story.open("./#ships");
  await expect(story.step("ships")).toBeVisible();
  await expect.poll(() => story.shownStep()).toBe("ships");
  // The step shown before may replace the address before the page hears of the change.
  await page.evaluate(() => {
    location.assign("#boats");
    history.replaceState(history.state, "", "#ships");
  });
  await expect.poll(() => story.shownStep()).toBe("boats");
  await page.goto("about:blank");
  await story.open("./#limits");
  await expect(story.target("limits").getByRole("listitem").first()).toBeInViewport();
});

test("a card shows the picture that scroll mode shows at the same step", async ({ story, isMobile }) => {
  await story.open();
  // On a taller phone the pager takes room from the picture.
  if (isMobile) await story.resize({ width: 390, height: 680 });
  const scrolled: string[] = [];
  for (const step of [0, 1, 2]) {
    await story.goTo(step, 0.9);
    scrolled.push(await story.drawn());
  }
  expect(new Set(scrolled).size).toBe(3);
  await story.jump(0);
  await story.chooseMode("cards");
  for (const [card, picture] of scrolled.entries()) {
    if (card > 0) await story.nextCard.click();
    await expect(story.pagerCount).toHaveText(`${card + 1} / 3`);
    await story.settled();
    expect(await story.drawn(), `card ${card + 1}`).toBe(picture);
  }
});

test("changing the view mode keeps the reader's position", async ({ page, story }) => {
  await story.open();
  const ids = await story.stepIds();
  const entries = await page.evaluate(() => history.length);
  for (const [index, progress] of [
    [1, 0.6],
    [2, 0.9],
    [1, 0.4],
  ] as const) {
    const id = ids[index] ?? "";
    await story.goTo(index, progress);
    const picture = await story.drawn();
    await story.chooseMode("cards");
    await expect(story.pagerCount).toHaveText(`${index + 1} / 3`);
    await story.chooseMode("article");
    await expect(story.partOf(id, "still")).toBeInViewport();
    const { step, progress: share } = await story.position();
    expect(step).toBe(index);
    expect(Math.abs(share - progress)).toBeLessThan(0.01);
    await story.chooseMode("scroll");
    await story.settled();
    expect(await story.drawn(), "back in scroll mode").toBe(picture);
    await story.chooseMode("article");
    await story.chooseMode("cards");
    await expect(story.pagerCount).toHaveText(`${index + 1} / 3`);
    await page.keyboard.press("ArrowLeft");
    await expect(story.pagerCount).toHaveText(`${index} / 3`);
    await story.chooseMode("scroll");
    expect((await story.position()).step).toBe(index - 1);
    await story.settled();
    expect(await story.shownStep()).toBe(ids[index - 1]);
  }
  // A section as high as the window: what stands at a third of it is kept.
  await page.goto("./#facts");
  const heading = story.target("facts").getByRole("heading");
  await expect(heading).toBeInViewport();
  for (const mode of ["cards", "article", "scroll"] as const) {
    await story.chooseMode(mode);
    await expect(heading, mode).toBeInViewport();
  }
  // The one entry more is the address this test itself went to.
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
});

test("the mode menu is reached by keyboard, says its state, closes at Escape and outside, and is remembered", async ({
  page,
  story,
}) => {
  await story.open();
  const { modeButton, modeOptions, rootElement } = story;
  const box = await modeButton.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(modeButton).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(story.modeRadio("scroll")).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(modeOptions).toBeHidden();
  await expect(modeButton).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(story.modeRadio("cards")).toBeChecked();
  await expect(rootElement).toHaveAttribute("data-mode", "cards");
  await expect(modeOptions).toBeVisible();
  await page.mouse.click(20, 400);
  await expect(modeOptions).toBeHidden();
  await page.reload();
  await story.ready();
  await expect(rootElement).toHaveAttribute("data-mode", "cards");
  await expect(story.pagerCount).toHaveText("1 / 3");
  await page.keyboard.press("ArrowRight");
  await story.chooseMode("article");
  await page.reload();
  await story.ready();
  await expect(rootElement).not.toHaveClass(STATES.enhanced);
  await modeButton.click();
  await expect(story.modeRadio("article")).toBeChecked();
});
