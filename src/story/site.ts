import { folderAddress } from "./address.ts";
import type { Site, WeChat } from "./model.ts";
import type { Report } from "./problem.ts";
import { SITE, WECHAT, WECHAT_SDK } from "./schema.ts";
import { shaped } from "./shape.ts";
import type { Sheet } from "./sheet.ts";
import { placeAt, readYaml, valueAt, type Yaml } from "./yaml.ts";

/** Reads `site.yaml`. Null when something about it has been reported. */
export function readSite(sheet: Sheet, report: Report): Site | null {
  const yaml = readYaml(sheet, 0, sheet.text.length, report);
  if (yaml === null) return null;
  const site = shaped(yaml, { path: [], what: "site", schema: SITE, keys: Object.keys(SITE.shape) }, report);
  const wechat = readWeChat(yaml, report);
  if (site === null) return null;
  if (site.modified < site.published)
    report(
      placeAt(yaml, ["modified"]),
      `modified before published: ${site.modified}, expected ${site.published} or later`,
    );
  return {
    ...site,
    address: folderAddress(site.address ?? ""),
    interview: { title: site.interview.title, address: site.interview.address ?? "" },
    wechat,
  };
}

function readWeChat(yaml: Yaml, report: Report): WeChat | null {
  const path = ["wechat"];
  if ((valueAt(yaml, path) ?? null) === null) return null;
  const found = shaped(yaml, { path, what: "wechat", schema: WECHAT, keys: Object.keys(WECHAT.shape) }, report);
  return found && { signature: found.signature, sdk: found.sdk ?? WECHAT_SDK };
}
