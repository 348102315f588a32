import { expect, type Frame, type Locator, type Page } from "@playwright/test";

/** Ids of all steps, in reading order. */
export function stepIds(page: Page): Promise<readonly string[]> {
  return page.$$eval(".step", (steps) => steps.map((step) => step.getAttribute("data-step") ?? ""));
}

/** Document y that puts the deciding line at `progress` of step `index`, px. */
export function placeOf(page: Page, index: number, progress: number): Promise<number> {
  return page.evaluate(
    ([i, share]) => {
      const box = document.querySelectorAll(".step")[i ?? 0]?.getBoundingClientRect();
      const line = document.querySelector<HTMLElement>(".stage .line")?.offsetTop ?? 0;
      return box === undefined ? 0 : Math.round(box.top + scrollY + box.height * (share ?? 0) - line);
    },
    [index, progress],
  );
}

/** Scrolls at once, passing nothing between. */
export async function jump(page: Page | Frame, y: number): Promise<void> {
  await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), y);
}

/** Waits until the picture has come to where the reader is. */
export async function settled(page: Page | Frame): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      ),
  );
  await page.waitForFunction(() => document.querySelector(".stage svg")?.getAttribute("data-settled") === "true");
}

/** Waits until what scrolls by itself, thrown by a finger or sent by a key, has come to rest; `place` says where it is, px. */
export async function atRest(page: Page, place: () => Promise<number>): Promise<void> {
  await expect
    .poll(async () => {
      const before = await place();
      await page.waitForTimeout(200);
      return (await place()) - before;
    })
    .toBe(0);
}

/** The stage as it is drawn, attributes in order of name. */
export function drawn(page: Page | Frame): Promise<string> {
  return page.evaluate(() => {
    const lines: string[] = [];
    for (const node of document.querySelectorAll(".stage svg *")) {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      lines.push(`${node.localName} ${attributes.join(" ")} ${node.localName === "text" ? node.textContent : ""}`);
    }
    return lines.join("\n");
  });
}

/** A rectangle in the window, px. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the stage's grains are that can be seen, each of them a subpath of the few paths that draw them. */
export function grainBoxes(page: Page): Promise<readonly Rectangle[]> {
  return page.evaluate(() => {
    const stage = document.querySelector<SVGSVGElement>(".stage svg");
    const view = stage?.getScreenCTM() ?? new DOMMatrix();
    const paths = [...(stage?.querySelectorAll("g:nth-of-type(2) path") ?? [])];
    return paths
      .filter((path) => Number(path.getAttribute("opacity") ?? 1) > 0.3)
      .flatMap((path) => [...(path.getAttribute("d") ?? "").matchAll(/M(\S+) ([^a]+)a(\S+)/g)])
      .map((found) => {
        const [left = 0, middle = 0, r = 0] = found.slice(1).map(Number);
        const from = new DOMPoint(left, middle - r).matrixTransform(view);
        const to = new DOMPoint(left + 2 * r, middle + r).matrixTransform(view);
        return { left: from.x, top: from.y, right: to.x, bottom: to.y };
      });
  });
}

/** Which step's picture is shown. */
export function shownStep(page: Page): Promise<string | null> {
  return page.locator(".stage svg").getAttribute("data-step");
}

/** Faults and foreign requests of a page, from now on. */
export function watchFaults(page: Page, site: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    // Said by the test's own browser, which lets no worker in where requests are watched.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (message.type() === "error" || message.type() === "warning") faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site) && !url.startsWith("data:")) faults.push(`foreign request: ${url}`);
  });
  return faults;
}

/** Presses the middle of what is there: with a finger on a phone, with the mouse on a desktop. */
export async function press(page: Page, what: Locator, isMobile: boolean): Promise<void> {
  const box = await what.boundingBox();
  if (box === null) throw new Error("nothing to press");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await (isMobile ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
}

/** Writes down every layout shift of the page's next load, with what moved. */
export async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(document, { shifts });
    const told = (part: unknown): string =>
      part instanceof DOMRectReadOnly ? [part.x, part.y, part.width, part.height].join(" ") : "";
    const moved = (source: object): string => {
      const node: unknown = Reflect.get(source, "node");
      const name = node instanceof Element ? `${node.localName} ${node.getAttribute("class") ?? ""}` : "a text";
      return `${name}: ${told(Reflect.get(source, "previousRect"))} → ${told(Reflect.get(source, "currentRect"))}`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: unknown = Reflect.get(entry, "sources");
        shifts.push(
          `${String(Reflect.get(entry, "value"))} ${Array.isArray(sources) ? sources.map(moved).join(", ") : ""}`,
        );
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The shifts so far, one a line. */
export function shifts(page: Page): Promise<unknown> {
  return page.evaluate((): unknown => Reflect.get(document, "shifts"));
}
