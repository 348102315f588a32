import { builtSite, type Files, serve, type Served } from "../../site.ts";
import { elementHosts, hosts, innerArticle } from "./hosts.ts";
import { hostSite } from "./site.ts";

/** The story on one site, and the hosts that embed a part of it on another. */
export interface TwoSites {
  readonly story: Served;
  /** Address of the hosts, with `/` at its end. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface Options {
  /** Folder of the built story. */
  readonly folder?: string;
  /** Makes the files of a build for the story's address. */
  readonly published?: (files: Files, address: string) => Files;
}

/** The name of a built story, as the policy of its page has it. */
function nameIn(files: Files): string {
  const [, name = ""] = /trusted-types (\w+)-worker/.exec(new TextDecoder().decode(files.get("/"))) ?? [];
  return name;
}

/** Serves both. An empty chapter is the whole story. */
export async function twoSites(
  chapter: string,
  { folder = "dist", published = (files) => files }: Options = {},
): Promise<TwoSites> {
  const files = await builtSite(folder);
  // As the recipes for hosts say: every site may load the fonts.
  const story = await serve(files, "/", { "access-control-allow-origin": "*" });
  story.publish(published(files, story.address));
  const bare = await serve(files);
  const part = { home: story.address, name: nameIn(files), chapter };
  const host = await hostSite([...hosts(part, bare.address), ...elementHosts(part)], innerArticle(part));
  return {
    story,
    address: host.address,
    async close() {
      for (const one of [host, story, bare]) await one.close();
    },
  };
}
