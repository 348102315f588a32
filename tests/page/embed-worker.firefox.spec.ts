import { embedded } from "./embed-page.ts";
import { easelState, elementEasels, hostNamed, WORKER_HOSTS } from "./embed-worker.ts";
import { test } from "./host-sites.ts";
import { watchLog } from "./host-state.ts";
import { PARTS } from "./parts.ts";
import { expect } from "./story-test.ts";

test.use({ viewport: { width: 1000, height: 800 } });

for (const { name, by } of WORKER_HOSTS)
  test(`${name}: a worker that begins ${by} draws in the frame`, async ({ page, sites }) => {
    const log = watchLog(page, hostNamed(name));
    await page.goto(sites.address + name);
    await page.locator("figure, iframe").first().scrollIntoViewIfNeeded();
    const frame = await embedded(page);
    await expect.poll(() => frame.evaluate(easelState)).toBe("rest");
    expect(log.faults).toEqual([]);
  });

test("I5-two: a worker draws in both elements", async ({ page, sites }) => {
  const log = watchLog(page, hostNamed("I5-two"));
  await page.goto(`${sites.address}I5-two`);
  await page.locator("article > figure").first().scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(elementEasels, PARTS)).toEqual(["rest", "rest"]);
  expect(log.faults).toEqual([]);
});
