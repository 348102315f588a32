import { expect, type Frame, type Page, type Route } from "@playwright/test";
import { hostSite } from "../embed/hosts/site.ts";
import { filler, templates } from "../embed/hosts/template.ts";
import type { TwoSites } from "../embed/hosts/two-sites.ts";
import { embedded, painted, unfolded } from "./embed-page.ts";
import { REAL_CHAPTER, test } from "./host-sites.ts";
import { figureParts } from "./host-state.ts";
import { PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";

test.use({ viewport: { width: 1000, height: 800 } });

/** An article with an embed, by what is special about it. */
interface Special {
  readonly style?: string;
  readonly before?: string;
  readonly after?: string;
  readonly attributes?: string;
  /** The markup in place of a figure's code. */
  readonly embed?: string;
  /** Runs in the head. */
  readonly script?: string;
  readonly doctype?: string;
  readonly lead?: number;
}

/** Opens an article of another site with the fixture story in it, and ends its site after the test. */
async function open(page: Page, sites: TwoSites, special: Special, name = "harbour"): Promise<void> {
  const part = { home: sites.story.address, name, chapter: name === "anyuan" ? REAL_CHAPTER : "" };
  const { host } = templates(part);
  const { script = "", doctype = "<!DOCTYPE html>", ...template } = special;
  const made = host("host", "sticky", { ...template, head: `<script>${script}</script>` });
  const html = made.html.replace("<!DOCTYPE html>", doctype);
  const site = await hostSite([{ ...made, html }], "");
  page.once("close", () => void site.close());
  await page.goto(`${site.address}host`);
}

/** Runs in a host's page: scrolls to a share of the frame's way through its figure. Resolves with the px that the frame is off its place. */
async function scrollToShare(share: number): Promise<number> {
  const [figure, frame] = [document.querySelector("figure"), document.querySelector("iframe")];
  if (figure === null || frame === null) throw new Error("no embed");
  const { paddingTop, borderTopWidth, height } = getComputedStyle(figure);
  const [zoom, above] = [figure.currentCSSZoom, Number.parseFloat(paddingTop) + Number.parseFloat(borderTopWidth)];
  const way = Number.parseFloat(height) - frame.offsetHeight;
  scrollBy({ top: figure.getBoundingClientRect().top + zoom * (above + way * share), behavior: "instant" });
  for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  return Math.abs(frame.getBoundingClientRect().top);
}

/** Scrolls the embed to its end: the frame is in its place on the way, and the story ends with its figure. */
async function expectPinnedToEnd(page: Page, frame: Frame): Promise<void> {
  const story = new StoryPage(frame);
  for (const share of [0.3, 0.6, 1]) {
    expect(await page.evaluate(scrollToShare, share), `px off its place at ${share}`).toBeLessThanOrEqual(1);
  }
  const height = await page.evaluate(() => document.querySelector("iframe")?.getBoundingClientRect().height ?? 0);
  expect(Math.abs(height - 800)).toBeLessThanOrEqual(1);
  const end = await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(() => story.scrollOffset()).toBeGreaterThanOrEqual(end - 2);
}

async function reached(page: Page): Promise<Frame> {
  await page.locator("figure").first().scrollIntoViewIfNeeded();
  const frame = await embedded(page);
  await unfolded(page);
  await page.evaluate(scrollToShare, 0);
  await painted(frame);
  return frame;
}

/** The loader has looked and asked, and then taken its frame away: the figure is as it was. */
async function expectFigure(page: Page): Promise<void> {
  await page.locator("figure").scrollIntoViewIfNeeded();
  await page.mouse.move(500, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 1);
    await expect(page.locator("iframe")).toHaveCount(0, { timeout: 100 });
  }).toPass();
  expect(await page.evaluate(figureParts)).toEqual({ link: true, frames: 0 });
  await expect(page.locator("figure")).toHaveCSS("visibility", "visible");
}

