import { PLACEHOLDER_URL } from "../../core/model/strings.ts";
import { config } from "../../core/scenes/config.ts";
import { compileStory } from "../content/compile.ts";
import { embedTargets } from "../site/embed-targets.ts";
import { PRESS_KIT_ASSETS, pressKit } from "../site/press-kit.ts";
import { publicUrl } from "../vite/public-url.ts";
import { readSources } from "../vite/read-sources.ts";
import { packageInfo, readFolder, writeArchive } from "./archive.ts";

export async function main(): Promise<number> {
  const { story } = compileStory(await readSources(), new Map(Object.entries(config.scenes)));
  const built = await readFolder("dist").catch(() => new Map<string, Uint8Array>());
  if (story === null || !built.has("index.html")) {
    process.stderr.write("dist/index.html not found, or the story has problems: run npm run build first\n");
    return 1;
  }
  const home = publicUrl(story.site, process.env["SITE_URL"]);
  if (home === "")
    process.stderr.write(`no public address (SITE_URL, or address in story/site.yaml): codes say ${PLACEHOLDER_URL}\n`);
  const encoder = new TextEncoder();
  const texts = [...pressKit(story, embedTargets({ ...story, config }), home, PLACEHOLDER_URL)];
  const files = new Map<string, Uint8Array>([
    ...texts.map(([path, text]) => [path, encoder.encode(text)] as const),
    ...[...built].filter(([path]) => PRESS_KIT_ASSETS.test(path)),
  ]);
  const { name, version } = await packageInfo();
  await writeArchive(files, "release", `${name}-${version}-newsroom`);
  return 0;
}
