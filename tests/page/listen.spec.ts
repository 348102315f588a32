import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { PARTS } from "./parts.ts";
import { stubSpeech, type StubOptions, tellVoice, uttered } from "./speech-stub.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

const texts = async (page: Page): Promise<readonly string[]> => (await uttered(page)).map(({ text }) => text);

const control = (page: Page, name: string) => page.getByRole("region", { name: "听" }).getByRole("button", { name });

/** Opens a page with a voice and begins to listen. */
async function startListening(page: Page, story: StoryPage, address = "./", options: StubOptions = {}): Promise<void> {
  await stubSpeech(page, options);
  await story.open(address);
  await story.modeButton.click();
  await page.locator(PARTS.listenButton).click();
  await expect.poll(() => texts(page)).not.toEqual([]);
}

/** Ends the utterance that is spoken, once there is one after the `count` that were. */
async function endUtterances(page: Page, count: number): Promise<void> {
  for (let ended = 0; ended < count; ended += 1) {
    const before = (await texts(page)).length;
    await tellVoice(page, "end");
    await expect.poll(async () => (await texts(page)).length).toBe(before + 1);
  }
}

test("says the whole story line by line, moves the picture along and ends", async ({ page, story }) => {
  await startListening(page, story, "./", { flows: true });
  await expect(control(page, "再听")).toBeVisible();
  const said = await texts(page);
  expect(said[0]).toBe(await page.locator(PARTS.coverText).getByRole("heading").textContent());
  expect(new Set(said).size).toBe(said.length);
  await expect
    .poll(() => story.picture.getAttribute("data-step"))
    .toBe(await page.locator(PARTS.step).last().getAttribute("data-step"));
});

test("begins where the reader is, shows the step that is spoken and marks the sentence without moving it", async ({
  page,
  story,
}) => {
  await startListening(page, story, "night/ships/");
  const box = () => story.text("ships").locator("p:not([class])").first().boundingBox();
  const [number, rest] = (await texts(page))[0]?.split("\n") ?? [];
  expect([number, rest]).not.toContain("");
  await expect(story.picture).toHaveAttribute("data-step", "ships");
  await endUtterances(page, 2);
  const marked = await page.evaluate(() =>
    [...(CSS.highlights.get("spoken") ?? [])].map((range) => (range instanceof Range ? range.toString() : "")),
  );
  expect(marked[0]).not.toBe("");
  const before = await box();
  await control(page, "暂停").click();
  expect(await page.evaluate(() => CSS.highlights.has("spoken"))).toBe(false);
  expect(await box()).toEqual(before);
});

test("pauses, goes on with the same line, and takes another speed", async ({ page, story }) => {
  await startListening(page, story);
  await endUtterances(page, 1);
  await control(page, "暂停").click();
  const [, second = ""] = await texts(page);
  expect(await page.evaluate(() => window.speechStub.speaking)).toBe(false);
  await control(page, "继续").click();
  await expect.poll(() => texts(page)).toHaveLength(3);
  expect((await texts(page))[2]).toBe(second);
  await page.getByRole("combobox", { name: "语速" }).selectOption("1.5");
  await expect.poll(async () => (await uttered(page)).at(-1)).toMatchObject({ text: second, rate: 1.5 });
});

test("steps forward and back, by its buttons and on the lock screen", async ({ page, story }) => {
  await startListening(page, story);
  const pressed = async (press: () => Promise<unknown>): Promise<string> => {
    const before = (await texts(page)).length;
    await press();
    await expect.poll(async () => (await texts(page)).length).toBe(before + 1);
    return (await texts(page)).at(-1) ?? "";
  };
  const act = (name: string) => page.evaluate((action) => window.speechStub.actions.get(action)?.(), name);
  const first = await pressed(() => control(page, "下一幕").click());
  const second = await pressed(() => act("nexttrack"));
  expect(second).not.toBe(first);
  expect(await pressed(() => control(page, "上一幕").click())).toBe(first);
  await endUtterances(page, 1);
  expect(await pressed(() => act("previoustrack"))).toBe(first);
  await act("pause");
  await expect(control(page, "继续")).toBeVisible();
  expect(await page.evaluate(() => window.speechStub.states.at(-1))).toBe("paused");
  expect(await pressed(() => act("play"))).toBe(first);
  expect(await page.evaluate(() => window.speechStub.plays.every((source) => source === "blob:"))).toBe(true);
});

test("keeps its place and its speed, and ends with its bar", async ({ page, story }) => {
  await startListening(page, story);
  await control(page, "下一幕").click();
  await expect.poll(() => texts(page)).toHaveLength(2);
  await endUtterances(page, 1);
  await page.getByRole("combobox", { name: "语速" }).selectOption("2");
  await expect.poll(() => texts(page)).toHaveLength(4);
  const last = (await texts(page)).at(-1);
  await control(page, "收起").click();
  await expect(page.locator(PARTS.listenBar)).toHaveCount(0);
  expect(await page.evaluate(() => window.speechStub.speaking)).toBe(false);
  expect(await page.evaluate(() => window.speechStub.actions.size)).toBe(0);
  await expect(story.modeButton).toBeFocused();
  await page.reload();
  await story.ready();
  await story.modeButton.click();
  await page.locator(PARTS.listenButton).click();
  await expect.poll(() => uttered(page)).toMatchObject([{ text: last, rate: 2 }]);
});

