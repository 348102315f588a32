import { h } from "hastscript";
import { type EmbedTarget, frameAddress, frameHeight, SANDBOX } from "../../core/embed/snippet.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Site, Story } from "../../core/model/story.ts";
import { embedTargets } from "./embed-targets.ts";
import { toHtml } from "./html.ts";
import { storyRoutes } from "./routes.ts";

export const OEMBED_TYPE = "application/json+oembed";

/** Declared width, px, which oEmbed requires although the iframe is `100%` wide; age of the cache in seconds. */
const WIDTH = 600;
const CACHE_AGE = 86_400;

/** An oEmbed 1.0 response, https://oembed.com/. */
export interface OEmbedResponse {
  readonly version: "1.0";
  readonly type: "rich";
  readonly title: string;
  readonly author_name: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

export function oembedFile(path: string): string {
  return `oembed/${path === "" ? "story" : path.replace(/\/$/, "")}.json`;
}

interface Thumbnail {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Builds a bare iframe: WordPress replaces its `sandbox`, and would hide one that has a blockquote beside it. */
function oembedResponse(
  extent: EmbedTarget,
  title: string,
  thumbnail: Thumbnail,
  site: Site,
  home: string,
): OEmbedResponse {
  const height = frameHeight(extent);
  const iframe = h("iframe", {
    src: frameAddress(extent, home, "auto"),
    width: "100%",
    height,
    frameborder: "0",
    marginwidth: "0",
    marginheight: "0",
    scrolling: "no",
    title,
    sandbox: SANDBOX,
  });
  return {
    version: "1.0",
    type: "rich",
    title,
    author_name: site.authors.map(({ name }) => name).join("、"),
    provider_name: site.publisher,
    provider_url: home,
    cache_age: CACHE_AGE,
    thumbnail_url: thumbnail.url,
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
    width: WIDTH,
    height,
    html: toHtml(iframe),
  };
}

export function oembedFiles(story: Illustrated<Story>, home: string): ReadonlyMap<string, string> {
  if (home === "") return new Map();
  const parts = new Map(embedTargets(story).map((part) => [part.path, part]));
  return new Map(
    storyRoutes(story).flatMap(({ path, title, card: { wide } }) => {
      const part = parts.get(path);
      if (part === undefined) return [];
      const thumbnail = { url: home + wide.file, width: wide.width, height: wide.height };
      return [
        [oembedFile(path), `${JSON.stringify(oembedResponse(part, title, thumbnail, story.site, home), null, 2)}\n`],
      ];
    }),
  );
}
