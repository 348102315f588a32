import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { builtFixture } from "../fixture-story/build.ts";
import { test as base } from "./story-page.ts";

interface Shared {
  /** The fixture story on one site, and on another the hosts that show all of it. */
  readonly sites: TwoSites;
}

/** Playwright's `test` with two sites, which every worker serves once for all its tests. */
export const test = base.extend<object, Shared>({
  sites: [
    async ({}, use) => {
      const sites = await twoSites("", { folder: await builtFixture() });
      await use(sites);
      await sites.close();
    },
    { scope: "worker" },
  ],
});
