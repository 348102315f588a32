import { type EmbedTarget, frameAddress, frameHeight, SANDBOX } from "../../core/embed/snippet.ts";
import { element } from "../../core/lib/html.ts";
import type { Site, Story } from "../../core/model/story.ts";
import { embedTargets } from "./embed-targets.ts";
import { storyRoutes } from "./routes.ts";

/** What a link to an oEmbed response is declared as. */
export const OEMBED_TYPE = "application/json+oembed";

/** Width that a response is made for, px; its frame takes the width it is given. */
const WIDTH = 600;

/** How long a response may be kept, seconds: a day. */
const CACHE_AGE = 86_400;

/** A response of oEmbed 1.0 for a part of the story. */
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

/** File of a part's response relative to the story's home, by the part's own path. */
export function oembedFile(path: string): string {
  return `oembed/${path === "" ? "story" : path.replace(/\/$/, "")}.json`;
}

/** An image with its address from the root of the web, and pixels. */
interface Thumbnail {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/**
 * What a consumer of oEmbed is told of a part of the story: a bare frame with cards, or with the figure of a step. Of the frame's
 * attributes WordPress keeps all but the sandbox, for which it has its own; a quotation beside the frame would make it hide the frame.
 */
export function oembedResponse(
  extent: EmbedTarget,
  title: string,
  thumbnail: Thumbnail,
  site: Site,
  home: string,
): OEmbedResponse {
  const height = frameHeight(extent);
  const html = element("iframe", {
    src: frameAddress(extent, home, "auto"),
    width: "100%",
    height: String(height),
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
    html,
  };
}

/** A response of oEmbed for every address, by file; none without a public address. */
export function oembedFiles(story: Story, home: string): ReadonlyMap<string, string> {
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
