import { oembed, oembedFile } from "../publish/oembed.ts";
import type { Story } from "../story/model.ts";
import { addresses } from "./addresses.ts";
import { extents } from "./extents.ts";

/** A response of oEmbed for every address, by file; none without a public address. */
export function oembeds(story: Story, home: string): ReadonlyMap<string, string> {
  if (home === "") return new Map();
  const parts = new Map(extents(story).map((part) => [part.path, part]));
  return new Map(
    addresses(story).flatMap(({ path, title, card: { wide } }) => {
      const part = parts.get(path);
      if (part === undefined) return [];
      const thumbnail = { url: home + wide.file, width: wide.width, height: wide.height };
      return [[oembedFile(path), `${JSON.stringify(oembed(part, title, thumbnail, story.site, home), null, 2)}\n`]];
    }),
  );
}
