import { once } from "node:events";
import { createServer } from "node:http";
import { ElementStory } from "./element-story.ts";
import { WORKER_BLOCKED } from "./page-faults.ts";
import { NAMES } from "./parts.ts";
import { expect, test as storyTest } from "./story-test.ts";

interface Answer {
  readonly type: string;
  readonly body: string;
  readonly policy?: string | undefined;
}

/** Another site than the story's. */
interface OtherSite {
  readonly address: string;
  /** Replaces the files that it serves, by path. */
  readonly serve: (files: ReadonlyMap<string, Answer>) => void;
}

const TEXT = "宿主自己的正文，与故事无关。".repeat(40);
/** Width of the column that the story stands in, px. */
export const COLUMN = 1200;

export interface HostPage {
  /** Attributes of the story's element. */
  readonly story?: string;
  readonly css?: string;
  /** Attributes of the element round the story. */
  readonly around?: string;
  /** The first script of the page. */
  readonly script?: string;
  /** The page's content security policy; `SITE` stands for the story's origin. */
  readonly policy?: string;
}

interface Opened {
  readonly story: ElementStory;
  /** Messages of the console, errors, requests to other sites and violations of a policy, from now on. */
  readonly faults: readonly string[];
}

interface Fixtures {
  readonly otherSite: OtherSite;
  /** Opens an article of the other site that holds the story of `baseURL` in an element. */
  readonly openHost: (host?: HostPage) => Promise<Opened>;
}

/** Playwright's `test` with an article of another site. */
export const test = storyTest.extend<Fixtures>({
  otherSite: async ({}, use) => {
    let files: ReadonlyMap<string, Answer> = new Map();
    const server = createServer((request, response) => {
      const { type, body, policy } = files.get(request.url ?? "") ?? { type: "text/plain", body: "" };
      const headers = policy === undefined ? {} : { "content-security-policy": policy };
      response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers }).end(body);
    }).listen(0, "localhost");
    await once(server, "listening");
    const place = server.address();
    const address = `http://localhost:${typeof place === "object" ? place?.port : ""}/`;
    await use({ address, serve: (given) => void (files = given) });
    server.closeAllConnections();
    server.close();
  },
  openHost: async ({ page, site: name, baseURL: site = "", otherSite }, use) => {
    await use(async (host = {}) => {
      const { origin } = new URL(site);
      const element = `${NAMES[name]}-story`;
      const faults: string[] = [];
      page.on("console", (message) => {
        // The story's own page, which a test visits first, registers its worker late.
        if (message.type() !== "log" && message.text() !== WORKER_BLOCKED) faults.push(message.text());
      });
      page.on("pageerror", (error) => void faults.push(error.message));
      page.on("request", (request) => {
        // A blob is of the page's own making.
        const url = request.url().replace(/^blob:/, "");
        if (![otherSite.address, `${origin}/`].some((own) => url.startsWith(own))) faults.push(url);
      });
      const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Article</title>
    <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="host.css"><script src="host.js"></script></head>
    <body><main><h1>Article</h1><p class="own">${TEXT}</p><div id="around" ${host.around ?? ""}>
    <${element} ${host.story ?? ""}><p><a href="${site}">安源转身</a></p></${element}></div>
    <p>${TEXT}</p><p>${TEXT}</p></main><script src="${site}embed/v1/inline.js"></script></body></html>`;
      const css = `body{margin:0;font:18px/1.6 serif}main{max-width:${COLUMN}px;margin:0 auto;padding-bottom:1000px}${host.css ?? ""}`;
      // Set by every page, so that a page with the story has no other names than one without.
      const script = `addEventListener("securitypolicyviolation",function(event){console.error(event.violatedDirective)});${host.script ?? ""}`;
      otherSite.serve(
        new Map([
          ["/", { type: "text/html", body: html, policy: host.policy?.replaceAll("SITE", origin) }],
          ["/host.css", { type: "text/css", body: css }],
          ["/host.js", { type: "text/javascript", body: script }],
        ]),
      );
      await page.goto(otherSite.address);
      const story = new ElementStory(page);
      await expect(story.part("elementRoot")).toBeAttached();
      return { story, faults };
    });
  },
});

export { expect } from "./story-test.ts";
