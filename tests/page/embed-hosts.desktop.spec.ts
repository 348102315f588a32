import { mkdir, writeFile } from "node:fs/promises";
import { expect, type Frame, type Page, test } from "@playwright/test";
import { hosts } from "../embed/hosts/hosts.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { embedded, unfolded } from "./embedded.ts";
import { countShifts, drawn, jump, settled, shifts, stepIds } from "./reading.ts";

const CHAPTER = "pattern";
/** Where each host is kept as it looked at the end of its test. */
const SHOTS = "test-results/embed-hosts";
/** Said by a browser of what a host itself does, by what is shown: of a frame that it refuses as its policy says. */
const REFUSED = /frame-src|refused to connect|Content Security Policy directive/i;
/** Said of a font that a site without headers does not let out; the system's is read then. */
const NO_FONT = /Access to font at|net::ERR_FAILED/;
/** A host that keeps room for the embed from the start. */
const RESERVED = "H27-first-screen";

let sites: TwoSites;

test.beforeAll(async () => {
  await mkdir(SHOTS, { recursive: true });
  sites = await twoSites(CHAPTER);
});

test.afterAll(async () => {
  await writeFile(`${SHOTS}/index.html`, contactSheet());
  await sites.close();
});

test.use({ viewport: { width: 1000, height: 800 } });

/** All hosts on one page, for looking. */
function contactSheet(): string {
  const cells = sites.pages.map(
    ({ name, shown }) =>
      `<figure><img src="${name}.png" width="400" height="320" alt=""><figcaption>${name}: ${shown}</figcaption></figure>`,
  );
  return `<!DOCTYPE html><meta charset="utf-8"><title>Hosts</title><style>figure{display:inline-block;margin:6px}</style>${cells.join("")}`;
}

/** What of a host's page no embed may change. */
function kept(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    names: Object.keys(window).filter((name) => !/^\d+$/.test(name)),
    sheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    styles: [document.documentElement, document.body, ...document.querySelectorAll("article, h1, p:first-of-type")].map(
      (node) => {
        const { color, fontSize, lineHeight, overflow, position, transform, width } = getComputedStyle(node);
        const { left } = node.getBoundingClientRect();
        return [color, fontSize, lineHeight, overflow, position, transform, width, left, node.getAttribute("style")];
      },
    ),
  }));
}

interface Seen {
  /** Of the frame from where it is to be pinned, px; how often it was seen pinned. */
  readonly off: number;
  readonly pinned: number;
  /** Ticks of the wheel that moved nothing. */
  readonly swallowed: number;
}

/** Turns the wheel over the middle of the window until the figure is past, and watches the frame in every frame of the screen. */
async function ride(page: Page, frame: Frame, top: number): Promise<Seen> {
  await page.evaluate((edge) => {
    const seen = { off: 0, pinned: 0 };
    Object.assign(document, { seen });
    // As it was drawn: when every callback of its frame has run.
    const look = (): void => {
      requestAnimationFrame(() => setTimeout(look));
      const [figure, frame] = [document.querySelector("figure"), document.querySelector("iframe")];
      if (figure && frame) {
        const [around, box] = [figure.getBoundingClientRect(), frame.getBoundingClientRect()];
        if (around.top < edge - 1 && around.bottom > edge + box.height + 1) {
          seen.pinned += 1;
          seen.off = Math.max(seen.off, Math.abs(box.top - edge));
        }
      }
    };
    look();
  }, top);
  const place = (): Promise<number> =>
    page.evaluate(() => document.querySelector("figure")?.getBoundingClientRect().top ?? 0);
  const end = await page.evaluate(
    () => -(document.querySelector("figure")?.getBoundingClientRect().height ?? 0) + innerHeight * 0.8,
  );
  await page.mouse.move(500, 400);
  let before = await place();
  let swallowed = 0;
  for (let tick = 0; before > end && tick < 80; tick += 1) {
    await page.mouse.wheel(0, 300);
    await expect
      .poll(place, { intervals: [16, 16, 30, 50], timeout: 1500 })
      .toBeLessThan(before - 1)
      .catch(() => (swallowed += 1));
    before = await place();
    // A browser draws no frames for what is off the screen.
    await frame.evaluate(
      () =>
        new Promise<void>((done) => {
          setTimeout(done, 200);
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        }),
    );
  }
  const seen = await page.evaluate((): unknown => Reflect.get(document, "seen"));
  return { ...Object(seen), swallowed };
}

