import type { CDPSession } from "@playwright/test";
import { violations } from "./axe.ts";
import { expect, test } from "./element-host.ts";
import { PARTS } from "./parts.ts";

test.use({ site: "fixture" });

test("the element shows the chapter that its attribute names, and follows a change of it", async ({ openHost }) => {
  const { story } = await openHost({ story: 'chapter="night"' });
  const name = (chapter: string): Promise<void> =>
    story.host.evaluate((host, id) => host.setAttribute("chapter", id), chapter);
  await expect.poll(() => story.stepIds()).toEqual(["ships"]);
  await name("dawn");
  await expect.poll(() => story.stepIds()).toEqual(["boats"]);
  await name("");
  await expect.poll(() => story.stepIds()).toEqual(["cover", "ships", "boats"]);
});

async function counts(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { nodes, listeners: jsEventListeners };
}

test("an element that is removed leaves no listener, node or font, and starts anew where it is put", async ({
  page,
  openHost,
}) => {
  const { story } = await openHost({ story: 'chapter="night"' });
  const session = await page.context().newCDPSession(page);
  const remove = (): Promise<void> => story.host.evaluate((host) => host.remove());
  const put = (chapter: string): Promise<void> =>
    page.evaluate((id) => {
      const element = document.createElement("harbour-story");
      element.setAttribute("chapter", id);
      document.querySelector("#around")?.append(element);
    }, chapter);
  /** Takes the element out and puts it back; returns how many nodes its story has. */
  const restart = async (): Promise<number> => {
    await page.evaluate(() => {
      const element = document.querySelector("harbour-story");
      element?.remove();
      if (element?.shadowRoot?.childElementCount !== 0) throw new Error("the removed element still holds a story");
      document.querySelector("#around")?.append(element);
      element.scrollIntoView();
    });
    await story.drawnAt("ships");
    // The links are placed a while after the picture rests, and count as nodes; the title's number is in the text.
    await expect(story.part("numberLink")).toHaveCount(2);
    return story.part("elementRoot").evaluate((ground) => ground.querySelectorAll("*").length);
  };
  const first = await restart();
  await remove();
  const before = await counts(session);
  await put("");
  for (let turn = 0; turn < 5; turn += 1) await restart();
  await story.host.evaluate((host) => host.setAttribute("chapter", "night"));
  expect(await restart()).toBe(first);
  await remove();
  // The browser's tools take their time to let go of the element that was there last.
  await expect.poll(async () => (await counts(session))["nodes"]).toBeLessThan((before["nodes"] ?? 0) + 100);
  expect((await counts(session))["listeners"]).toBe(before["listeners"]);
  expect(await page.evaluate(() => document.fonts.size)).toBe(0);
});

test("the element unrolls where nothing can be sticky, and ignores attributes that make no sense", async ({
  page,
  openHost,
  baseURL,
}) => {
  const { story, faults } = await openHost({
    css: "html,body{overflow-x:hidden}",
    story: `chapter="<b>" theme="noon" top="-1e9" home="javascript:alert(1)"`,
  });
  await expect(story.part("elementRoot")).toHaveAttribute("data-mode", "article");
  expect(await story.stepIds()).toEqual(["cover", "ships", "boats"]);
  await expect(story.host.locator(`${PARTS.step} figure svg:has(path)`)).toHaveCount(2);
  await expect(story.part("creditLink")).toHaveAttribute("href", baseURL ?? "");
  await story.part("factLink").first().click();
  await expect(story.part("sourceDialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(story.part("sourceDialog")).toBeHidden();
  expect(await violations(page, { include: [PARTS.element] })).toEqual([]);
  expect(faults).toEqual([]);
});

test("an element that is removed from its figure leaves the figure's other parts as the host had them", async ({
  page,
  openHost,
  baseURL,
}) => {
  const { story } = await openHost();
  await page.evaluate((home) => {
    const figure = document.createElement("figure");
    figure.setAttribute("data-harbour", home);
    figure.innerHTML = '<p style="color: red; display: flex !important;">题注</p><p>署名</p>';
    document.querySelector("#around")?.before(figure);
    figure.prepend(document.querySelector("harbour-story") ?? "");
  }, baseURL ?? "");
  const parts = page.locator("figure[data-harbour] > p");
  await expect(parts.first()).toBeHidden();
  await story.host.evaluate((element) => element.remove());
  await expect(parts.nth(0)).toHaveAttribute("style", "color: red; display: flex !important;");
  await expect(parts.nth(1)).toBeVisible();
});
