import type { Frame, Page } from "@playwright/test";
import fc from "fast-check";
import { MAX_HEIGHT, VERSION } from "../../src/core/embed/protocol.ts";
import { embedded, unfolded } from "./embed-page.ts";
import { frameOffset, framesDrawn, HOST_WINDOW } from "./embed-scroll.ts";
import { test } from "./host-sites.ts";
import { STATES } from "./parts.ts";
import { StoryPage } from "./story-page.ts";
import { expect } from "./story-test.ts";

test.use({ viewport: HOST_WINDOW });

/** How many random messages a test sends; `tests/embed/protocol.test.ts` gives ten thousand to the functions that read them. */
const AMOUNTS = [
  { amount: 500, tag: [] },
  { amount: 10_000, tag: ["@wide"] },
];

const WORDS = [
  VERSION,
  "y",
  "visible",
  "height",
  "scroll",
  "step",
  "error",
  "frame",
  "article",
  "constructor",
  "\u202e",
];
const HOSTILE = ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "https://example.org/", "长".repeat(2000)];

const word = fc.constantFrom(...WORDS, ...HOSTILE);
const length = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 0, 1, 1e9, null), word);
const message = fc.oneof(
  fc.record(
    { v: word, type: word, value: length, mode: word, top: length, svh: length, secret: word },
    { requiredKeys: [] },
  ),
  word.filter((one) => one !== VERSION),
  fc.array(length, { maxLength: 3 }),
  length.filter((one) => one !== VERSION),
);

/** Every word of the protocol and every hostile one in every field that is read, then random messages. */
function hostileMessages(seed: number, amount: number): readonly unknown[] {
  const words = [...WORDS, ...HOSTILE];
  const named = words.flatMap((type) => [1, 700, null, type].map((value) => ({ type, value })));
  const welcomes = words.map((mode) => ({ v: VERSION, mode, top: 0, svh: 700 }));
  return [...named, ...welcomes, ...words.slice(1), ...fc.sample(message, { seed, numRuns: amount })];
}

/** The type of a message that has one. */
function typeOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "type" in data ? data.type : undefined;
}

function watchErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("dialog", (dialog) => {
    errors.push(dialog.message());
    void dialog.dismiss();
  });
  return errors;
}

/** Names on the page's window, but for those of its frames. */
function windowNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Object.keys(window).filter((name) => !/^\d+$/.test(name)));
}

/** Counts the messages that reach a window; its other listeners have heard each of them before. */
async function countMessages(target: Page | Frame): Promise<void> {
  await target.evaluate(() => {
    Object.assign(document, { heard: 0 });
    addEventListener("message", () => Object.assign(document, { heard: Number(Reflect.get(document, "heard")) + 1 }));
  });
}

for (const { amount, tag } of AMOUNTS)
  test(
    `${amount} hostile messages between host, embed and a third window change nothing and throw nothing`,
    { tag },
    async ({ page, sites }) => {
      const errors = watchErrors(page);
      await page.goto(`${sites.address}H1-clean`);
      await page.locator("figure").scrollIntoViewIfNeeded();
      const frame = await embedded(page);
      await unfolded(page);
      await page.evaluate(() => {
        scrollBy(0, (document.querySelector("figure")?.getBoundingClientRect().top ?? 0) + 1500);
        const stranger = document.createElement("iframe");
        stranger.hidden = true;
        // Its origin is that of an embed whose origin was taken: only the window tells them apart.
        stranger.sandbox.add("allow-scripts");
        document.body.append(stranger);
      });
      const stranger = page.frames().find((one) => one !== frame && one !== page.mainFrame());
      if (stranger === undefined) throw new Error("no stranger");
      await expect.poll(() => frameOffset(frame)).toBe(1500);
      const story = new StoryPage(frame);
      await story.settled();
      await story.numberLinksPlaced();

      const state = async (): Promise<unknown> => [
        await page.evaluate(() => [scrollY, location.href, document.querySelector("figure")?.outerHTML]),
        await windowNames(page),
        await frame.evaluate(() => [scrollY, location.href, document.documentElement.outerHTML.length]),
        page.frames().length,
      ];
      const before = await state();
      for (const target of [page, frame]) await countMessages(target);
      const messages = hostileMessages(5, amount);
      const expected = { host: 0, embed: 0 };
      /** Sends every fifth message, from the `part`th on, from one window to another. */
      const post = async (part: number, from: Page | Frame, to: "host" | "embed", first: readonly unknown[] = []) => {
        const some = [...first, ...messages.filter((_, index) => index % 5 === part)];
        expected[to] += some.length;
        await from.evaluate(
          ([target, all]) => {
            const window = target === "host" ? top : top?.frames[0];
            for (const one of all) window?.postMessage(one, "*");
          },
          [to, some] as const,
        );
      };
      await post(0, page, "host", [VERSION]);
      await post(1, stranger, "host", [VERSION]);
      await post(2, frame, "host");
      await post(3, stranger, "embed");
      await post(4, page, "embed");
      for (const [target, count] of [
        [page, expected.host],
        [frame, expected.embed],
      ] as const)
        await expect.poll(() => target.evaluate((): unknown => Reflect.get(document, "heard"))).toBe(count);
      for (const target of [page, frame]) await framesDrawn(target, 3);
      expect(await state()).toEqual(before);
      await page.mouse.move(500, 400);
      await page.mouse.wheel(0, 300);
      await expect.poll(() => frameOffset(frame)).toBe(1800);
      expect(errors).toEqual([]);
    },
  );

