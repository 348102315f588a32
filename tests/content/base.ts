import { readdirSync, readFileSync } from "node:fs";
import type { SceneCatalog } from "../../src/core/model/story.ts";

/** The files of a folder as sources of a story. */
function sourcesIn(folder: URL): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(?:md|yaml|csv)$/.test(name));
  return new Map(names.map((name) => [`story/${name}`, readFileSync(new URL(name, folder), "utf8")]));
}

/** A small story without problems; every case replaces one of its files. */
export const BASE = sourcesIn(new URL("base/", import.meta.url));

/** The scenes of the small story. */
export const BASE_SCENES: SceneCatalog = new Map([
  ["cover", { labels: [] }],
  ["seam", { labels: ["left", "gone"] }],
  ["rates", { labels: ["growth"], facts: ["growth"] }],
]);

/** The story that is published. */
export const REAL = sourcesIn(new URL("../../story/", import.meta.url));
