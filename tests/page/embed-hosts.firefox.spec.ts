import { expect, type Page, test } from "@playwright/test";
import { hosts } from "../embed/hosts/hosts.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { embedded, unfolded } from "./embedded.ts";

const CHAPTER = "pattern";
/** One of each kind, and those whose rules engines read each in their own way. */
const CHOSEN = ["H1-", "H3-", "H4-", "H6-", "H7-", "H8-", "H11-", "H13-", "H16-", "H17-", "H18-", "H24-"];

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites(CHAPTER);
});
test.afterAll(() => sites.close());

test.use({ viewport: { width: 1000, height: 800 } });

/** Scrolls what scrolls the figure until a share of it is above the window; tells where the frame then is. */
function scrolledTo(page: Page, share: number, top: number): Promise<{ readonly off: number; readonly into: number }> {
  return page.evaluate(
    async ([part = 0, edge = 0]) => {
      const [figure, frame] = [document.querySelector("figure"), document.querySelector("iframe")];
      const article = document.querySelector("article");
      if (figure === null || frame === null || article === null) throw new Error("no embed");
      const scrolls = getComputedStyle(article).overflowY === "auto" && article.scrollHeight > article.clientHeight + 1;
      const due = (figure.offsetHeight - frame.offsetHeight - 2 * edge) * part;
      (scrolls ? article : window).scrollBy({ top: figure.getBoundingClientRect().top + due, behavior: "instant" });
      for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
      const { top } = frame.getBoundingClientRect();
      return { off: top, into: Math.round(top - figure.getBoundingClientRect().top) };
    },
    [share, top],
  );
}

for (const { name, shown, top } of hosts("http://127.0.0.1/", "http://127.0.0.1/", CHAPTER))
  if (CHOSEN.some((one) => name.startsWith(one)))
    test(`${name}: ${shown}`, async ({ page }) => {
      const errors: string[] = [];
      page.on("pageerror", ({ message }) => {
        // Firefox asks for a picture that the host's own policy forbids.
        if (!message.includes("/favicon.ico")) errors.push(message);
      });
      await page.goto(sites.address + name);
      await page.locator("figure, iframe").first().scrollIntoViewIfNeeded();
      const frame = await embedded(page);
      if (shown === "cards") {
        // Through its protocol Firefox takes no pointer into a frame of another process.
        await frame.locator('[data-turn="1"]').dispatchEvent("click");
        await expect(frame.locator(".pager b")).toHaveText(/^2 \//);
      } else {
        await unfolded(page);
        if (shown === "stack") await expect(frame.locator("html")).toHaveAttribute("data-mode", "article");
        else {
          const ids = await frame.$$eval(".step", (steps) => steps.map((step) => step.getAttribute("data-step")));
          for (const [share, id] of [
            [0.01, ids[0]],
            [0.5, null],
            [0.995, ids.at(-1)],
          ] as const) {
            const { off, into } = await scrolledTo(page, share, top);
            expect(Math.abs(off - top), "px off its place").toBeLessThanOrEqual(1);
            await expect.poll(() => frame.evaluate(() => scrollY)).toBe(into);
            const stage = frame.locator(".stage svg");
            if (id !== null) await expect(stage).toHaveAttribute("data-step", id ?? "");
          }
        }
      }
      expect(errors).toEqual([]);
    });
