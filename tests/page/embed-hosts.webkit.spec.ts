import type { WebDriver } from "selenium-webdriver";
import { hosts } from "../embed/hosts/hosts.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import type { Files } from "../site.ts";
import { expect, test } from "./webkit.ts";

const CHAPTER = "pattern";
/** One of each kind. */
const CHOSEN = ["H1-", "H3-", "H6-", "H18-"];
/** Drawn without a graphics card, ms. */
const PATIENCE = 20_000;

/** Documents for frames as a build for this address writes them, which `published.desktop.spec.ts` proves. */
function at(files: Files, address: string): Files {
  return new Map(
    [...files].map(([path, bytes]) =>
      /^\/embed\/.*index\.html$/.test(path)
        ? [
            path,
            new TextEncoder().encode(
              new TextDecoder().decode(bytes).replaceAll("-src 'self'", `-src 'self' ${address}`),
            ),
          ]
        : [path, bytes],
    ),
  );
}

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites(CHAPTER, at);
});
test.afterAll(() => sites.close());

test.use({ view: { width: 1000, height: 800 } });

/** Scrolls the window until a share of the figure is above it; tells where the frame then is, and how far into the figure. */
async function scrolledTo(
  webkit: WebDriver,
  share: number,
  top: number,
): Promise<readonly [off: number, into: number]> {
  await webkit.executeScript(
    `const [figure, frame] = [document.querySelector("figure"), document.querySelector("iframe")];
     const due = (figure.offsetHeight - frame.offsetHeight - 2 * arguments[1]) * arguments[0];
     scrollBy({ top: figure.getBoundingClientRect().top + due, behavior: "instant" });`,
    share,
    top,
  );
  const place: unknown = await webkit.executeAsyncScript(
    `const done = arguments[0];
     requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => {
       const { top } = document.querySelector("iframe").getBoundingClientRect();
       done([top, Math.round(top - document.querySelector("figure").getBoundingClientRect().top)]);
     })));`,
  );
  if (!Array.isArray(place)) throw new TypeError("the frame has no place");
  return [Number(place[0]), Number(place[1])];
}

/** Runs a script in the embed's own document. */
async function within(webkit: WebDriver, script: string): Promise<unknown> {
  await webkit.switchTo().frame(0);
  const found: unknown = await webkit.executeScript(script);
  await webkit.switchTo().defaultContent();
  return found;
}

for (const { name, shown, top } of hosts("http://127.0.0.1/", "http://127.0.0.1/", CHAPTER))
  if (CHOSEN.some((one) => name.startsWith(one)))
    test(`${name}: ${shown}`, async ({ webkit }) => {
      test.slow();
      const shownStep = 'return document.querySelector(".stage svg").dataset.step';
      await webkit.get(sites.address + name);
      await webkit.executeScript("document.querySelector('figure, iframe').scrollIntoView()");
      await expect.poll(() => webkit.executeScript("return frames.length"), { timeout: PATIENCE }).toBe(1);
      const drawn = 'return document.querySelector(".stage svg")?.hasAttribute("data-shown") ?? false';
      await expect.poll(() => within(webkit, drawn), { timeout: PATIENCE }).toBe(true);
      if (shown === "cards") {
        await within(webkit, `document.querySelector('[data-turn="1"]').click()`);
        await expect
          .poll(() => within(webkit, "return document.querySelector('.pager b').textContent"), { timeout: PATIENCE })
          .toMatch(/^2 \//);
        return;
      }
      await expect
        .poll(() => webkit.executeScript("return document.querySelector('figure').offsetHeight"), { timeout: PATIENCE })
        .toBeGreaterThan(2000);
      expect(await webkit.executeScript("return getComputedStyle(document.querySelector('iframe')).visibility")).toBe(
        "visible",
      );
      if (shown === "stack") {
        expect(await within(webkit, "return document.documentElement.dataset.mode")).toBe("article");
        return;
      }
      const ids: unknown = await within(
        webkit,
        "return [...document.querySelectorAll('.step')].map((step) => step.dataset.step)",
      );
      if (!Array.isArray(ids)) throw new TypeError("the embed has no list of steps");
      for (const [share, id] of [
        [0.01, ids[0]],
        [0.995, ids.at(-1)],
      ] as const) {
        const [off, into] = await scrolledTo(webkit, share, top);
        expect(Math.abs(off - top), "px off its place").toBeLessThanOrEqual(1);
        await expect.poll(() => within(webkit, "return scrollY"), { timeout: PATIENCE }).toBe(into);
        await expect.poll(() => within(webkit, shownStep), { timeout: PATIENCE }).toBe(id);
      }
    });
