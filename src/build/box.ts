import { scenes } from "../scenes/index.ts";
import { UNKNOWN_HOME } from "../page/code-path.ts";
import { extents } from "../page/extents.ts";
import { box, FROM_STORY } from "../publish/box.ts";
import { compile } from "../story/compile.ts";
import { described, folder, zipped } from "./capsule.ts";
import { publicAddress } from "./home.ts";
import { readSources } from "./sources.ts";

/** Packs what other newsrooms need into `release/`, with the checksum of the whole beside it. Ends with 1 when nothing was built. */
export async function main(): Promise<number> {
  const { story } = compile(await readSources(), new Map(Object.entries(scenes)));
  const built = await folder("dist").catch(() => new Map<string, Uint8Array>());
  if (story === null || !built.has("index.html")) {
    process.stderr.write("dist/index.html not found, or the story has problems: run npm run build first\n");
    return 1;
  }
  const home = publicAddress(story.site, process.env["SITE_URL"]);
  if (home === "")
    process.stderr.write(`no public address (SITE_URL, or address in story/site.yaml): codes say ${UNKNOWN_HOME}\n`);
  const encoder = new TextEncoder();
  const texts = [...box(story, extents(story), home, UNKNOWN_HOME)];
  const files = new Map<string, Uint8Array>([
    ...texts.map(([path, text]) => [path, encoder.encode(text)] as const),
    ...[...built].filter(([path]) => FROM_STORY.test(path)),
  ]);
  const { name, version } = await described();
  await zipped(files, "release", `${name}-${version}-newsroom`);
  return 0;
}
