import { test as base, mergeTests } from "@playwright/test";
import { elementHosts, hosts } from "../embed/hosts/hosts.ts";
import type { Engine, Host } from "../embed/hosts/template.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import type { Files } from "../site.ts";
import { test as storyTest } from "./story-test.ts";

/** The sites that the tests of a worker share. */
interface Sites {
  /** The whole fixture story and its hosts. */
  readonly sites: TwoSites;
  /** A chapter of the real story and its hosts. */
  readonly realSites: TwoSites;
}

export const REAL_CHAPTER = "idea";

async function serveWhile(use: (sites: TwoSites) => Promise<void>, sites: Promise<TwoSites>): Promise<void> {
  const served = await sites;
  await use(served);
  await served.close();
}

/** Sites that serve the files as `published` makes them for the story's address. */
export function sitesTest(published?: (files: Files, address: string) => Files) {
  const options = published === undefined ? {} : { published };
  const { FIXTURE_FOLDER: folder = "" } = process.env;
  return base.extend<object, Sites>({
    sites: [async ({}, use) => serveWhile(use, twoSites("", { folder, ...options })), { scope: "worker" }],
    realSites: [async ({}, use) => serveWhile(use, twoSites(REAL_CHAPTER, options)), { scope: "worker" }],
  });
}

/** Playwright's `test` with the story's page object and the sites. */
export const test = mergeTests(storyTest, sitesTest());

/** Ids of the steps of the whole story, in reading order, as the embed document has them. */
export async function stepsOf({ story }: TwoSites): Promise<readonly string[]> {
  const html = await (await fetch(`${story.address}embed/`)).text();
  return [...html.matchAll(/class="step[^"]*" data-step="([^"]+)"/g)].map(([, id = ""]) => id);
}

const NOWHERE = { home: "http://127.0.0.1/", name: "story", chapter: "" };

/** The table of hosts with frames: names, tags and expectations, not their pages. */
export const FRAME_HOSTS: readonly Host[] = hosts(NOWHERE, NOWHERE.home);
/** The table of hosts with elements. */
export const ELEMENT_HOSTS: readonly Host[] = elementHosts(NOWHERE);

/** The tag of a host's test in an engine. */
export function tagged({ inDefaultRun }: Host, engine: Engine): { readonly tag: string[] } {
  return { tag: inDefaultRun.includes(engine) ? [] : ["@wide"] };
}
