import { expect, type Frame, type Page, test } from "@playwright/test";
import fc from "fast-check";
import { TALLEST, VERSION } from "../../src/embed/protocol.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { embedded, unfolded } from "./embedded.ts";
import { settled } from "./reading.ts";

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

/** What an embed that somebody has taken over tries: every word of the protocol it can think of over its port, then its host itself. */
const TAKEN_OVER = (messages: readonly unknown[]): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>taken over</title><body style="height:900000px"><script>
    const messages = ${JSON.stringify(messages).replaceAll("<", "\\u003c")};
    const tried = (what, act) => { try { tries[what] = String(act()); } catch (error) { tries[what] = error.name; } };
    const tries = {};
    Object.assign(document, { tries });
    addEventListener("message", ({ ports: [port] }) => {
      for (const message of messages) port.postMessage(message);
      for (const n of [1e9, -1, ${TALLEST}, "9", null]) port.postMessage({ t: "height", n });
      tried("read", () => parent.document.title);
      tried("write", () => parent.postMessage.call(parent.document));
      tried("navigate", () => top.location.replace("https://example.org/"));
      tried("name", () => (parent.taken = 1));
      tried("grow", () => (frameElement.style.height = "9e9px"));
      tried("ask", () => confirm("taken over"));
      tries.done = "yes";
    });
    parent.postMessage("${VERSION}", "*");
  </script></body>`;

test("an embed that somebody has taken over can neither read nor navigate its host, nor outgrow its bounds", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => {
    faults.push(dialog.message());
    void dialog.dismiss();
  });
  // That it cannot go on is a thing it may say: then it is gone.
  const messages = fc
    .sample(message, { seed: 11, numRuns: 3000 })
    .filter((one) => !(typeof one === "object" && one !== null && "t" in one && one.t === "err"));
  await page.route("**/embed/pattern/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: TAKEN_OVER(messages) }),
  );
  const address = `${sites.address}H1-clean`;
  await page.goto(address);
  const names = (): Promise<readonly string[]> =>
    page.evaluate(() => Object.keys(window).filter((name) => !/^\d+$/.test(name)));
  const before = await names();
  await page.locator("figure").scrollIntoViewIfNeeded();
  await expect(page.locator("iframe")).toHaveCSS("visibility", "visible");
  const frame = page.frames().find((one) => one.url().includes("/embed/pattern/"));
  if (frame === undefined) throw new Error("no embed");
  const tries = (): Promise<unknown> => frame.evaluate((): unknown => Reflect.get(document, "tries"));
  await expect.poll(tries).toEqual({
    read: "SecurityError",
    write: "SecurityError",
    navigate: "SecurityError",
    name: "SecurityError",
    grow: "TypeError",
    ask: "false",
    done: "yes",
  });
  await expect.poll(() => page.evaluate(() => document.querySelector("figure")?.offsetHeight)).toBe(TALLEST);
  expect(page.url()).toBe(address);
  expect(await names()).toEqual(before);
  expect((await page.locator("iframe").boundingBox())?.height).toBe(800);
  expect(await page.locator("article > p").count()).toBe(44);
  expect(faults).toEqual([]);
});

test("a host that orders nonsense moves its embed's document within its bounds, and no more", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const embed = `${sites.story.address}embed/pattern/?mode=frame`;
  await page.goto(`${sites.address}H22-no-script`);
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement("iframe"), { src, width: "600", height: "700" });
    frame.sandbox.add("allow-scripts");
    addEventListener("message", () => {
      const { port1, port2 } = new MessageChannel();
      Object.assign(document, { port: port1 });
      frame.contentWindow?.postMessage({ v: "story-embed/1", mode: "frame", top: 0, svh: 700 }, "*", [port2]);
    });
    document.body.prepend(frame);
  }, embed);
  const frame = await embedded(page);
  const order = (orders: readonly unknown[]): Promise<void> =>
    page.evaluate((all) => {
      const port: unknown = Reflect.get(document, "port");
      if (!(port instanceof MessagePort)) throw new Error("not answered");
      for (const one of all) port.postMessage(one);
    }, orders);
  await expect.poll(() => page.evaluate(() => Reflect.has(document, "port"))).toBe(true);
  await order([{ t: "y", n: 2500 }]);
  await expect.poll(() => frame.evaluate(() => scrollY)).toBe(2500);
  const state = (): Promise<unknown> =>
    frame.evaluate(() => [scrollY, location.href, document.documentElement.outerHTML.length, Object.keys(window)]);
  await settled(frame);
  const before = await state();
  // What is none of the protocol's own orders.
  const foreign = fc
    .sample(message, { seed: 12, numRuns: 3000 })
    .filter((one) => !(typeof one === "object" && one !== null && "t" in one && (one.t === "y" || one.t === "vis")));
  expect(foreign.length).toBeGreaterThan(2000);
  await order([
    ...foreign,
    ...[-1, 1e9, "3000", null, {}].flatMap((n) => [
      { t: "y", n },
      { t: "vis", n },
    ]),
  ]);
  await page.waitForTimeout(300);
  expect(await state()).toEqual(before);
  await order([{ t: "y", n: TALLEST }]);
  const end = await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(() => frame.evaluate(() => Math.round(scrollY))).toBe(end);
  expect(faults).toEqual([]);
});
