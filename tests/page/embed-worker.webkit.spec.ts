import { easelState, elementEasels, WORKER_HOSTS } from "./embed-worker.ts";
import { PARTS } from "./parts.ts";
import { callIn, expect, test, VIEW } from "./webkit-sites.ts";

test.use({ view: VIEW });

for (const { name, by } of WORKER_HOSTS)
  test(`${name}: a worker that begins ${by} draws in the frame`, async ({ webkit, sites }) => {
    await webkit.get(sites.address + name);
    await webkit.executeScript("document.querySelector('figure, iframe').scrollIntoView()");
    await expect.poll(() => webkit.executeScript("return frames.length")).toBe(1);
    await webkit.switchTo().frame(0);
    await expect.poll(() => callIn(webkit, easelState, undefined)).toBe("rest");
  });

test("I5-two: a worker draws in both elements", async ({ webkit, sites }) => {
  await webkit.get(`${sites.address}I5-two`);
  await webkit.executeScript("document.querySelector('figure').scrollIntoView()");
  await expect.poll(() => callIn(webkit, elementEasels, PARTS)).toEqual(["rest", "rest"]);
});
