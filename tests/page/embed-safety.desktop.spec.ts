import { expect, type Frame, type Page, test } from "@playwright/test";
import fc from "fast-check";
import { VERSION } from "../../src/embed/protocol.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { embedded, unfolded } from "./embedded.ts";

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites("pattern");
});
test.afterAll(() => sites.close());

test.use({ viewport: { width: 1000, height: 800 } });

const word = fc.oneof(
  fc.constantFrom(VERSION, "y", "vis", "height", "goto", "step", "err", "frame", "stack", "constructor", "\u202e"),
  fc.constantFrom("<img src=x onerror=alert(1)>", "javascript:alert(1)", "https://example.org/", "长".repeat(2000)),
);
const amount = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 0, 1, 1e9, null), word);
const message = fc.oneof(
  fc.record(
    { v: word, t: word, n: amount, mode: word, top: amount, svh: amount, value: amount, secret: word },
    { requiredKeys: [] },
  ),
  word.filter((one) => one !== VERSION),
  fc.array(amount, { maxLength: 3 }),
  amount.filter((one) => one !== VERSION),
);

test("ten thousand hostile messages, from wrong windows and the right ones, change nothing and throw nothing", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${sites.address}H1-clean`);
  await page.locator("figure").scrollIntoViewIfNeeded();
  const frame = await embedded(page);
  await unfolded(page);
  await page.evaluate(() => {
    scrollBy(0, (document.querySelector("figure")?.getBoundingClientRect().top ?? 0) + 3000);
    const stranger = document.createElement("iframe");
    stranger.hidden = true;
    document.body.append(stranger);
  });
  const stranger = page.frames().find((one) => one !== frame && one !== page.mainFrame());
  if (stranger === undefined) throw new Error("no stranger");
  await expect.poll(() => frame.evaluate(() => scrollY)).toBe(3000);

  async function state(): Promise<unknown> {
    return [
      await page.evaluate(() => [
        scrollY,
        location.href,
        document.querySelector("figure")?.outerHTML,
        Object.keys(window).filter((name) => !/^\d+$/.test(name)),
      ]),
      await frame.evaluate(() => [scrollY, location.href, document.documentElement.outerHTML.length]),
      page.frames().length,
    ];
  }

  const before = await state();
  const messages = fc.sample(message, { seed: 5, numRuns: 10_000 });
  const post = async (from: Page | Frame, to: "host" | "embed", some: readonly unknown[]): Promise<void> =>
    from.evaluate(
      ([target, all]) => {
        const window = target === "host" ? top : top?.frames[0];
        for (const one of all) window?.postMessage(one, "*");
      },
      [to, some] as const,
    );
  await post(page, "host", [VERSION, ...messages.slice(0, 2000)]);
  await post(stranger, "host", [VERSION, ...messages.slice(2000, 4000)]);
  await post(frame, "host", messages.slice(4000, 6000));
  await post(stranger, "embed", messages.slice(6000, 8000));
  await post(page, "embed", messages.slice(8000));
  // Whatever they set going has its time.
  await page.waitForTimeout(500);
  expect(await state()).toEqual(before);
  await page.mouse.move(500, 400);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => frame.evaluate(() => scrollY)).toBe(3300);
  expect(faults).toEqual([]);
});