for (const { name, shown, top } of hosts("http://127.0.0.1/", "http://127.0.0.1/", CHAPTER)) {
  test(`${name}: ${shown}`, async ({ page }) => {
    const faults: string[] = [];
    await countShifts(page);
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      const expected = shown === "poster" ? REFUSED : name === "H16-no-cors" ? NO_FONT : /^$/;
      if (["error", "warning"].includes(message.type()) && !expected.test(message.text()))
        faults.push(`${message.text()} ${message.location().url}`);
    });
    const address = sites.address + name;
    await page.route("**/loader.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
    await page.goto(address);
    const before = await kept(page);
    await page.unroute("**/loader.js");
    await page.goto(address);
    await page.locator("figure, iframe").first().scrollIntoViewIfNeeded();
    if (shown === "poster") {
      await expect(page.locator("figure a")).toBeVisible();
      await expect(page.locator("iframe:visible")).toHaveCount(0);
    } else {
      const frame = await embedded(page);
      if (shown === "cards") {
        await frame.locator('[data-turn="1"]').click();
        await expect(frame.locator(".pager b")).toHaveText(/^2 \//);
        const y = await page.evaluate(() => scrollY);
        await page.locator("iframe").hover();
        await page.mouse.wheel(0, 300);
        await expect.poll(() => page.evaluate(() => scrollY)).toBe(y + 300);
        await expect(frame.locator(".pager b")).toHaveText(/^2 \//);
      } else {
        await unfolded(page);
        await frame.evaluate(() => {
          const steps = new Set<string | null>();
          Object.assign(document, { steps });
          const stage = document.querySelector(".stage svg");
          new MutationObserver(() => steps.add(stage?.getAttribute("data-step") ?? null)).observe(document, {
            attributes: true,
            subtree: true,
            attributeFilter: ["data-step"],
          });
          steps.add(stage?.getAttribute("data-step") ?? null);
        });
        const seen = await ride(page, frame, top);
        expect(seen.swallowed, "ticks swallowed").toBe(0);
        if (shown !== "stack") {
          expect(seen.pinned).toBeGreaterThan(20);
          expect(seen.off, "px off its place").toBeLessThanOrEqual(1);
          if (shown === "sticky") await expect(page.locator("iframe")).toHaveCSS("position", "sticky");
          const ids = await frame.$$eval(".step", (steps) => steps.map((step) => step.getAttribute("data-step")));
          const passed = (): Promise<readonly unknown[]> =>
            frame.evaluate(() => {
              const steps: unknown = Reflect.get(document, "steps");
              return steps instanceof Set ? [...steps] : [];
            });
          // In reading order, from the first to the last; a busy machine may pass one between two of its frames, and be late at the end.
          await expect.poll(async () => (await passed()).at(-1)).toBe(ids.at(-1));
          const came = await passed();
          expect(came).toEqual(ids.filter((id) => came.includes(id)));
          expect(came[0]).toBe(ids[0]);
          await alike(page, frame);
        } else {
          await expect(frame.locator("html")).toHaveAttribute("data-mode", "article");
          await slipBeside(frame);
        }
      }
    }
    expect(await kept(page)).toEqual(before);
    if (name === RESERVED) expect(await shifts(page), "shifts of layout").toEqual([]);
    expect(faults).toEqual([]);
    await page.screenshot({ path: `${SHOTS}/${name}.png` });
  });
}

/** In a frame as tall as its story, a slip opens where its number is. */
async function slipBeside(frame: Frame): Promise<void> {
  const links = frame.locator('.step a[href^="#fact-"]');
  for (const index of [0, (await links.count()) - 1]) {
    const link = links.nth(index);
    await link.click();
    const slip = frame.locator("dialog[open]");
    await slip.evaluate((open) =>
      Promise.all(open.getAnimations().map(({ finished }) => finished)).then(() => undefined),
    );
    const [from, box] = [await link.boundingBox(), await slip.boundingBox()];
    if (from === null || box === null) throw new Error("no slip");
    const apart = Math.max(box.y - (from.y + from.height), from.y - (box.y + box.height));
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThan(40);
    expect(box.height).toBeGreaterThan(100);
    await frame.getByRole("button", { name: "收起" }).click();
    await expect(slip).toHaveCount(0);
  }
}

/** Back in the middle of the embed: its document is scrolled as far as the host is in it, and its picture is that of the document by itself there. */
async function alike(page: Page, frame: Frame): Promise<void> {
  await page.evaluate(() => {
    const [figure, box] = [document.querySelector("figure"), document.querySelector("article")];
    const middle = (figure?.getBoundingClientRect().top ?? 0) + (figure?.offsetHeight ?? 0) * 0.55;
    (box && box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY === "auto"
      ? box
      : window
    ).scrollBy(0, middle);
  });
  const into = await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const [frame, figure] = ["iframe", "figure"].map(
      (name) => document.querySelector(name)?.getBoundingClientRect().top,
    );
    return Math.round((frame ?? 0) - (figure ?? 0));
  });
  await expect.poll(() => frame.evaluate(() => scrollY)).toBe(into);
  const at = await frame.evaluate(() => ({ y: scrollY, width: innerWidth, height: innerHeight }));
  expect(at.y).toBeGreaterThan(2000);
  await settled(frame);
  const alone = await page.context().newPage();
  await alone.setViewportSize({ width: at.width, height: at.height });
  await alone.goto(`${sites.story.address}embed/${CHAPTER}/?mode=frame`);
  await alone.waitForFunction(() => document.querySelector(".stage svg")?.hasAttribute("data-shown"));
  await jump(alone, at.y);
  await settled(alone);
  expect((await stepIds(alone)).length).toBeGreaterThan(5);
  await expect.poll(() => drawn(frame)).toBe(await drawn(alone));
  await alone.close();
}