const PINNED: Readonly<Record<string, Special>> = {
  "reveals the figure by its inline style when it is reached": {
    attributes: ' style="opacity:0;transform:translateY(40px)"',
    script: `addEventListener("load",()=>new IntersectionObserver(([seen])=>{if(seen.isIntersecting)Object.assign(seen.target.style,{opacity:"1",transform:""})}).observe(document.querySelector("figure")))`,
  },
  "zooms its page": { style: "body{zoom:1.25}" },
  "zooms its page while the story is read": {
    script: `addEventListener("message",()=>{document.body.style.zoom=1.5},{once:true})`,
  },
  "pads and borders the figure": {
    style: "*{box-sizing:border-box}figure{padding:24px 30px;border:4px solid #ddd}",
  },
  "pads the figure in a clipped card": {
    style: "*{box-sizing:border-box}figure{padding:24px 30px;border:4px solid #ddd}.page{overflow:hidden}",
    before: '<div class="page">',
    after: "</div>",
  },
  "animates every change of every element": { style: "*{transition:all .4s}" },
  "has no doctype": { doctype: "" },
  "scrolls smoothly": { style: "html{scroll-behavior:smooth}" },
  "lays figures out as a grid": { style: "figure{display:grid;gap:8px}" },
  "lays figures out in a row": { style: "figure{display:flex}" },
  "lays figures out in a column": { style: "figure{display:flex;flex-direction:column;align-items:center}" },
  "centres figures as tables": { style: "figure{display:table;margin:0 auto}" },
  "floats figures": { style: "figure{float:left;width:100%}article::after{content:'';display:block;clear:both}" },
  "sets another base": { before: '<base href="https://example.org/" target="_blank">' },
};

for (const [special, template] of Object.entries(PINNED))
  test(`a host that ${special} has the story pinned, to its end`, async ({ page, sites }) => {
    await open(page, sites, template);
    const frame = await reached(page);
    await expect(page.locator("figure")).toHaveCSS("opacity", "1");
    await expectPinnedToEnd(page, frame);
    const { left, width, inner } = await page.evaluate(() => {
      const [figure, iframe] = [document.querySelector("figure"), document.querySelector("iframe")];
      if (figure === null || iframe === null) throw new Error("no embed");
      const [around, box, style] = [
        figure.getBoundingClientRect(),
        iframe.getBoundingClientRect(),
        getComputedStyle(figure),
      ];
      const inset = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth);
      return { left: box.left - around.left - inset, width: box.width, inner: around.width - 2 * inset };
    });
    expect(Math.abs(left), "px beside its place").toBeLessThanOrEqual(1);
    expect(Math.abs(width - inner), "px too wide or too narrow").toBeLessThanOrEqual(1);
  });

const wrapping = (style: string): string =>
  `new MutationObserver(()=>{for(const one of document.querySelectorAll("figure>iframe")){const box=document.createElement("div");box.style.cssText="${style}";one.before(box);box.append(one)}}).observe(document,{childList:true,subtree:true})`;

const LEFT: Readonly<Record<string, Special>> = {
  "wraps every frame in a box of a ratio": { script: wrapping("position:relative;padding-top:56.25%") },
  "hides every frame": {
    script: `addEventListener("scroll",()=>document.querySelector("iframe")?.style.setProperty("display","none","important"))`,
  },
  "caps its figures": { style: "figure{max-height:500px;overflow:hidden}" },
  "scales its page down": { style: "article{transform:scale(.8)}" },
  "cuts its article off until it is asked for the rest": {
    style: ".page{max-height:1200px;overflow:hidden}",
    before: `<div class="page">${filler(4)}`,
    after: "</div>",
  },
  "is a slide of one screen": {
    style: ".page{height:100vh;overflow:hidden}",
    before: '<div class="page">',
    after: "</div>",
  },
};

for (const [special, template] of Object.entries(LEFT))
  test(`a host that ${special} keeps its figure`, async ({ page, sites }) => {
    await open(page, sites, template);
    await expectFigure(page);
  });

test("markup that a host has taken from an embedded figure becomes one live embed again", async ({ page, sites }) => {
  await open(page, sites, {});
  await reached(page);
  await page.evaluate(() => {
    const article = document.querySelector("article");
    const parsed = new DOMParser().parseFromString(article?.outerHTML ?? "", "text/html").querySelector("article");
    if (parsed !== null) article?.replaceWith(parsed);
  });
  const frame = await reached(page);
  await expect(page.locator("iframe")).toHaveCount(1);
  await expectPinnedToEnd(page, frame);
  await page.evaluate(() => document.querySelector("iframe")?.remove());
  await page.evaluate(() => scrollBy(0, 1));
  await expectFigure(page);
});

for (const [attributes, theme] of [
  ["", ""],
  [' data-theme="night"', "night"],
] as const)
  test(`the frame of a figure with the theme "${theme}" is asked for no other`, async ({ page, sites }) => {
    await open(page, sites, { attributes });
    await page.locator("figure").scrollIntoViewIfNeeded();
    const frame = await embedded(page);
    expect(new URL(frame.url()).searchParams.get("theme")).toBe(theme);
  });