test("leaves a reader who scrolls elsewhere where they are", async ({ page, story }) => {
  await startListening(page, story);
  await story.goTo(2, 0.86);
  const there = await page.evaluate(() => scrollY);
  await endUtterances(page, 2);
  await story.settled();
  expect(await page.evaluate(() => scrollY)).toBe(there);
});

test("offers nothing without a voice of Mandarin, and offers it when one comes", async ({ page, story }) => {
  await stubSpeech(page, { voices: ["en-US", "zh-HK"] });
  await story.open();
  await story.modeButton.click();
  await expect(story.modeOptions).toBeVisible();
  await page.evaluate(() => window.speechStub.setVoices(["en-US"]));
  await expect(page.locator(PARTS.listenButton)).toHaveCount(0);
  await page.evaluate(() => window.speechStub.setVoices(["en-US", "zh-TW", "zh-CN"]));
  await page.locator(PARTS.listenButton).click();
  await expect.poll(async () => (await uttered(page))[0]?.voice).toBe("zh-CN");
});

test("goes on after an end that never comes", async ({ page, story }) => {
  await startListening(page, story, "./", { hurry: 20 });
  await expect.poll(() => texts(page)).toHaveLength(2);
  await tellVoice(page, "end");
  // The line after it gets no end either.
  await expect.poll(async () => (await texts(page)).length).toBeGreaterThan(2);
  expect(await page.evaluate(() => window.speechStub.cancels)).toBeGreaterThan(0);
});

test("gives up a voice that refuses a line twice, and pauses where it is taken away", async ({ page, story }) => {
  await startListening(page, story);
  await tellVoice(page, "synthesis-failed");
  await expect.poll(() => texts(page)).toHaveLength(2);
  await tellVoice(page, "synthesis-failed");
  await expect(page.getByText("声音没有出来")).toBeVisible();
  const [first, again] = await texts(page);
  expect(again).toBe(first);
  await control(page, "继续").click();
  await expect(page.getByText("声音没有出来")).toBeHidden();
  await expect.poll(() => texts(page)).toHaveLength(3);
  await tellVoice(page, "interrupted");
  await expect(control(page, "继续")).toBeVisible();
  await expect(page.getByText("声音没有出来")).toBeHidden();
});

test("turns cards, whose own announcements are silent meanwhile", async ({ page, story }) => {
  await stubSpeech(page);
  await story.open();
  await story.chooseMode("cards");
  await story.modeButton.click();
  await page.locator(PARTS.listenButton).click();
  await expect.poll(() => texts(page)).toHaveLength(1);
  await control(page, "下一幕").click();
  await expect(page.locator(`${PARTS.card}:not(${PARTS.cover})`)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /./ })).toHaveCount(0);
  await control(page, "收起").click();
  await expect(story.pagerCount).toHaveText("2 / 3");
});

test("its bar is large enough in the narrowest window, and moves the article, too", async ({ page, story }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await startListening(page, story, "night/ships/");
  for (const one of await page.locator(PARTS.listenBar).locator("button, select").filter({ visible: true }).all()) {
    const box = await one.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  }
  await story.chooseMode("article");
  await control(page, "下一幕").click();
  await expect(page.locator(PARTS.step).nth(2)).toBeInViewport();
});

test("its bar covers no line that is spoken, nor a link that is focused", async ({ page, story }) => {
  await startListening(page, story, "night/ships/");
  const bar = page.locator(PARTS.listenBar);
  const foot = await bar.evaluate((element) => element.getBoundingClientRect().top);
  const marked = () =>
    page.evaluate(() => {
      const ranges = [...(CSS.highlights.get("spoken") ?? [])].filter((range) => range instanceof Range);
      return Math.max(0, ...ranges.map((range) => range.getBoundingClientRect().bottom));
    });
  for (let line = 0; line < 3; line += 1) {
    expect(await marked()).toBeLessThanOrEqual(foot);
    await endUtterances(page, 1);
  }
  await control(page, "暂停").click();
  for (const link of await story.text("ships").locator("p").locator(PARTS.sourceLink).all()) {
    await link.focus();
    const bottom = () => link.evaluate((one) => [...one.getClientRects()].at(-1)?.bottom ?? Infinity);
    await expect.poll(bottom).toBeLessThanOrEqual(foot + 12);
  }
});

test.describe("the whole story", () => {
  test.use({ site: "story" });

  test("is said as its golden has it", async ({ page, story }) => {
    test.slow();
    const golden = readFileSync("tests/goldens/speech/story.txt", "utf8")
      .split("\n")
      .filter((line) => /^[^#]/.test(line));
    await startListening(page, story, "./", { flows: true });
    await expect(control(page, "再听")).toBeVisible({ timeout: 90_000 });
    expect(await texts(page)).toEqual(golden);
  });
});
