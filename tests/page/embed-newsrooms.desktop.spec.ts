import { test } from "@playwright/test";
import { newsrooms } from "../embed/hosts/hosts.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { readThrough } from "./newsroom.ts";

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites("pattern");
});
test.afterAll(() => sites.close());

test.use({ viewport: { width: 1000, height: 800 } });

for (const host of newsrooms("http://127.0.0.1/", "pattern"))
  test(`${host.name}: ${host.shown}, scrolled by the newsroom's page`, ({ page }) =>
    readThrough(page, sites.address + host.name, host));
