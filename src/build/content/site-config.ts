import type { Site, WeChat } from "../../core/model/story.ts";
import type { Report } from "./problem.ts";
import { type PlacedRecording, readRecordings } from "./recordings.ts";
import { PART, SITE, STATUSES, WECHAT, WECHAT_SDK } from "./schema.ts";
import { createSourceFile, type SourceFile, STORY_FOLDER } from "./source-file.ts";
import { withTrailingSlash } from "./url.ts";
import { validate } from "./validate.ts";
import { lengthAt, positionAt, readYaml, valueAt, type Yaml } from "./yaml.ts";

/** A part of the interview: `section` in `facts.yaml`, `place` in print. `opens` is null for the first. */
export interface Part {
  readonly section: string;
  readonly place: string;
  readonly opens: string | null;
}

export const WHOLE: Part = { section: "all", place: "全文", opens: null };

export interface Vocabulary {
  readonly statuses: readonly string[];
  /** The interview's parts in order, then the whole. */
  readonly parts: readonly Part[];
}

/** Each is null where `site.yaml` is malformed or invalid; without a vocabulary every word passes. */
export interface SiteConfig {
  readonly site: Site | null;
  readonly vocabulary: Vocabulary | null;
  /** Their chapters and steps are not checked yet. */
  readonly recordings: readonly PlacedRecording[];
}

/** Parses `site.yaml`. A wrong `wechat`, `recordings`, `statuses`, `parts` or `modified` is only reported. */
export function parseSiteConfig(source: SourceFile, report: Report): SiteConfig {
  const yaml = readYaml(source, 0, source.text.length, report);
  if (yaml === null) return { site: null, vocabulary: null, recordings: [] };
  const site = validate(yaml, { path: [], what: "site.yaml 里", schema: SITE, keys: Object.keys(SITE.shape) }, report);
  const wechat = readWeChat(yaml, report);
  const recordings = readRecordings(yaml, report);
  const statuses = readStatuses(yaml, report);
  const parts = readParts(yaml, report);
  const vocabulary =
    statuses === null || parts === null
      ? null
      : { statuses: [...statuses.stated, ...statuses.hoped], parts: [...parts, WHOLE] };
  if (site === null) return { site: null, vocabulary, recordings };
  if (site.modified < site.published)
    report(positionAt(yaml, ["modified"]), `修改的日子早于首发：${site.modified}，应是 ${site.published} 或更晚`);
  const { name, publisher, authors, published, modified, interview } = site;
  return {
    site: {
      name,
      publisher,
      authors,
      published,
      modified,
      address: withTrailingSlash(site.address ?? ""),
      source: { title: interview.title, address: interview.address ?? "" },
      hoped: statuses?.hoped ?? [],
      wechat,
      fediverse: site.fediverse ?? "",
      recordings: [],
    },
    vocabulary,
    recordings,
  };
}

/** Reads the name in `site.yaml`, as a build begins. An invalid one, which the compiler reports, is `story`. */
export function storyName(sources: ReadonlyMap<string, string>): string {
  const file = `${STORY_FOLDER}site.yaml`;
  const source = createSourceFile(file, sources.get(file) ?? "");
  const yaml = readYaml(source, 0, source.text.length, () => undefined);
  const name = SITE.shape.name.safeParse(yaml === null ? null : valueAt(yaml, ["name"]));
  return name.success ? name.data : "story";
}

function readStatuses(
  yaml: Yaml,
  report: Report,
): { readonly stated: readonly string[]; readonly hoped: readonly string[] } | null {
  const expected = { path: ["statuses"], what: "statuses 里", schema: STATUSES, keys: Object.keys(STATUSES.shape) };
  const found = validate(yaml, expected, report);
  return found && { stated: found.stated, hoped: found.hoped ?? [] };
}

export function readParts(yaml: Yaml, report: Report): readonly Part[] | null {
  const path = ["parts"];
  const value = valueAt(yaml, path) ?? [];
  if (!Array.isArray(value)) {
    report(positionAt(yaml, path), "parts 写法不对，应是访谈各部分的列表");
    return null;
  }
  const parts = Array.from({ length: lengthAt(yaml, path) }, (_, index): Part | null => {
    const at = [...path, index];
    const found = validate(
      yaml,
      { path: at, what: "parts 的一项里", schema: PART, keys: Object.keys(PART.shape) },
      report,
    );
    if (found === null) return null;
    const opens = found.opens ?? null;
    if (index > 0 && opens === null) {
      report(positionAt(yaml, at), `这一部分没有 opens：${found.section}，应写它开头的几个字`);
      return null;
    }
    return { section: found.section, place: found.place, opens };
  });
  const read = parts.filter((part): part is Part => part !== null);
  return read.length === parts.length ? read : null;
}

function readWeChat(yaml: Yaml, report: Report): WeChat | null {
  const path = ["wechat"];
  if ((valueAt(yaml, path) ?? null) === null) return null;
  const found = validate(yaml, { path, what: "wechat 里", schema: WECHAT, keys: Object.keys(WECHAT.shape) }, report);
  return found && { signature: found.signature, sdk: found.sdk ?? WECHAT_SDK };
}
