import { expect, test } from "@playwright/test";
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { builtSite, type Files, serve, type Served } from "../site.ts";
import { copiedProject } from "./project.ts";
import { jump, placeOf, settled, shownStep, stepIds, watchFaults } from "./reading.ts";
import { ANDROID, IPHONE, SDK, SIGNING, withWeChat } from "./wechat.ts";

const HOME = "https://example.org/news/anyuan/";

let root: string;
let files: Files;
let site: Served;

// One build for all.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  root = copiedProject("published");
  appendFileSync(join(root, "story/site.yaml"), `wechat:\n  signature: ${SIGNING}\n`);
  process.env["SITE_URL"] = HOME;
  await build({ root, configFile: join(root, "vite.config.ts"), logLevel: "error" });
  files = await builtSite(join(root, "dist"));
  site = await serve(files, "/news/anyuan/");
});

test.afterAll(async () => {
  delete process.env["SITE_URL"];
  await site.close();
  rmSync(root, { recursive: true, force: true });
});

function text(path: string): string {
  return new TextDecoder().decode(files.get(path));
}

/** Paths of all documents, from the site's root. */
function documents(): readonly string[] {
  return [...files.keys()].filter((path) => path.endsWith("/index.html"));
}

/** Paths of the story's own pages: what is made for other pages to show is none. */
function pages(): readonly string[] {
  return documents().filter((path) => !/^\/(?:embed|edition)\//.test(path));
}

test("canonical addresses, the sitemap and the files agree", () => {
  const canonical = pages().map((path) => /<link rel="canonical" href="([^"]*)">/.exec(text(path))?.[1]);
  const listed = [...text("/sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  expect(listed.length).toBe(34);
  expect(new Set(canonical)).toEqual(new Set(listed));
  expect(new Set(pages().map((path) => HOME + path.slice(1, -"index.html".length)))).toEqual(new Set(listed));
  expect(text("/robots.txt")).toContain(`Sitemap: ${HOME}sitemap.xml`);
});

test("every link of every page leads to a file of the site, or to a place of the page", () => {
  const astray = documents().flatMap((path) => {
    const html = text(path);
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
    const links = new Set([...html.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)].map(([, link = ""]) => link));
    if (pages().includes(path)) expect(links.size, path).toBeGreaterThan(300);
    return [...links]
      .filter((link) => {
        if (link.startsWith("#")) return !ids.has(decodeURIComponent(link.slice(1)));
        const { host, pathname } = new URL(link, `https://site${path}`);
        return host === "site" && !files.has(pathname) && !files.has(`${pathname}index.html`);
      })
      .map((link) => `${path} ${link}`);
  });
  expect(astray).toEqual([]);
});

test("in a folder of a host a deep link opens, the address follows within the folder, and so does the canonical one", async ({
  page,
}) => {
  const faults = watchFaults(page, site.address);
  await page.goto(`${site.address}environment/firms/?from=groupmessage`);
  await settled(page);
  expect(await shownStep(page)).toBe("firms");
  const ids = await stepIds(page);
  await jump(page, await placeOf(page, ids.indexOf("green"), 0.9));
  await settled(page);
  await expect.poll(() => page.url()).toBe(`${site.address}coordinate/green/`);
  const canonical = page.locator('link[rel="canonical"]');
  await expect(canonical).toHaveAttribute("href", `${HOME}coordinate/green/`);
  await jump(page, 0);
  await expect.poll(() => page.url()).toBe(site.address);
  await expect(canonical).toHaveAttribute("href", HOME);
  expect(faults).toEqual([]);
});

test("on a desk the sheet shows a code that leads to the very place, by the public address", async ({ page }) => {
  for (const [path, id] of [
    ["", "cover"],
    ["pattern/wings/", "wings"],
  ] as const) {
    await page.goto(site.address + path);
    await settled(page);
    await page.locator(".shaft .share").click();
    const code = page.getByRole("img", { name: `二维码：${HOME}${path}`, exact: true });
    await expect(code).toHaveAttribute("src", `${site.address}codes/${id}.png`);
    await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
    await expect(code).toBeInViewport({ ratio: 1 });
  }
});

test("in a folder of a host an address that is none leads into the story, with the script and without", async ({
  page,
  browser,
}) => {
  for (const address of ["x", "pattern/x/y/"]) {
    expect((await page.goto(site.address + address))?.status()).toBe(404);
    await expect(page.locator("a").first()).toHaveAttribute("href", "/news/anyuan/");
  }
  await page.locator("a").nth(1).click();
  await settled(page);
  expect(await shownStep(page)).toBe("old-mine");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.address}pattern/x/y/`);
  await plain.locator("a").first().click();
  await expect(plain.locator("h1")).toHaveText("安源转身");
  await context.close();
});

test("documents for frames name the public address beside 'self', which WebKit does not know where a sandbox took the origin", () => {
  for (const path of ["/embed/index.html", "/embed/pattern/index.html", "/embed/environment/firms/index.html"])
    for (const rule of ["script-src", "img-src", "font-src"]) expect(text(path)).toContain(`${rule} 'self' ${HOME}`);
});

test.describe("WeChat's cards", () => {
  test("take one script and one answer of all that the page may load, and nothing where they are not configured", async () => {
    const plain = await builtSite(fileURLToPath(new URL("../../dist", import.meta.url)));
    const allowed = (from: Files): readonly string[] =>
      (/Content-Security-Policy" content="([^"]*)/.exec(new TextDecoder().decode(from.get("/")))?.[1] ?? "")
        .replaceAll(/ 'sha256-[^']*'/g, "")
        .split("; ");
    const [with_, without] = [allowed(files), allowed(plain)];
    expect(without).toHaveLength(12);
    expect(with_.filter((rule) => !without.includes(rule))).toEqual([
      `script-src 'self' ${SDK}`,
      `connect-src 'self' ${SIGNING}`,
      "trusted-types anyuan-worker anyuan-wechat",
    ]);
    expect(with_).toHaveLength(12);
    const scripts = [...plain].filter(([path]) => path.endsWith(".js"));
    expect(scripts.filter(([path]) => path.includes("wechat"))).toEqual([]);
    for (const [path, bytes] of scripts)
      expect(new TextDecoder().decode(bytes), path).not.toMatch(/jweixin|anyuan-wechat|updateTimelineShareData/);
  });

  test("are asked for by no other browser", async ({ page }) => {
    const wechat = await withWeChat(page);
    await page.clock.install();
    await page.goto(`${site.address}environment/firms/`);
    await settled(page);
    await jump(page, await placeOf(page, 20, 0.9));
    await page.clock.fastForward(5000);
    await settled(page);
    expect(wechat.asked()).toEqual([]);
  });

  test.describe("on an iPhone", () => {
    test.use({ userAgent: IPHONE, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

    test("are of the place that is read, signed for the address the page was entered with", async ({ page }) => {
      const wechat = await withWeChat(page);
      await page.goto(`${site.address}environment/firms/?from=timeline&isappinstalled=0#firms`);
      await settled(page);
      const entered = `${site.address}environment/firms/?from=timeline&isappinstalled=0`;
      const firms = {
        title: expect.stringMatching(/^.+ · 安源转身$/),
        link: `${site.address}environment/firms/`,
        imgUrl: `${site.address}cards/firms-square.png`,
      };
      await expect
        .poll(() => wechat.told())
        .toEqual([
          [
            "config",
            {
              debug: false,
              appId: "wx1",
              timestamp: 1600000000,
              nonceStr: "n",
              signature: `of ${entered}`,
              jsApiList: ["updateAppMessageShareData", "updateTimelineShareData"],
            },
          ],
          ["updateAppMessageShareData", { ...firms, desc: expect.stringMatching(/.{10,}/) }],
          ["updateTimelineShareData", firms],
        ]);
      const ids = await stepIds(page);
      for (const [id, path] of [
        ["green", "coordinate/green/"],
        ["cover", ""],
      ] as const) {
        await jump(page, await placeOf(page, ids.indexOf(id), 0.9));
        await expect.poll(() => page.url()).toBe(site.address + path);
        await expect
          .poll(async () => (await wechat.told()).at(-1))
          .toEqual([
            "updateTimelineShareData",
            { title: await page.title(), link: site.address + path, imgUrl: `${site.address}cards/${id}-square.png` },
          ]);
      }
      for (const id of ["firms", "green", "cover"]) expect(files.has(`/cards/${id}-square.png`)).toBe(true);
      expect(wechat.asked()).toEqual([`${SIGNING}?url=${encodeURIComponent(entered)}`, SDK]);
      expect(wechat.faults).toEqual([]);
    });

    test("are left to WeChat when it or the publisher's server fails, and the reader sees nothing of it", async ({
      page,
    }) => {
      const wechat = await withWeChat(page);
      await page.clock.install();
      for (const [answers, asks] of [
        [{ signature: "refused" }, 1],
        [{ signature: "none" }, 1],
        [{ signature: "late" }, 1],
        [{ sdk: "fails" }, 2],
        [{ sdk: "other" }, 2],
        [{ sdk: "throws" }, 2],
        [{ sdk: "refuses" }, 2],
        [{ sdk: "late" }, 2],
      ] as const) {
        wechat.answers(answers);
        await page.goto(`${site.address}environment/firms/?${JSON.stringify(answers)}`);
        await expect(page.locator("html")).toHaveClass(/live/);
        await page.clock.fastForward(2500);
        await expect.poll(() => wechat.asked().length, JSON.stringify(answers)).toBe(asks);
        await page.clock.fastForward(4500);
        await wechat.release();
        expect(wechat.asked(), JSON.stringify(answers)).toHaveLength(asks);
        expect(await wechat.told(), JSON.stringify(answers)).toEqual([]);
      }
      const ids = await stepIds(page);
      await jump(page, await placeOf(page, ids.indexOf("green"), 0.9));
      await expect.poll(() => page.url()).toBe(`${site.address}coordinate/green/`);
      await settled(page);
      expect(await shownStep(page)).toBe("green");
      expect(await wechat.told()).toEqual([]);
      expect(wechat.faults).toEqual([]);
    });
  });

  test.describe("on Android", () => {
    test.use({ userAgent: ANDROID, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

    test("are signed for the address the reader has come to meanwhile", async ({ page }) => {
      const wechat = await withWeChat(page);
      wechat.answers({ sdk: "late" });
      await page.goto(`${site.address}environment/firms/`);
      await settled(page);
      const ids = await stepIds(page);
      await jump(page, await placeOf(page, ids.indexOf("green"), 0.9));
      const green = `${site.address}coordinate/green/`;
      await expect.poll(() => page.url()).toBe(green);
      await expect.poll(() => wechat.asked().length).toBe(2);
      await wechat.release();
      await expect
        .poll(async () => (await wechat.told())[0])
        .toEqual(["config", expect.objectContaining({ signature: `of ${green}` })]);
      expect(wechat.asked()).toHaveLength(3);
      expect(wechat.faults).toEqual([]);
    });
  });
});
