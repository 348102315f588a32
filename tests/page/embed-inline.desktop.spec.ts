import { once } from "node:events";
import { createServer, type Server } from "node:http";
import AxeBuilder from "@axe-core/playwright";
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { drawn, placeOf, jump, settled, stepIds } from "./reading.ts";

/** A newsroom's own site, another than the story's: what it answers, by path. */
let pages: ReadonlyMap<
  string,
  { readonly type: string; readonly body: string; readonly headers?: Record<string, string> }
> = new Map();
let server: Server;
let newsroom = "";

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { type, body, headers } = pages.get(request.url ?? "") ?? { type: "text/plain", body: "", headers: {} };
    response.writeHead(200, { "content-type": type, ...headers }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const place = server.address();
  newsroom = `http://localhost:${typeof place === "object" ? place?.port : ""}/`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

interface Host {
  /** Attributes of the story's element. */
  readonly story?: string;
  /** The newsroom's style sheet. */
  readonly css?: string;
  /** Attributes of the element round the story. */
  readonly around?: string;
  /** What the newsroom's own script does first. */
  readonly script?: string;
  /** The newsroom's content security policy; `SITE` stands for the story's origin. */
  readonly policy?: string;
}

const TEXT = "宿主自己的正文，与故事无关。".repeat(40);

/** Opens an article of the newsroom that holds the story; returns what goes wrong in it from then on. */
async function open(page: Page, host: Host = {}): Promise<readonly string[]> {
  const site = new URL(test.info().project.use.baseURL ?? "");
  const faults: string[] = [];
  page.on("console", (said) => void (said.type() === "log" || faults.push(said.text())));
  page.on("pageerror", (error) => void faults.push(error.message));
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== site.origin && !request.url().startsWith(newsroom)) faults.push(request.url());
  });
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Article</title>
    <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="host.css"><script src="host.js"></script></head>
    <body><main><h1>Article</h1><p class="own">${TEXT}</p><div id="around" ${host.around ?? ""}>
    <anyuan-story ${host.story ?? ""}><p><a href="${site.href}">安源转身</a></p></anyuan-story></div>
    <p>${TEXT}</p><p>${TEXT}</p></main><script src="${site.href}embed/v1/inline.js"></script></body></html>`;
  const css = `body{margin:0;font:18px/1.6 serif}main{max-width:1200px;margin:0 auto;padding-bottom:1000px}${host.css ?? ""}`;
  // What is there before the story, to be compared with what is there after it.
  const script = `var faults=[];addEventListener("securitypolicyviolation",function(e){faults.push(e.violatedDirective)});${host.script ?? ""}`;
  const headers =
    host.policy === undefined ? {} : { "content-security-policy": host.policy.replaceAll("SITE", site.origin) };
  pages = new Map([
    ["/host.css", { type: "text/css", body: css }],
    ["/host.js", { type: "text/javascript", body: script }],
    ["/", { type: "text/html; charset=utf-8", body: html, headers }],
  ]);
  await page.goto(newsroom);
  await page.waitForFunction(() => document.querySelector("anyuan-story")?.shadowRoot?.firstElementChild);
  return faults;
}

/** Scrolls the newsroom's page past the story, some px a frame; returns how far the stage was off its place at worst. */
function ride(page: Page, pace: number, top = 0): Promise<{ readonly off: number; readonly frames: number }> {
  return page.evaluate(
    async ([pace, top]) => {
      const root = document.querySelector("anyuan-story")?.shadowRoot;
      const [stage, track] = [root?.querySelector(".stage"), root?.querySelector(".track")];
      if (!stage || !track) throw new Error("no story");
      scrollBy({ top: track.getBoundingClientRect().top - 400, behavior: "instant" });
      let [off, frames] = [0, 0];
      for (;;) {
        await new Promise(requestAnimationFrame);
        const [box, at] = [track.getBoundingClientRect(), stage.getBoundingClientRect()];
        const place = Math.min(Math.max(box.top, top), box.bottom - at.height);
        off = Math.max(off, Math.abs(at.top - place));
        frames += 1;
        if (box.bottom < innerHeight * 0.7) return { off, frames };
        scrollBy({ top: pace, behavior: "instant" });
      }
    },
    [pace, top] as const,
  );
}

/** Scrolls the newsroom's page to every step; returns those whose picture does not come. Far apart, since to what is near a picture travels. */
function missed(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const root = document.querySelector("anyuan-story")?.shadowRoot;
    const [stage, line, svg] = [".stage", ".stage .line", ".stage svg"].map((name) => root?.querySelector(name));
    if (!root || !stage || !line || !svg) throw new Error("no story");
    const steps = [...root.querySelectorAll<HTMLElement>(".step")];
    const order = [0, 1, 2].flatMap((rest) => steps.filter((_, index) => index % 3 === rest));
    const late: string[] = [];
    for (const step of order) {
      const [box, trigger] = [
        step.getBoundingClientRect(),
        line.getBoundingClientRect().top - stage.getBoundingClientRect().top,
      ];
      scrollBy({ top: box.top + box.height * 0.92 - trigger, behavior: "instant" });
      const id = step.dataset["step"] ?? "";
      const until = performance.now() + 3000;
      while (svg.getAttribute("data-step") !== id && performance.now() < until)
        await new Promise(requestAnimationFrame);
      if (svg.getAttribute("data-step") !== id) late.push(id);
    }
    return late;
  });
}

/** Puts a step's picture to rest by scrolling the newsroom's page; returns its marks, written as `drawn` does. */
async function rested(page: Page, step: string): Promise<string> {
  const root = await page.evaluateHandle(() => document.querySelector("anyuan-story")?.shadowRoot ?? document);
  await root.evaluate((root, id) => {
    const [line, stage, box] = [".stage .line", ".stage", `.step[data-step="${id}"]`].map((name) =>
      root.querySelector(name)?.getBoundingClientRect(),
    );
    if (!line || !stage || !box) throw new Error(`no step ${id}`);
    scrollBy({ top: box.top + box.height * 0.92 - (line.top - stage.top), behavior: "instant" });
  }, step);
  await expect
    .poll(() => root.evaluate((root) => root.querySelector<SVGElement>(".stage svg")?.dataset["step"] ?? ""))
    .toBe(step);
  await expect
    .poll(() => root.evaluate((root) => root.querySelector<SVGElement>(".stage svg")?.dataset["settled"] ?? ""))
    .toBe("true");
  return root.evaluate((root) => {
    const lines: string[] = [];
    for (const node of root.querySelectorAll(".stage svg *")) {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      lines.push(`${node.localName} ${attributes.join(" ")} ${node.localName === "text" ? node.textContent : ""}`);
    }
    return lines.join("\n");
  });
}

/** Styles of the story's parts as they are computed. */
function styles(page: Page): Promise<readonly (readonly string[])[]> {
  return page.evaluate(() => {
    const root = document.querySelector("anyuan-story")?.shadowRoot;
    const names = [
      ".ground",
      ".words p:not(.kicker)",
      ".words a.fact",
      ".opening",
      "h3",
      ".stage",
      ".stage svg",
      ".stage text",
      ".shaft li a",
      ".slip",
    ];
    const properties =
      "color,font-size,font-family,font-weight,line-height,letter-spacing,text-align,direction,writing-mode,box-sizing,display,position,max-width,overflow-x,background-color,visibility,text-transform,width";
    return names.map((name) => {
      const node = root?.querySelector(name);
      if (!node) throw new Error(`nothing is ${name}`);
      const style = getComputedStyle(node);
      return [name, ...properties.split(",").map((property) => style.getPropertyValue(property))];
    });
  });
}

const CHAPTER = 'chapter="environment" theme="day"';

test("the whole story follows the newsroom's own scrolling, its stage in place, its pictures those of the story's own page", async ({
  page,
}) => {
  const faults = await open(page, { story: 'theme="day"' });
  const { off, frames } = await ride(page, 400);
  expect(frames).toBeGreaterThan(60);
  expect(off).toBeLessThan(1);
  expect(await missed(page)).toEqual([]);
  const marks = new Map<string, string>();
  for (const id of ["growth", "bridge"]) marks.set(id, await rested(page, id));
  expect(faults).toEqual([]);

  await page.setViewportSize({ width: 1200, height: 900 });
  await page.goto(test.info().project.use.baseURL ?? "");
  await settled(page);
  const ids = await stepIds(page);
  for (const [id, found] of marks) {
    await jump(page, await placeOf(page, ids.indexOf(id), 0.92));
    await settled(page);
    await expect.poll(() => drawn(page)).toBe(found);
  }
});

test.describe("in a newsroom that", () => {
  const hosts: readonly (readonly [name: string, host: Host])[] = [
    [
      "styles everything, by force",
      {
        css: `*{line-height:3!important;box-sizing:content-box!important;letter-spacing:.2em}p{color:red!important}svg{max-width:50px!important}
          :root{--own-park:500px;--ground:lime;--pin:99px;--view:10px}
          anyuan-story{display:inline!important;overflow:hidden!important;writing-mode:vertical-rl!important;text-transform:uppercase;visibility:visible}`,
      },
    ],
    [
      "sizes its root for phones, reads from right to left and lays out what is near",
      {
        css: "html{font-size:100px}#around{content-visibility:auto;contain-intrinsic-size:auto 9000px}",
        around: 'dir="rtl"',
      },
    ],
    [
      "allows the story's script and nothing more",
      {
        policy:
          "default-src 'none'; script-src 'self' SITE; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    ],
    [
      "has an engine of its own and hides what is too wide",
      {
        css: "body{overflow-x:hidden}#around{transform:translateX(0)}",
        script: 'window.gsap={version:"3.4.0",registerPlugin(){},to(){throw Error("not yours")}};',
      },
    ],
  ];

  let clean: Awaited<ReturnType<typeof styles>> | undefined;
  for (const [name, host] of hosts)
    test(`${name}, one chapter is read as anywhere`, async ({ page }) => {
      if (clean === undefined) {
        await open(page, { story: CHAPTER });
        await rested(page, "firms");
        clean = await styles(page);
      }
      const faults = await open(page, { story: CHAPTER, ...host });
      const { off } = await ride(page, 400);
      expect(off).toBeLessThan(1);
      expect(await missed(page)).toEqual([]);
      await rested(page, "firms");
      expect(await styles(page)).toEqual(clean);
      expect([...faults, ...(await page.evaluate<readonly string[]>("faults"))]).toEqual([]);
    });
});

test("the newsroom's page stays as it was", async ({ page }) => {
  const state = (): Promise<unknown> =>
    page.evaluate(() => [
      Object.keys(window).sort(),
      [document.documentElement, document.body, document.querySelector(".own")].map((node) => [
        node?.getAttributeNames(),
        node && [...getComputedStyle(node)].map((name) => getComputedStyle(node).getPropertyValue(name)).join(),
      ]),
      [document.styleSheets.length, document.adoptedStyleSheets.length, document.title, location.href, history.length],
      [...document.head.children].map((node) => node.outerHTML),
    ]);
  await open(page, { story: CHAPTER, script: 'customElements.define("late-story",class extends HTMLElement{});' });
  await ride(page, 500);
  const told = await state();
  await page.route("**/inline.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.reload();
  // Without the story the article is shorter, and so is what its page computes: of heights nothing is compared.
  expect(JSON.stringify(told).replace(/[\d.]+px/g, "")).toBe(JSON.stringify(await state()).replace(/[\d.]+px/g, ""));
});

test("numbers and stations answer within the story, whatever the newsroom's address says", async ({ page }) => {
  const faults = await open(page, { story: `${CHAPTER} top="60"` });
  await page.evaluate(() => (location.hash = "#firms"));
  const before = await page.evaluate(() => [location.href, history.length]);
  const { off } = await ride(page, 400, 60);
  expect(off).toBeLessThan(1);
  await rested(page, "firms");
  await page.locator("anyuan-story .step[data-step=firms] .words a.fact").first().click();
  const slip = page.locator("anyuan-story dialog.slip");
  await expect(slip).toBeVisible();
  const box = await slip.boundingBox();
  expect(box !== null && box.x >= 0 && box.y >= 0 && box.y + box.height <= 900).toBe(true);
  expect((await new AxeBuilder({ page }).include("anyuan-story").analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(slip).toBeHidden();
  await page.locator("anyuan-story .shaft a").first().click();
  await expect(page.locator("anyuan-story .stage svg")).toHaveAttribute("data-step", "two-lenses");
  await page.mouse.move(600, 450);
  const from = await page.evaluate(() => scrollY);
  for (let k = 0; k < 3; k++) await page.mouse.wheel(0, 100);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(from + 300);
  await page.keyboard.press("PageDown");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from + 900);
  expect(await page.evaluate(() => [location.href, history.length])).toEqual(before);
  expect((await new AxeBuilder({ page }).include("anyuan-story").analyze()).violations).toEqual([]);
  expect(faults).toEqual([]);
});

async function counts(cdp: CDPSession): Promise<Readonly<Record<string, number>>> {
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(
    metrics.filter(({ name }) => ["Nodes", "JSEventListeners"].includes(name)).map(({ name, value }) => [name, value]),
  );
}

test("a story that leaves takes all with it, and tells itself anew where it is put", async ({ page }) => {
  await open(page, { story: CHAPTER });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const turn = (): Promise<number> =>
    page.evaluate(async () => {
      const story = document.querySelector("anyuan-story") ?? document.createElement("anyuan-story");
      story.remove();
      await new Promise((done) => setTimeout(done, 50));
      document.querySelector("#around")?.append(story);
      story.scrollIntoView();
      await new Promise((done) => setTimeout(done, 400));
      const nodes = story.shadowRoot?.querySelectorAll("*").length ?? 0;
      story.remove();
      await new Promise((done) => setTimeout(done, 50));
      document.querySelector("#around")?.append(story);
      return nodes;
    });
  const first = await turn();
  await page.evaluate(() => document.querySelector("anyuan-story")?.remove());
  const before = await counts(cdp);
  await page.evaluate(() => document.querySelector("#around")?.append(document.createElement("anyuan-story")));
  for (let k = 0; k < 5; k++) await turn();
  await page.evaluate(() => document.querySelector("anyuan-story")?.setAttribute("chapter", "environment"));
  expect(await turn()).toBe(first);
  await page.evaluate(() => document.querySelector("anyuan-story")?.remove());
  const after = await counts(cdp);
  expect(after["JSEventListeners"]).toBe(before["JSEventListeners"]);
  // The empty element that was first there may still be known to the browser's tools, which take their time to let go.
  await expect.poll(async () => (await counts(cdp))["Nodes"]).toBeLessThan((before["Nodes"] ?? 0) + 100);
  expect(await page.evaluate(() => document.fonts.size)).toBe(0);
});

test("where nothing can stay in place it unrolls, and nonsense asks for nothing", async ({ page }) => {
  const faults = await open(page, {
    css: "html,body{overflow-x:hidden}",
    story: `chapter="<b>" theme="noon" top="-1e9" home="javascript:alert(1)"`,
  });
  const root = page.locator("anyuan-story");
  await expect(root.locator(".ground")).toHaveAttribute("data-mode", "article");
  const steps = root.locator(".chapters .step");
  await expect(root.locator(".chapters .step figure:has(svg path)")).toHaveCount(await steps.count());
  await expect(root.locator(".credit a")).toHaveAttribute("href", test.info().project.use.baseURL ?? "");
  await root.locator(".words a.fact").first().click();
  await expect(root.locator("dialog.slip")).toBeVisible();
  await page.keyboard.press("Escape");
  expect((await new AxeBuilder({ page }).include("anyuan-story").analyze()).violations).toEqual([]);
  expect(faults).toEqual([]);
});