/** Attempts of an embed that somebody has taken over: every word of the protocol over its port, then its host itself. */
const TAKEN_OVER = (messages: readonly unknown[]): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>taken over</title><body style="height:900000px"><script>
    const messages = ${JSON.stringify(messages).replaceAll("<", "\\u003c")};
    const tried = (what, act) => { try { tries[what] = String(act()); } catch (error) { tries[what] = error.name; } };
    const tries = {};
    Object.assign(document, { tries });
    addEventListener("message", ({ ports: [port] }) => {
      document.tell = (message) => port.postMessage(message);
      for (const message of messages) port.postMessage(message);
      for (const n of [1e9, -1, ${MAX_HEIGHT}, "9", null]) port.postMessage({ type: "height", value: n });
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

test("an embed that is taken over can neither read nor navigate its host, nor outgrow its bounds", async ({
  page,
  sites,
}) => {
  const errors = watchErrors(page);
  // A report that the embed cannot go on is allowed to it: then it is gone.
  const messages = hostileMessages(11, 500);
  await page.route(/\/embed\/\?mode=/, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: TAKEN_OVER(messages) }),
  );
  const address = `${sites.address}H1-clean`;
  await page.goto(address);
  const paragraphs = await page.locator("article > p").count();
  const before = await windowNames(page);
  await page.locator("figure").scrollIntoViewIfNeeded();
  await expect(page.locator("iframe")).toHaveCSS("visibility", "visible");
  const frame = page.frames().find((one) => one.url().includes("/embed/"));
  if (frame === undefined) throw new Error("no embed");
  await expect
    .poll(() => frame.evaluate((): unknown => Reflect.get(document, "tries")))
    .toEqual({
      read: "SecurityError",
      write: "SecurityError",
      navigate: "SecurityError",
      name: "SecurityError",
      grow: "TypeError",
      ask: "false",
      done: "yes",
    });
  // A host that was scrolled away before the last height came does not take it.
  await expect
    .poll(async () => {
      await page.locator("figure").scrollIntoViewIfNeeded();
      await frame.evaluate(`document.tell({ type: "height", value: ${MAX_HEIGHT} })`);
      return page.evaluate(() => document.querySelector("figure")?.offsetHeight);
    })
    .toBe(MAX_HEIGHT);
  expect(page.url()).toBe(address);
  expect(await windowNames(page)).toEqual(before);
  expect((await page.locator("iframe").boundingBox())?.height).toBe(HOST_WINDOW.height);
  await expect(page.locator("article > p")).toHaveCount(paragraphs);
  expect(errors).toEqual([]);
});

for (const { amount, tag } of AMOUNTS)
  test(
    `${amount} senseless orders of a host move nothing in its embed, and right ones scroll it within its bounds`,
    { tag },
    async ({ page, sites }) => {
      const errors = watchErrors(page);
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
      }, `${sites.story.address}embed/?mode=frame`);
      const frame = await embedded(page);
      const order = (orders: readonly unknown[]): Promise<void> =>
        page.evaluate((all) => {
          const port: unknown = Reflect.get(document, "port");
          if (!(port instanceof MessagePort)) throw new Error("not answered");
          for (const one of all) port.postMessage(one);
        }, orders);
      const embed = new StoryPage(frame);
      await expect.poll(() => page.evaluate(() => Reflect.has(document, "port"))).toBe(true);
      await order([{ type: "y", value: 1500 }]);
      await expect.poll(() => frameOffset(frame)).toBe(1500);
      await embed.settled();
      await embed.numberLinksPlaced();
      const state = (): Promise<unknown> =>
        frame.evaluate(() => [scrollY, location.href, document.documentElement.outerHTML.length, Object.keys(window)]);
      const before = await state();
      // None of the protocol's own orders.
      const foreign = hostileMessages(12, amount).filter((one) => !["y", "visible"].includes(String(typeOf(one))));
      expect(foreign.length).toBeGreaterThan(amount / 2);
      const nonsense = [-1, 1e9, "3000", null, {}].flatMap((value) =>
        ["y", "visible"].map((type) => ({ type, value })),
      );
      // A port keeps its order: when the last one is obeyed, all before it have been heard.
      await order([...foreign, ...nonsense, { type: "visible", value: 0 }]);
      await expect(embed.rootElement).toHaveClass(STATES.offScreen);
      await framesDrawn(frame, 3);
      await order([{ type: "visible", value: 1 }]);
      await expect(embed.rootElement).not.toHaveClass(STATES.offScreen);
      expect(await state()).toEqual(before);
      await order([{ type: "y", value: MAX_HEIGHT }]);
      const end = await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      await expect.poll(() => frame.evaluate(() => Math.round(scrollY))).toBe(end);
      expect(errors).toEqual([]);
    },
  );