test("a figure in mode inline with a step has the frame of its picture", async ({ page, sites }) => {
  await open(page, sites, { attributes: ' data-mode="inline" data-chapter="dawn" data-step="boats"' });
  await page.locator("figure").scrollIntoViewIfNeeded();
  await expect(page.locator("iframe")).toHaveAttribute("src", /\/embed\/dawn\/boats\/\?mode=article/);
  await expect(page.locator("harbour-story")).toHaveCount(0);
});

const BREAKING = {
  "replaces attachShadow": "Element.prototype.attachShadow=()=>{throw new TypeError('of an old polyfill')}",
  "defines elements in its own way": "customElements.define=()=>{throw new TypeError('of an old polyfill')}",
};

for (const [special, script] of Object.entries(BREAKING))
  test(`a host whose library ${special} has the frame in place of the element`, async ({ page, realSites }) => {
    await open(page, realSites, { attributes: ' data-mode="inline"', script }, "anyuan");
    await expectPinnedToEnd(page, await reached(page));
    await expect(page.locator("anyuan-story")).toHaveCount(0);
  });

/**
 * Opens a host whose figure, kept as `document.figure`, leaves the page while the element's script is on its way. The
 * returned function lets the request be answered.
 */
async function removeFigureBeforeAnswer(
  page: Page,
  sites: TwoSites,
  respond: (route: Route) => Promise<void>,
): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((done) => (release = done));
  await page.route(/\/inline\.js$/, async (route) => {
    await released;
    await respond(route);
  });
  const asked = page.waitForRequest(/\/inline\.js$/);
  await open(page, sites, { attributes: ' data-mode="inline"' });
  await asked;
  await page.evaluate(() => {
    const figure = document.querySelector("figure");
    Object.assign(document, { figure });
    figure?.remove();
  });
  return () => release();
}

test("a figure that comes after the script found no other shows its story", async ({ page, sites }) => {
  const answer = await removeFigureBeforeAnswer(page, sites, (route) => route.continue());
  answer();
  await page.evaluate((address) => import(address).then(() => undefined), `${sites.story.address}embed/v1/inline.js`);
  await page.evaluate(() => {
    const figure: unknown = Reflect.get(document, "figure");
    if (figure instanceof Element) document.body.append(figure);
  });
  await expect(page.locator("harbour-story").locator(PARTS.step).first()).toBeAttached();
});

test("a figure that is gone before its element's script fails gets no frame", async ({ page, sites }) => {
  const refuse = await removeFigureBeforeAnswer(page, sites, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/inline.js"));
  refuse();
  await failed;
  // Its own import of the same script fails after the loader's.
  await page.evaluate((address) => import(address).catch(() => undefined), `${sites.story.address}embed/v1/inline.js`);
  const left = await page.evaluate(() => {
    const figure: unknown = Reflect.get(document, "figure");
    if (!(figure instanceof Element)) throw new Error("no figure");
    return { frames: figure.querySelectorAll("iframe").length, links: figure.querySelectorAll("a").length > 0 };
  });
  expect(left).toEqual({ frames: 0, links: true });
});

test("an element that a host has kept in its markup tells one story", async ({ page, sites }) => {
  await open(page, sites, { attributes: ' data-mode="inline"' });
  const drawn = page.locator("harbour-story .stage svg[data-position]");
  await page.locator("figure").first().scrollIntoViewIfNeeded();
  await expect(drawn).toHaveCount(1);
  await page.evaluate(() => {
    const article = document.querySelector("article");
    const parsed = new DOMParser().parseFromString(article?.outerHTML ?? "", "text/html").querySelector("article");
    if (parsed !== null) article?.replaceWith(parsed);
  });
  await expect(page.locator("harbour-story")).toHaveCount(1);
  await expect(drawn).toHaveCount(1);
});

test("a host whose library replaces Array.from shows the story", async ({ page, realSites }) => {
  const script = "Array.from=(list)=>[].slice.call(list)";
  await open(page, realSites, { attributes: ' data-mode="inline"', script }, "anyuan");
  await page.locator("figure").first().scrollIntoViewIfNeeded();
  const element = page.locator("anyuan-story .stage svg[data-position]");
  await expect(element.or(page.locator("iframe"))).toBeVisible();
});
