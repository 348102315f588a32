import { ELEMENT_SHOWN, readElementHost } from "./host-page.ts";
import { ELEMENT_HOSTS, tagged, test } from "./host-sites.ts";

test.use({ viewport: { width: 1000, height: 800 } });

for (const host of ELEMENT_HOSTS)
  test(`${host.name}: ${ELEMENT_SHOWN[host.shown]}`, tagged(host, "chromium"), ({ page, sites }) =>
    readElementHost(page, sites, host),
  );
