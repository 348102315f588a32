import type { Site, WeChat } from "../../core/model/story.ts";
import type { Report } from "./problem.ts";
import { SITE, WECHAT, WECHAT_SDK } from "./schema.ts";
import type { SourceFile } from "./source-file.ts";
import { withTrailingSlash } from "./url.ts";
import { validate } from "./validate.ts";
import { positionAt, readYaml, valueAt, type Yaml } from "./yaml.ts";

/** Returns null when `site.yaml` is malformed or invalid. A wrong `wechat` or `modified` is only reported. */
export function parseSiteConfig(source: SourceFile, report: Report): Site | null {
  const yaml = readYaml(source, 0, source.text.length, report);
  if (yaml === null) return null;
  const site = validate(yaml, { path: [], what: "site", schema: SITE, keys: Object.keys(SITE.shape) }, report);
  const wechat = readWeChat(yaml, report);
  if (site === null) return null;
  if (site.modified < site.published)
    report(
      positionAt(yaml, ["modified"]),
      `modified before published: ${site.modified}, expected ${site.published} or later`,
    );
  return {
    ...site,
    address: withTrailingSlash(site.address ?? ""),
    source: { title: site.interview.title, address: site.interview.address ?? "" },
    wechat,
  };
}

function readWeChat(yaml: Yaml, report: Report): WeChat | null {
  const path = ["wechat"];
  if ((valueAt(yaml, path) ?? null) === null) return null;
  const found = validate(yaml, { path, what: "wechat", schema: WECHAT, keys: Object.keys(WECHAT.shape) }, report);
  return found && { signature: found.signature, sdk: found.sdk ?? WECHAT_SDK };
}
