import { watchFaults } from "./page-faults.ts";
import { PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

test("a step's address holds the whole story: every step in order, each picture as from the start page", async ({
  page,
  story,
}) => {
  await story.open();
  const ids = await story.stepIds();
  await story.goTo("hearts", 0.8);
  const picture = await story.drawn();
  await page.goto("about:blank");
  await story.open("./idea/bridge/");
  expect(await story.stepIds()).toEqual(ids);
  const chapters = await page.$$eval(
    PARTS.chapter,
    (all, step) =>
      all.map((chapter) => {
        const headings = [...chapter.querySelectorAll("h2")];
        return [chapter.id, headings.map((heading) => chapter.querySelector(step)?.contains(heading))];
      }),
    PARTS.step,
  );
  // The first step of a chapter alone bears its name.
  expect(chapters).toEqual(["pattern", "environment", "idea", "coordinate", "later"].map((id) => [id, [true]]));
  await story.goTo("hearts", 0.8);
  expect(await story.drawn()).toBe(picture);
});

test.describe("the fixture story", () => {
  test.use({ site: "fixture" });

  test("address and title follow the reader, drop the query, and add nothing to the history", async ({
    page,
    story,
    baseURL,
  }) => {
    const faults = watchFaults(page, baseURL ?? "");
    await story.open("./?from=timeline&isappinstalled=0&unknown=%E5%80%BC");
    const [entries, title] = [await page.evaluate(() => history.length), await page.title()];
    for (const [id, path] of [
      ["ships", "night/ships/"],
      ["boats", "dawn/boats/"],
    ] as const) {
      await story.goTo(id, 0.9);
      await expect(page).toHaveURL(new URL(path, baseURL).href);
      const heading = await story.step(id).getByRole("heading", { level: 3 }).textContent();
      await expect(page).toHaveTitle(`${heading} · 样例港的灯塔`);
    }
    await story.jump(1e6);
    await expect(page).toHaveURL(new URL("#after", baseURL).href);
    await story.jump(0);
    await expect(page).toHaveURL(new URL("", baseURL).href);
    expect(await page.title()).toBe(title);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(faults).toEqual([]);
  });

  test("links and pictures lead to their files after the address has changed", async ({
    page,
    story,
    baseURL,
    request,
  }) => {
    await story.open("./dawn/boats/");
    await story.goTo("cover", 0);
    await expect(page).toHaveURL(new URL("", baseURL).href);
    await story.chooseMode("article");
    await story.step("ships").scrollIntoViewIfNeeded();
    await story.stillLoaded("ships");
    await expect(page).toHaveURL(new URL("night/ships/", baseURL).href);
    const links = await page.$$eval("a[href]:not([href^='#']), link[href], img, source", (all) =>
      all
        .flatMap((node) => [node.getAttribute("href"), node.getAttribute("src"), node.getAttribute("srcset")])
        .flatMap((link) => (link === null ? [] : [new URL(link, document.baseURI).href])),
    );
    const own = new Set(links.filter((link) => new URL(link).hostname === new URL(page.url()).hostname));
    // Two steps with two stills each, three posters, the long picture, the data, licences, icons and codes.
    expect(own.size).toBeGreaterThan(18);
    const states = await Promise.all(
      [...own].map(async (link) => [link, (await request.head(link)).status()] as const),
    );
    expect(states.filter(([, status]) => status !== 200)).toEqual([]);
  });

  test("a step's address wins over the kept position; a reload restores the reader's own", async ({
    page,
    story,
    baseURL,
  }) => {
    await story.open();
    await story.goTo("ships", 0.7);
    await expect(page).toHaveURL(new URL("night/ships/", baseURL).href);
    await story.open("./dawn/boats/");
    await story.settled();
    expect(await story.shownStep()).toBe("boats");
    await story.goTo("ships", 0.62);
    await expect(page).toHaveURL(new URL("night/ships/", baseURL).href);
    const [picture, y] = [await story.drawn(), await story.scrollOffset()];
    await page.reload();
    await story.settled();
    await expect.poll(() => story.drawn()).toBe(picture);
    expect(await story.scrollOffset()).toBe(y);
  });

  test("the link to the beginning opens the cover over any kept position, and back leads to the step", async ({
    page,
    story,
    baseURL,
  }) => {
    await story.open("./dawn/boats/");
    await story.positionKept("boats");
    const link = story.partOf("boats", "startLink");
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(32);
    await link.click();
    await expect(story.picture).toHaveAttribute("data-step", "cover");
    await expect(page).toHaveURL(new URL("", baseURL).href);
    await page.goBack();
    await expect(story.picture).toHaveAttribute("data-step", "boats");
  });

  test("a hash wins over the step of the address, unless the story has no such place", async ({ page, story }) => {
    for (const [address, step] of [
      ["./dawn/boats/#ships", "ships"],
      ["./night/ships/#boats", "boats"],
      ["./night/ships/#wechat_redirect", "ships"],
    ] as const) {
      await page.goto("about:blank");
      await page.goto(address);
      await story.settled();
      expect(await story.shownStep(), address).toBe(step);
    }
  });

  test("the story reads and the address stays where the browser refuses to change the history", async ({
    page,
    story,
    baseURL,
  }) => {
    const faults = watchFaults(page, baseURL ?? "");
    await page.addInitScript(() => {
      History.prototype.replaceState = () => {
        throw new DOMException("refused", "SecurityError");
      };
    });
    await story.open("./dawn/boats/");
    await story.goTo("ships", 0.62);
    expect(await story.shownStep()).toBe("ships");
    // The address is changed right after the position is kept.
    await story.positionKept("ships");
    await expect(page).toHaveURL(new URL("dawn/boats/", baseURL).href);
    expect(faults).toEqual([]);
  });

  test("the addresses of an iframe and its host stay while the reader scrolls", async ({ page, baseURL }) => {
    await page.route("**/host.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<iframe src="${baseURL}dawn/boats/" width="360" height="700"></iframe>`,
      }),
    );
    await page.goto("./host.html");
    const frame = page.frames()[1];
    if (frame === undefined) throw new Error("the host page has no iframe");
    const story = new StoryPage(frame);
    await story.ready();
    await story.goTo("ships", 0.6);
    await story.positionKept("ships");
    expect(new URL(frame.url()).pathname).toBe("/dawn/boats/");
    await expect(page).toHaveURL(new URL("host.html", baseURL).href);
  });
});
