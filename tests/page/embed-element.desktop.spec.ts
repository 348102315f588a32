import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { CDPSession, Page } from "@playwright/test";
import { violations } from "./axe.ts";
import { ElementStory } from "./element-story.ts";
import { WORKER_BLOCKED } from "./page-faults.ts";
import { NAMES, PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

const { FIXTURE_SITE } = process.env;

interface Answer {
  readonly type: string;
  readonly body: string;
  readonly policy?: string | undefined;
}

/** Another site than the story's: its address, and the files that it has in a test. */
let server: Server;
let address = "";
let files: ReadonlyMap<string, Answer> = new Map();

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { type, body, policy } = files.get(request.url ?? "") ?? { type: "text/plain", body: "" };
    const headers = policy === undefined ? {} : { "content-security-policy": policy };
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers }).end(body);
  }).listen(0, "localhost");
  await once(server, "listening");
  const place = server.address();
  address = `http://localhost:${typeof place === "object" ? place?.port : ""}/`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const TEXT = "宿主自己的正文，与故事无关。".repeat(40);
/** Width of the column that the story stands in, px. */
const COLUMN = 1200;

interface HostPage {
  /** Attributes of the story's element. */
  readonly story?: string;
  readonly css?: string;
  /** Attributes of the element round the story. */
  readonly around?: string;
  /** The first script of the page. */
  readonly script?: string;
  /** The page's content security policy; `SITE` stands for the story's origin. */
  readonly policy?: string;
}

interface Opened {
  readonly story: ElementStory;
  /** Messages of the console, errors, requests to other sites and violations of a policy, from now on. */
  readonly faults: readonly string[];
}

