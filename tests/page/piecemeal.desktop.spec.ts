import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { builtSite, serve, type Served } from "../site.ts";
import { countShifts, settled, shifts } from "./reading.ts";

/** After each of these a page's sending halts, long enough for what has come to be painted. */
const HALTS = [
  '<details class="choice">',
  "<summary>",
  "<ol><li>",
  "<span>贰</span>",
  "<span>叁</span>",
  '<div class="words">',
  "<figure>",
];

/** A page in pieces. */
function pieces(html: string): readonly string[] {
  const body = html.indexOf("<body>");
  const ends = HALTS.map((halt) => {
    const at = html.indexOf(halt, body);
    if (at < 0) throw new Error(`${halt} is not in the page`);
    return at + halt.length;
  }).sort((a, b) => a - b);
  return [0, ...ends].map((from, index) => html.slice(from, ends[index]));
}

let site: Served;
test.beforeAll(async () => {
  site = await serve(await builtSite("dist"));
});
test.afterAll(() => site.close());

for (const path of ["coordinate/third-leg/", "environment/firms/"])
  test(`nothing of ${path} moves while it comes piece by piece`, async ({ page }) => {
    const html = await (await fetch(site.address + path)).text();
    let sent = 0;
    const slow = createServer((_, response) => {
      void (async () => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        for (const piece of pieces(html)) {
          response.write(piece);
          sent += 1;
          await pause(200);
        }
        response.end();
      })();
    }).listen(0, "127.0.0.1");
    await once(slow, "listening");
    const place = slow.address();
    if (place === null || typeof place === "string") throw new Error("the server has no port");
    const home = `http://127.0.0.1:${place.port}/`;
    await page.route(`${home}**`, (route) => {
      const url = route.request().url();
      return url === home + path ? route.fallback() : route.continue({ url: site.address + url.slice(home.length) });
    });
    await countShifts(page);
    await page.goto(home + path);
    await settled(page);
    expect(sent).toBe(HALTS.length + 1);
    expect(await shifts(page)).toEqual([]);
    slow.closeAllConnections();
    slow.close();
  });
