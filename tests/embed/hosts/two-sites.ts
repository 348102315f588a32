import { builtSite, type Files, serve, type Served } from "../../site.ts";
import { type Host, hosts, newsrooms } from "./hosts.ts";
import { hostSite } from "./site.ts";

/** The story on one site, and the hosts that show a chapter of it on another. */
export interface TwoSites {
  readonly story: Served;
  readonly pages: readonly Host[];
  /** Of the hosts, with `/` at its end. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves both; `published` makes of the built files those of a build for the story's address. */
export async function twoSites(
  chapter: string,
  published: (files: Files, address: string) => Files = (files) => files,
): Promise<TwoSites> {
  const files = await builtSite("dist");
  // As the recipes for hosts say: fonts go to whoever asks.
  const story = await serve(files, "/", { "access-control-allow-origin": "*" });
  story.publish(published(files, story.address));
  // As a site that sends no header of its own.
  const bare = await serve(files);
  // What is asked for first is compressed first, which takes its time.
  await Promise.all([story, bare].map(({ address }) => fetch(`${address}embed/v1/story.js`)));
  const pages = hosts(story.address, bare.address, chapter);
  const host = await hostSite([...pages, ...newsrooms(story.address, chapter)]);
  return {
    story,
    pages,
    address: host.address,
    async close() {
      for (const one of [host, story, bare]) await one.close();
    },
  };
}
