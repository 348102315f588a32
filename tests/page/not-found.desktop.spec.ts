import { serve } from "../site.ts";
import { fixtureFiles } from "./public-fixture.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

test("an unknown address answers 404 and leads into the story, at any depth", async ({ page, baseURL }) => {
  for (const address of ["nowhere", "night/nowhere/", "a/b/c/d/", "night/ships/pictures/x.png"]) {
    const answer = await page.goto(`./${address}`);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有这一页");
    const links = page.getByRole("link");
    await expect(links).toHaveCount(3);
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
      "/",
      "/night/",
      "/dawn/",
    ]);
  }
  await page.getByRole("link").nth(2).click();
  await expect(page).toHaveURL(new URL("dawn/boats/", baseURL).href);
});

test("an unknown address in a folder of a host leads to the story's folder, which no build knew", async ({ page }) => {
  const served = await serve(await fixtureFiles("unaddressed"), "/some/folder/");
  for (const address of ["nowhere", "night/nowhere/x/"]) {
    await page.goto(served.address + address);
    await expect(page.getByRole("link").first()).toHaveAttribute("href", "/some/folder/");
    await expect(page.getByRole("link").nth(1)).toHaveAttribute("href", "/some/folder/night/");
  }
  await served.close();
});

test("a folder without its slash leads to the address with it", async ({ story, request }) => {
  const answer = await request.get("./night/ships?a=b", { maxRedirects: 0 });
  expect(answer.headers()["location"]).toBe("/night/ships/?a=b");
  await story.open("./night/ships");
  await story.settled();
  expect(await story.shownStep()).toBe("ships");
});

test("icons and manifest are there and agree", async ({ page, request }) => {
  await page.goto("./night/ships/");
  const icons = await page.$$eval('link[rel*="icon"]', (links) =>
    links.map((link) => (link instanceof HTMLLinkElement ? link.href : "")),
  );
  const address = await page.evaluate(
    () => document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? "",
  );
  const manifest: unknown = await (await request.get(address)).json();
  expect(manifest).toMatchObject({ name: "样例港的灯塔", start_url: "./", scope: "./", lang: "zh-CN" });
  expect(icons).toHaveLength(3);
  for (const icon of [...icons, new URL("icon-192.png", address).href, new URL("icon-512.png", address).href])
    expect((await request.get(icon)).status(), icon).toBe(200);
  const ico = await (await request.get(new URL("favicon.ico", address).href)).body();
  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
});
