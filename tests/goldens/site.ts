import { readFileSync } from "node:fs";
import type { Root } from "hast";
import { DATA_FILES } from "../../src/build/site/data-files.ts";
import { EMBED_FILES, embedPages } from "../../src/build/site/embed-page.ts";
import { embedTargets } from "../../src/build/site/embed-targets.ts";
import { FEED } from "../../src/build/site/feed.ts";
import { oembedFile } from "../../src/build/site/oembed.ts";
import { pressKit } from "../../src/build/site/press-kit.ts";
import { publisherPages } from "../../src/build/site/publisher-pages.ts";
import { parsePage, toHtml } from "../../src/build/site/html.ts";
import { renderSite } from "../../src/build/site/render-site.ts";
import { addCsp } from "../../src/build/vite/csp.ts";
import { writeEmbedDocuments } from "../../src/build/vite/embed-documents.ts";
import { writeSongRule } from "../../src/build/vite/fonts.ts";
import { fillShell, inlineStylesheet, rebaseLinks, relativeHome } from "../../src/build/vite/page-shell.ts";
import { publisherFiles } from "../../src/build/vite/publisher-files.ts";
import { embedPath } from "../../src/core/embed/snippet.ts";
import { EMBED_BUILDER_PATH, snippetFolder } from "../../src/core/model/files.ts";
import { stepPath } from "../../src/core/model/routes.ts";
import type { Illustrated } from "../../src/core/model/scene-config.ts";
import type { Story } from "../../src/core/model/story.ts";
import { PLACEHOLDER_URL } from "../../src/core/model/strings.ts";
import type { Texts } from "./files.ts";
import { breakTags } from "./layout.ts";

/** Folder of the site's goldens. */
export const SITE = "tests/goldens/site";

/** Public address of the story in the goldens. */
const HOME = "https://example.org/story/";

/** Stands for the hash of what only a bundler makes. */
const HASH = "[hash]";

/** Stands for the bundled style sheet. */
const SHEET = "[css]";

/** Returns a writer of the font's rule for a page at a path. */
function faceWriter({ site }: Story): (path: string) => string {
  return (path) => writeSongRule(site.name, `${relativeHome(path)}assets/song-${HASH}.woff2`);
}

/** Paths of what is compared: the start page, the last chapter, and the last step of the first chapter. */
function choosePaths({ steps, chapters }: Story): readonly string[] {
  const [first, last] = [chapters[0], chapters.at(-1)];
  const step = steps.filter(({ chapter }) => chapter === first?.id).at(-1);
  if (last === undefined || step === undefined) throw new RangeError("a story without chapters or steps");
  return ["", `${last.id}/`, stepPath(step)];
}

/** Puts the script and the style sheet into the frame where a bundler puts them. */
function bundleFrame(frame: string): Root {
  const script = `<script type="module" crossorigin src="./assets/index-${HASH}.js"></script>`;
  const moved = frame
    .replace(/\s*<script type="module" src="[^"]*"><\/script>/, "")
    .replace(/( *)(<link rel="stylesheet")/, `$1${script}\n$1$2`);
  return inlineStylesheet(parsePage(moved), SHEET, `./assets/late-${HASH}.css`);
}

/** The story's pages as a build writes them. */
function writePages(story: Illustrated<Story>, { addresses, page }: ReturnType<typeof renderSite>): Texts {
  const writeFace = faceWriter(story);
  const frame = bundleFrame(readFileSync("index.html", "utf8"));
  return new Map(
    addresses.map((address) => {
      const filled = fillShell(frame, page(address), writeFace(address.path));
      return [`${address.path}index.html`, toHtml(addCsp(rebaseLinks(filled, address.path), story.site))];
    }),
  );
}

/** Hashes of content, which change with it, as a placeholder. */
function hideHashes(text: string): string {
  return text.replace(/'sha256-[A-Za-z0-9+/=]+'/g, `'sha256-${HASH}'`);
}

/** The chosen files of the site as they are compared. Throws a RangeError that names a chosen file it does not have. */
export function writeSite(story: Illustrated<Story>): Texts {
  const rendered = renderSite(story, HOME);
  const paths = choosePaths(story);
  const writeFace = faceWriter(story);
  const address = { home: HOME, name: story.site.name };
  const script = `${EMBED_FILES.story}?${HASH}`;
  const all: Texts = new Map([
    ...writePages(story, rendered),
    ...rendered.files(),
    ...publisherFiles(publisherPages(story, HOME), address, writeFace),
    ...writeEmbedDocuments(embedPages(story, HOME), { ...address, css: SHEET, script, face: writeFace }),
    ...pressKit(story, embedTargets(story), HOME, PLACEHOLDER_URL),
  ]);
  const snippets = paths.map((path) => `${snippetFolder({ path })}/`);
  const chosen = [
    ...paths.flatMap((path) => [`${path}index.html`, `${embedPath({ path })}index.html`, oembedFile(path)]),
    ...[...all.keys()].filter((file) => file.endsWith(".txt") && snippets.some((folder) => file.startsWith(folder))),
    `${EMBED_BUILDER_PATH}index.html`,
    FEED.file,
    "sitemap.xml",
    "robots.txt",
    "manifest.webmanifest",
    DATA_FILES.csv,
    DATA_FILES.json,
  ];
  return new Map(
    chosen.map((file) => {
      const text = all.get(file);
      if (text === undefined) throw new RangeError(`the site has no ${file}`);
      return [file, /\.(?:html|xml)$/.test(file) ? breakTags(hideHashes(text)) : text];
    }),
  );
}
