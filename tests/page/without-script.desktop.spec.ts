import { STATES } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test("the first screen's text and picture are in the page before any script runs", async ({ request }) => {
  const html = await (await request.get("./")).text();
  expect(html.indexOf("<h1>")).toBeGreaterThan(0);
  expect(html.indexOf('type="module"')).toBeGreaterThan(0);
  const body = html.slice(html.indexOf("<body"));
  expect(body.match(/(?<=<g id="grains">).*?(?=<\/g>)/s)?.[0].match(/m(?=-?[\d.])/gi)).toHaveLength(240);
  const steps = body.match(/ data-step="/g) ?? [];
  // Every step but the cover has a caption, and the stage names a step as well.
  expect(steps.length).toBeGreaterThan(29);
  expect(body.match(/<figcaption>/g)).toHaveLength(steps.length - 2);
  expect(html).not.toMatch(/ style="/);
  expect(html).toMatch(/<html lang="zh-CN"/);
});

test.describe("the fixture story", () => {
  test.use({ site: "fixture" });

  test("without its script the page shows still pictures, from the start or from a step on", async ({
    page,
    story,
  }) => {
    await page.route("**/assets/index-*.js", (route) => route.abort());
    await page.goto("./#boats");
    await expect(story.rootElement).not.toHaveClass(STATES.enhanced);
    await story.stillLoaded("boats");
    await expect(story.step("boats").getByRole("heading", { level: 3 })).toBeInViewport();
    await page.goto("./dawn/boats/");
    await expect(story.rootElement).not.toHaveClass(STATES.enhanced);
    await story.stillLoaded("boats");
    await expect(story.step("boats").getByRole("heading", { level: 3 })).toBeInViewport();
    await expect(page.getByRole("link", { name: "从头读《样例港的灯塔》" })).toBeVisible();
  });

  test("without the tweening library every picture is still there", async ({ page, story }) => {
    let refused = 0;
    // The worker has the library in its own script; without one the page draws by itself.
    await page.route("**/assets/stage-main-*.js", (route) => route.abort());
    await page.route("**/assets/gsap-*.js", async (route) => {
      refused += 1;
      await route.abort();
    });
    await story.open();
    for (const id of ["ships", "boats"]) {
      await story.goTo(id, 0.9);
      expect(await story.shownStep()).toBe(id);
    }
    expect(refused).toBeGreaterThan(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ site: "fixture", javaScriptEnabled: false });

  test("a number's link leads to its source", async ({ page, story }) => {
    await page.goto("./#ships");
    await story.partOf("ships", "factLink").first().click();
    await expect(page).toHaveURL(/\/facts\/#fact-year$/);
    await expect(page.locator(":target")).toBeInViewport();
  });
});
