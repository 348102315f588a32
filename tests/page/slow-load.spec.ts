import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { recordShifts, shifts } from "./layout-shifts.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

/** After each of these a page's sending halts until the browser has painted what has come. */
const HALTS = [
  '<details class="mode-menu">',
  "<summary>",
  "<ol><li>",
  "<span>壹</span>",
  "<span>贰</span>",
  '<div class="text">',
  '<details class="data">',
  "<figure>",
];

/** A page in pieces, each with a comment at its end that tells its number. */
function pieces(html: string): readonly string[] {
  const body = html.indexOf("<body>");
  const ends = HALTS.map((halt) => {
    const at = html.indexOf(halt, body);
    if (at < 0) throw new Error(`${halt} is not in the page`);
    return at + halt.length;
  }).sort((a, b) => a - b);
  return [0, ...ends].map((from, index) => `${html.slice(from, ends[index])}<!--piece ${index}-->`);
}

/** Runs in the page: tells if a piece has been parsed. */
function parsed(index: number): boolean {
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) if (comments.currentNode.nodeValue === `piece ${index}`) return true;
  return false;
}

for (const path of ["night/ships/", "dawn/boats/"])
  test(`nothing of ${path} moves while it comes piece by piece`, async ({ page, story, baseURL }) => {
    const site = baseURL ?? "";
    const html = await (await fetch(site + path)).text();
    let begin: (response: ServerResponse) => void = () => undefined;
    const begun = new Promise<ServerResponse>((done) => (begin = done));
    const slow = createServer((_, response) => begin(response)).listen(0, "127.0.0.1");
    await once(slow, "listening");
    const bound = slow.address();
    if (bound === null || typeof bound === "string") throw new Error("the server has no port");
    const home = `http://127.0.0.1:${bound.port}/`;
    await page.route(`${home}**`, (route) => {
      const url = route.request().url();
      return url === home + path ? route.fallback() : route.continue({ url: site + url.slice(home.length) });
    });
    await recordShifts(page);
    const committed = page.goto(home + path, { waitUntil: "commit" });
    const response = await begun;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    for (const [index, piece] of pieces(html).entries()) {
      response.write(piece);
      await committed;
      await page.waitForFunction(parsed, index);
      await story.painted();
    }
    response.end();
    await story.settled();
    expect(await shifts(page)).toEqual([]);
    slow.closeAllConnections();
    slow.close();
  });