/** Opens an article of another site that holds the story of `site` in an element. */
async function openHost(page: Page, site = "", host: HostPage = {}): Promise<Opened> {
  const { origin } = new URL(site);
  const element = `${site === FIXTURE_SITE ? NAMES.fixture : NAMES.story}-story`;
  const faults: string[] = [];
  page.on("console", (message) => {
    // The story's own page, which a test visits first, registers its worker late.
    if (message.type() !== "log" && message.text() !== WORKER_BLOCKED) faults.push(message.text());
  });
  page.on("pageerror", (error) => void faults.push(error.message));
  page.on("request", (request) => {
    if (![address, `${origin}/`].some((own) => request.url().startsWith(own))) faults.push(request.url());
  });
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Article</title>
    <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="host.css"><script src="host.js"></script></head>
    <body><main><h1>Article</h1><p class="own">${TEXT}</p><div id="around" ${host.around ?? ""}>
    <${element} ${host.story ?? ""}><p><a href="${site}">安源转身</a></p></${element}></div>
    <p>${TEXT}</p><p>${TEXT}</p></main><script src="${site}embed/v1/inline.js"></script></body></html>`;
  const css = `body{margin:0;font:18px/1.6 serif}main{max-width:${COLUMN}px;margin:0 auto;padding-bottom:1000px}${host.css ?? ""}`;
  // Set by every page, so that a page with the story has no other names than one without.
  const script = `addEventListener("securitypolicyviolation",function(event){console.error(event.violatedDirective)});${host.script ?? ""}`;
  files = new Map([
    ["/", { type: "text/html", body: html, policy: host.policy?.replaceAll("SITE", origin) }],
    ["/host.css", { type: "text/css", body: css }],
    ["/host.js", { type: "text/javascript", body: script }],
  ]);
  await page.goto(address);
  const story = new ElementStory(page);
  await expect(story.part("elementRoot")).toBeAttached();
  return { story, faults };
}

/** Styles of the story's parts as they are computed. */
async function computedStyles(story: ElementStory): Promise<readonly unknown[]> {
  const names = [
    "elementRoot",
    "paragraph",
    "factLink",
    "chapterOpening",
    "text",
    "stage",
    "picture",
    "pictureText",
    "progressStop",
    "sourceDialog",
  ] as const;
  const properties =
    "color,font-size,font-family,font-weight,line-height,letter-spacing,text-align,direction,writing-mode,box-sizing,display,position,max-width,overflow-x,background-color,visibility,text-transform,width";
  const styles: unknown[] = [];
  for (const name of names)
    styles.push(
      await story
        .part(name)
        .first()
        .evaluate(
          (node, [about, list]) => {
            const style = getComputedStyle(node);
            return [about, ...list.split(",").map((property) => style.getPropertyValue(property))];
          },
          [name, properties] as const,
        ),
    );
  return styles;
}

for (const { site, pace, every, tag } of [
  { site: "fixture", pace: 40, every: 1, tag: [] },
  { site: "story", pace: 400, every: 4, tag: ["@wide"] },
] as const)
  test.describe(`of the ${site}`, () => {
    test.use({ site });

    test(
      "an element scrolls with its host page, its stage in place, and draws what the story's own page draws",
      { tag: [...tag] },
      async ({ page, story: own, baseURL }) => {
        await page.setViewportSize({ width: COLUMN, height: 900 });
        await own.open();
        const ids = (await own.stepIds()).filter((_, index) => index % every === 0);
        const expected = new Map<string, string>();
        for (const id of ids) {
          await own.goTo(id, 0.92);
          expected.set(id, await own.drawn());
        }
        await page.setViewportSize({ width: 1440, height: 900 });
        const { story, faults } = await openHost(page, baseURL, { story: 'theme="day"' });
        const { offset, frames } = await story.scrollPast(pace);
        expect(frames).toBeGreaterThan(60);
        expect(offset, "px that the stage is off its place").toBeLessThan(1);
        for (const id of ids) expect(await story.drawnAt(id), id).toBe(expected.get(id));
        expect(faults).toEqual([]);
      },
    );
  });

test.describe("on a host page", () => {
  test.use({ site: "fixture" });

  test("an element marks the number in its picture that is meant in its text", async ({ page, baseURL }) => {
    const { story, faults } = await openHost(page, baseURL, { story: 'top="40"' });
    await story.drawnAt("ships");
    await story.partOf("ships", "factLink").and(page.locator('[data-fact="night-ships"]')).first().hover();
    const mark = story.partOf("ships", "mark").filter({ visible: true }).last();
    await expect(mark).toBeVisible();
    const label = story.part("pictureText").filter({ hasText: /^80/u }).last();
    const [laid, drawn] = [await mark.boundingBox(), await label.boundingBox()];
    if (laid === null || drawn === null) throw new Error("no number is marked");
    expect(Math.abs(laid.x - drawn.x)).toBeLessThan(4);
    expect(laid.y + laid.height / 2).toBeGreaterThan(drawn.y);
    expect(laid.y + laid.height / 2).toBeLessThan(drawn.y + drawn.height);
    expect(faults).toEqual([]);
  });

  const hosts: readonly (readonly [name: string, host: HostPage])[] = [
    [
      "that styles every element with !important",
      {
        css: `*{line-height:3!important;box-sizing:content-box!important;letter-spacing:.2em}p{color:red!important}svg{max-width:50px!important}
          :root{--own-sticky-top:500px;--background:lime;--pin:99px;--view:10px}
          ${PARTS.element}{display:inline!important;overflow:hidden!important;writing-mode:vertical-rl!important;text-transform:uppercase;visibility:visible}`,
      },
    ],
    [
      "with a rem of 100 px, right to left and with content-visibility",
      {
        css: "html{font-size:100px}#around{content-visibility:auto;contain-intrinsic-size:auto 9000px}",
        around: 'dir="rtl"',
      },
    ],
    [
      "whose policy allows the story's script alone",
      {
        policy:
          "default-src 'none'; script-src 'self' SITE; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    ],
    [
      "with a gsap of its own and overflow-x hidden",
      {
        css: "body{overflow-x:hidden}#around{transform:translateX(0)}",
        script: 'window.gsap={version:"3.4.0",registerPlugin(){},to(){throw Error("not yours")}};',
      },
    ],
  ];

  let plain: readonly unknown[] | undefined;
  for (const [name, host] of hosts)
    test(`${name} the element looks and scrolls as on a plain one`, async ({ page, baseURL }) => {
      if (plain === undefined) {
        const { story } = await openHost(page, baseURL, { story: 'theme="day"' });
        await story.drawnAt("boats");
        plain = await computedStyles(story);
      }
      const { story, faults } = await openHost(page, baseURL, { story: 'theme="day"', ...host });
      const { offset } = await story.scrollPast(100);
      expect(offset, "px that the stage is off its place").toBeLessThan(1);
      for (const id of ["cover", "ships", "boats"]) expect((await story.drawnAt(id)).length).toBeGreaterThan(0);
      expect(await computedStyles(story)).toEqual(plain);
      expect(faults).toEqual([]);
    });

  test("the element leaves names, styles, address and history of the page as they were", async ({ page, baseURL }) => {
    const state = (): Promise<unknown> =>
      page.evaluate(() => [
        Object.keys(window).sort(),
        [document.documentElement, document.body, document.querySelector(".own")].map((node) => [
          node?.getAttributeNames(),
          node && [...getComputedStyle(node)].map((name) => getComputedStyle(node).getPropertyValue(name)).join(),
        ]),
        [
          document.styleSheets.length,
          document.adoptedStyleSheets.length,
          document.title,
          location.href,
          history.length,
        ],
        [...document.head.children].map((node) => node.outerHTML),
      ]);
    const { story } = await openHost(page, baseURL, {
      script: 'customElements.define("late-story",class extends HTMLElement{});',
    });
    await story.scrollPast(100);
    await story.drawnAt("ships");
    const withStory = JSON.stringify(await state());
    await page.route("**/inline.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await page.reload();
    await expect(story.part("elementRoot")).toHaveCount(0);
    const without = JSON.stringify(await state());
    // Without the story the article is shorter, and so is what its page computes: lengths are not compared.
    expect(withStory.replace(/[\d.]+px/g, "")).toBe(without.replace(/[\d.]+px/g, ""));
  });

  test("fact links and progress stops act within the element and leave the host's address alone", async ({
    page,
    baseURL,
  }) => {
    const { story, faults } = await openHost(page, baseURL, { story: 'theme="day" top="60"' });
    const place = (): Promise<unknown> => page.evaluate(() => [location.href, history.length]);
    await page.evaluate(() => (location.hash = "#boats"));
    const before = await place();
    const { offset } = await story.scrollPast(100, 60);
    expect(offset, "px that the stage is off its place below the top bar").toBeLessThan(1);
    await story.drawnAt("boats");
    await story.partOf("boats", "factLink").first().click();
    const dialog = story.part("sourceDialog");
    await expect(dialog).toBeVisible();
    await expect(dialog).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await story.part("progressStop").first().click();
    await expect(story.part("picture")).toHaveAttribute("data-step", "ships");
    await story.settled();
    const scrollOffset = (): Promise<number> => page.evaluate(() => scrollY);
    const from = await scrollOffset();
    await page.mouse.move(600, 450);
    for (let tick = 0; tick < 3; tick += 1) await page.mouse.wheel(0, 100);
    await expect.poll(scrollOffset).toBe(from + 300);
    await page.keyboard.press("PageDown");
    await expect.poll(scrollOffset).toBeGreaterThan(from + 900);
    expect(await place()).toEqual(before);
    expect(faults).toEqual([]);
  });

  test("axe finds nothing in the element, with its source dialog closed and open", async ({ page, baseURL }) => {
    const { story } = await openHost(page, baseURL, { story: 'theme="day"' });
    await story.drawnAt("boats");
    expect(await violations(page, { include: [PARTS.element] })).toEqual([]);
    await story.partOf("boats", "factLink").first().click();
    await expect(story.part("sourceDialog")).toBeVisible();
    await new StoryPage(page).finishAnimations();
    expect(await violations(page, { include: [PARTS.element] })).toEqual([]);
  });

  test("the element shows the chapter that its attribute names, and follows a change of it", async ({
    page,
    baseURL,
  }) => {
    const { story } = await openHost(page, baseURL, { story: 'chapter="night"' });
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
    baseURL,
  }) => {
    const { story } = await openHost(page, baseURL, { story: 'chapter="night"' });
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
    baseURL,
  }) => {
    const { story, faults } = await openHost(page, baseURL, {
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
});
