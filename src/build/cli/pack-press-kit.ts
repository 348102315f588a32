import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { PLACEHOLDER_URL } from "../../core/model/strings.ts";
import { config } from "../../core/scenes/config.ts";
import { compileStory } from "../content/compile.ts";
import { embedTargets } from "../site/embed-targets.ts";
import { PRESS_KIT_ASSETS, pressKit, pressKitIndex } from "../site/press-kit.ts";
import { publicUrl } from "../vite/public-url.ts";
import { readAssets, readSources } from "../vite/read-sources.ts";
import { CHECKSUM_FILE, type FileMap, packageInfo, readFolder, writeArchive } from "./archive.ts";

/** Collects the files of the press kit: its own, and those that a built site has. */
export function pressKitFiles(story: Illustrated<Story>, built: FileMap, home: string): FileMap {
  const encoder = new TextEncoder();
  const films = [...built.keys()].some((path) => path.startsWith("films/"));
  const texts = [...pressKit(story, embedTargets(story), home, PLACEHOLDER_URL, films)];
  const listed = new Map<string, Uint8Array>([
    ...texts.map(([path, text]) => [path, encoder.encode(text)] as const),
    ...[...built].filter(([path]) => PRESS_KIT_ASSETS.test(path)),
  ]);
  return new Map([...listed, ["index.html", encoder.encode(pressKitIndex(story, listed, home, [CHECKSUM_FILE]))]]);
}

/** Returns the public URL that a built start page names, or empty. */
export function builtAddress(page: string): string {
  return /<link rel="canonical" href="([^"]+)"/.exec(page)?.[1] ?? "";
}

export async function main(): Promise<number> {
  const { story } = compileStory(await readSources(), new Map(Object.entries(config.scenes)), await readAssets());
  const built = await readFolder("dist").catch(() => new Map<string, Uint8Array>());
  const page = built.get("index.html");
  if (story === null || page === undefined) {
    process.stderr.write("dist/index.html not found, or the story has problems: run npm run build first\n");
    return 1;
  }
  // Films, oEmbed and edition are taken as they were built: the codes have to name the same address.
  const home = builtAddress(new TextDecoder().decode(page));
  const wanted = publicUrl(story.site, process.env["SITE_URL"]);
  if (wanted !== "" && wanted !== home) {
    process.stderr.write(
      `dist/ was built for ${home === "" ? "no public address" : home}, the press kit is asked for ${wanted}: run npm run build first\n`,
    );
    return 1;
  }
  if (home === "")
    process.stderr.write(`no public address (SITE_URL, or address in story/site.yaml): codes say ${PLACEHOLDER_URL}\n`);
  const files = pressKitFiles({ ...story, config }, built, home);
  const { name, version } = await packageInfo();
  await writeArchive(files, "release", `${name}-${version}-newsroom`);
  return 0;
}
