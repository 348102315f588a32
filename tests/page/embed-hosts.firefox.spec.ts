import { expect, type Frame, type Page } from "@playwright/test";
import { type Host, SHOWN } from "../embed/hosts/template.ts";
import { embedded, scrollInto, unfolded } from "./embed-page.ts";
import { FRAME_HOSTS, tagged, test } from "./host-sites.ts";
import { figureParts, happenLater, watchLog } from "./host-state.ts";
import { StoryPage } from "./story-page.ts";

test.use({ viewport: { width: 1000, height: 800 } });

for (const host of FRAME_HOSTS)
  test(`${host.name}: ${SHOWN[host.shown]}`, tagged(host, "firefox"), async ({ page, sites }) => {
    const log = watchLog(page, host);
    await page.goto(sites.address + host.name);
    if (host.changes) await page.evaluate(figureParts).then(() => page.evaluate(happenLater));
    await page.locator("figure, iframe").first().scrollIntoViewIfNeeded();
    if (host.shown === "figure") expect(await page.evaluate(figureParts)).toEqual({ link: true, frames: 0 });
    else await readFrame(page, await embedded(page), host);
    expect(log.faults).toEqual([]);
  });

async function readFrame(page: Page, frame: Frame, { shown, top, changes }: Host): Promise<void> {
  const story = new StoryPage(frame);
  if (shown === "cards") {
    // Through its protocol Firefox takes no pointer into a frame of another process.
    await story.nextCard.dispatchEvent("click");
    await expect(story.pagerCount).toHaveText(/^2 \//);
    return;
  }
  await unfolded(page);
  if (shown === "article") {
    await expect(story.rootElement).toHaveAttribute("data-mode", "article");
    return;
  }
  if (changes) await page.evaluate(happenLater);
  const ids = await story.stepIds();
  for (const [share, id] of [
    [0.01, ids[0]],
    [0.5, undefined],
    [0.99, ids.at(-1)],
  ] as const) {
    const { off, into } = await page.evaluate(scrollInto, { share, top });
    expect(off, "px off its place").toBeLessThanOrEqual(1);
    await expect.poll(() => story.scrollOffset(), "px that the document is scrolled").toBe(into);
    const step = id ?? ids[await story.pictureDue()];
    await expect(story.picture).toHaveAttribute("data-step", step ?? "");
  }
}
