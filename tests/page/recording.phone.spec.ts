import type { Page } from "@playwright/test";
import { type Files, serve, type Served } from "../site.ts";
import { PARTS } from "./parts.ts";
import { LAMP_AT, NIGHT, NIGHT_SECONDS, recordedFixture, serveRecordings } from "./recorded-fixture.ts";
import { stubSpeech, type StubOptions, tellVoice, uttered } from "./speech-stub.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

let files: Files;
let site: Served;

// One build and one server for all.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  files = await recordedFixture();
  site = await serve(files);
});

test.afterAll(() => site.close());

const MUTE = { voices: [] };

/** The player's sound as the browser has it. */
const sound = (page: Page) =>
  page.evaluate(() => {
    const { src = "", paused = true, currentTime = 0, playbackRate = 0 } = window.speechStub.audio ?? {};
    return { src, paused, time: currentTime, rate: playbackRate };
  });

const control = (page: Page, name: string) => page.getByRole("region", { name: "听" }).getByRole("button", { name });

const texts = async (page: Page): Promise<readonly string[]> => (await uttered(page)).map(({ text }) => text);

const act = (page: Page, name: string) => page.evaluate((action) => window.speechStub.actions.get(action)?.(), name);

async function startListening(page: Page, story: StoryPage, path: string, options: StubOptions = {}): Promise<void> {
  await stubSpeech(page, options);
  await story.open(site.address + path);
  await story.modeButton.click();
  await page.locator(PARTS.listenButton).click();
}

/** Waits until a recording is heard from `from` on, s. */
async function expectSound(page: Page, name: string, from = 0): Promise<void> {
  await expect
    .poll(async () => {
      const { src, paused, time } = await sound(page);
      return src.endsWith(`/${name}.mp3`) && !paused && time > from;
    })
    .toBe(true);
}

test("asks for no recording before the reader presses play; then its times move the picture along", async ({
  page,
  story,
}) => {
  const { asked } = await serveRecordings(page);
  await stubSpeech(page, MUTE);
  await story.open(`${site.address}night/ships/`);
  await story.modeButton.click();
  await expect(page.locator(PARTS.listenButton)).toBeVisible();
  expect(await sound(page)).toMatchObject({ src: "" });
  expect(asked).toEqual([]);
  await page.locator(PARTS.listenButton).click();
  await expectSound(page, "night");
  expect((await sound(page)).src).toBe(NIGHT);
  await expect(story.picture).toHaveAttribute("data-step", "ships");
  expect((await sound(page)).time).toBeLessThan(LAMP_AT);
  await expect(story.picture).toHaveAttribute("data-step", "lamp");
  expect((await sound(page)).time).toBeGreaterThanOrEqual(LAMP_AT);
  await expectSound(page, "dawn");
  await expect(story.picture).toHaveAttribute("data-step", "boats");
  expect(asked).toEqual(["night", "dawn"]);
  await expect(control(page, "再听")).toBeVisible();
  expect(await page.evaluate(() => window.speechStub.plays)).not.toContain("blob:");
});

test("seeks to a step, pauses there, goes on there, and takes another speed", async ({ page, story }) => {
  await serveRecordings(page);
  await startListening(page, story, "night/ships/", MUTE);
  await expectSound(page, "night");
  await control(page, "下一幕").click();
  await expectSound(page, "night", LAMP_AT);
  await expect(story.picture).toHaveAttribute("data-step", "lamp");
  await control(page, "暂停").click();
  const { paused, time } = await sound(page);
  expect(paused).toBe(true);
  expect(time).toBeLessThan(NIGHT_SECONDS);
  await page.getByRole("combobox", { name: "语速" }).selectOption("0.75");
  await control(page, "继续").click();
  await expectSound(page, "night", time);
  expect((await sound(page)).rate).toBe(0.75);
  await act(page, "previoustrack");
  await expect.poll(async () => (await sound(page)).time).toBeLessThan(LAMP_AT);
  await expect(story.picture).toHaveAttribute("data-step", "ships");
  await act(page, "pause");
  await expect(control(page, "继续")).toBeVisible();
  expect((await sound(page)).paused).toBe(true);
  await act(page, "play");
  await expectSound(page, "night");
});

