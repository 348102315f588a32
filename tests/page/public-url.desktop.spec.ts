import { watchFaults } from "./page-faults.ts";
import { PUBLIC_ADDRESS } from "./public-fixture.ts";
import { servePublicSite } from "./public-site.ts";
import { expect, test } from "./story-test.ts";

const site = servePublicSite();

function text(path: string): string {
  return new TextDecoder().decode(site.files.get(path));
}

/** Paths of the story's own pages; documents made for other pages to show are none. */
function pages(): readonly string[] {
  return [...site.files.keys()].filter(
    (path) => path.endsWith("/index.html") && !/^\/(?:embed|edition|press-kit)\//.test(path),
  );
}

test("canonical addresses, the sitemap and the files agree", () => {
  const canonical = pages().map((path) => /<link rel="canonical" href="([^"]*)">/.exec(text(path))?.[1]);
  const listed = [...text("/sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  expect(new Set(listed)).toEqual(
    new Set(["", "night/", "night/ships/", "dawn/", "dawn/boats/", "facts/"].map((path) => PUBLIC_ADDRESS + path)),
  );
  expect(new Set(canonical)).toEqual(new Set(listed));
  expect(new Set(pages().map((path) => PUBLIC_ADDRESS + path.slice(1, -"index.html".length)))).toEqual(new Set(listed));
  expect(text("/robots.txt")).toContain(`Sitemap: ${PUBLIC_ADDRESS}sitemap.xml`);
});

test("the policies of documents for iframes name the public address beside 'self', which WebKit does not know in a sandbox", () => {
  for (const path of ["/embed/index.html", "/embed/night/index.html", "/embed/night/ships/index.html"])
    for (const rule of ["script-src", "img-src", "font-src"])
      expect(text(path)).toContain(`${rule} 'self' ${PUBLIC_ADDRESS}`);
});

test("in a folder of a host a step's address opens, and the page's and the canonical address follow the reader", async ({
  page,
  story,
}) => {
  const faults = watchFaults(page, site.address);
  await story.open(`${site.address}night/ships/?from=groupmessage`);
  await story.settled();
  expect(await story.shownStep()).toBe("ships");
  await story.goTo("boats", 0.9);
  await expect(page).toHaveURL(`${site.address}dawn/boats/`);
  const canonical = page.locator('link[rel="canonical"]');
  await expect(canonical).toHaveAttribute("href", `${PUBLIC_ADDRESS}dawn/boats/`);
  await story.jump(0);
  await expect(page).toHaveURL(site.address);
  await expect(canonical).toHaveAttribute("href", PUBLIC_ADDRESS);
  expect(faults).toEqual([]);
});

test("the share dialog shows a code for the public address of the very step", async ({ story }) => {
  for (const [path, id] of [
    ["", "cover"],
    ["night/ships/", "ships"],
  ] as const) {
    await story.open(site.address + path);
    await story.settled();
    await story.shareButton.click();
    const code = story.shareDialog.getByRole("img", { name: `二维码：${PUBLIC_ADDRESS}${path}`, exact: true });
    await expect(code).toHaveAttribute("src", `${site.address}codes/${id}.png`);
    await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
    await expect(code).toBeInViewport({ ratio: 1 });
  }
});

test("in a folder of a host an unknown address leads into the story", async ({ page, story }) => {
  for (const address of ["x", "night/x/y/"]) {
    expect((await page.goto(site.address + address))?.status()).toBe(404);
    await expect(page.getByRole("link").first()).toHaveAttribute("href", "/news/harbour/");
  }
  await page.getByRole("link").nth(1).click();
  await story.settled();
  expect(await story.shownStep()).toBe("ships");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("in a folder of a host an unknown address leads into the story", async ({ page }) => {
    await page.goto(`${site.address}night/x/y/`);
    await page.getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("样例港的灯塔");
  });
});