test("a chapter without times is one stretch, and its buttons lead to chapters", async ({ page, story }) => {
  await serveRecordings(page);
  await startListening(page, story, "dawn/boats/", MUTE);
  await expectSound(page, "dawn");
  await expect(control(page, "下一章")).toBeVisible();
  await control(page, "上一章").click();
  await expectSound(page, "night");
  expect((await sound(page)).time).toBeLessThan(LAMP_AT);
  await expect(control(page, "上一幕")).toBeVisible();
});

test("keeps its place by the step", async ({ page, story }) => {
  await serveRecordings(page);
  await startListening(page, story, "night/ships/", MUTE);
  await control(page, "下一幕").click();
  await expectSound(page, "night", LAMP_AT);
  await control(page, "收起").click();
  expect(await page.evaluate(() => window.speechStub.audio?.paused)).toBe(true);
  await page.reload();
  await story.ready();
  await story.modeButton.click();
  await page.locator(PARTS.listenButton).click();
  await expectSound(page, "night", LAMP_AT);
});

test("goes on from the voice to a recording, and from a recording that is missing to the voice", async ({
  page,
  story,
}) => {
  const { asked } = await serveRecordings(page, { dawn: "missing" });
  await startListening(page, story, "");
  await expect.poll(async () => (await texts(page)).length).toBe(1);
  expect(asked).toEqual([]);
  while (asked.length === 0) {
    const before = (await texts(page)).length;
    await tellVoice(page, "end");
    await expect.poll(async () => asked.length > 0 || (await texts(page)).length > before).toBe(true);
  }
  await expectSound(page, "night");
  const said = (await texts(page)).length;
  await control(page, "下一幕").click();
  await control(page, "下一幕").click();
  await expect.poll(async () => (await texts(page)).length).toBe(said + 1);
  expect(asked).toEqual(["night", "dawn"]);
  await expect(story.picture).toHaveAttribute("data-step", "boats");
  await expect(control(page, "暂停")).toBeVisible();
});

for (const answer of ["missing", "silent"] as const)
  test(`a recording that is ${answer} falls back to the voice at the same step`, async ({ page, story }) => {
    await serveRecordings(page, { night: answer });
    await startListening(page, story, "night/lamp/");
    await expect.poll(() => texts(page)).toHaveLength(1);
    expect(await texts(page)).toEqual(["灯在转"]);
    await expect(story.picture).toHaveAttribute("data-step", "lamp");
    await expect(page.getByText("录音没有取到")).toBeHidden();
    await control(page, "上一幕").click();
    await expect.poll(() => texts(page)).toHaveLength(2);
  });

test("without a voice says in a line that a recording does not come, and tries again when it is asked", async ({
  page,
  story,
}) => {
  const recordings = await serveRecordings(page, { night: "missing" });
  await startListening(page, story, "", MUTE);
  await expect(page.getByText("录音没有取到")).toBeVisible();
  await expect(control(page, "继续")).toBeVisible();
  recordings.setAnswers({});
  await control(page, "继续").click();
  await expectSound(page, "night");
  await expect(page.getByText("录音没有取到")).toBeHidden();
});

test("a recording that is shorter than its times leads to the next chapter", async ({ page, story }) => {
  const { asked } = await serveRecordings(page, { night: "short" });
  await startListening(page, story, "night/ships/", MUTE);
  await expectSound(page, "dawn");
  expect(asked).toEqual(["night", "dawn"]);
  expect(await page.evaluate(() => window.speechStub.plays)).toHaveLength(2);
  await expect(story.picture).toHaveAttribute("data-step", "boats");
});

test("embeds have neither recordings nor a policy for them", () => {
  const embeds = [...files].filter(([path]) => path.startsWith("/embed/") && path.endsWith(".html"));
  expect(embeds.length).toBeGreaterThan(0);
  for (const [, bytes] of embeds) expect(new TextDecoder().decode(bytes)).not.toMatch(/media-src|\.mp3/);
});
