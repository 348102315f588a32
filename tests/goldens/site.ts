import { readFileSync } from "node:fs";
import { documentFiles } from "../../src/build/documents.ts";
import { writeEmbedDocuments } from "../../src/build/embed-documents.ts";
import { framed, placed, wayHome } from "../../src/build/frame.ts";
import { withInlineStyle, withPolicy, writeSongRule } from "../../src/build/page.ts";
import { CODE_PATH, UNKNOWN_HOME } from "../../src/page/code-path.ts";
import { documents } from "../../src/page/documents.ts";
import { EMBED, embedPages } from "../../src/page/embed-page.ts";
import { extents } from "../../src/page/extents.ts";
import { stepPath } from "../../src/page/paths.ts";
import { render } from "../../src/page/render.ts";
import { box } from "../../src/publish/box.ts";
import { DATA } from "../../src/publish/data.ts";
import { FEED } from "../../src/publish/feed.ts";
import { oembedFile } from "../../src/publish/oembed.ts";
import { embedPath } from "../../src/publish/snippet.ts";
import type { Story } from "../../src/story/model.ts";
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

function writeFace(path: string): string {
  return writeSongRule(`${wayHome(path)}assets/song-${HASH}.woff2`);
}

/** Paths of what is compared: the start page, the last chapter, and the last step of the first chapter. */
function choosePaths({ steps, chapters }: Story): readonly string[] {
  const [first, last] = [chapters[0], chapters.at(-1)];
  const step = steps.filter(({ chapter }) => chapter === first?.id).at(-1);
  if (last === undefined || step === undefined) throw new RangeError("a story without chapters or steps");
  return ["", `${last.id}/`, stepPath(step)];
}

/** Puts the script and the style sheet into the frame where a bundler puts them. */
function bundleFrame(frame: string): string {
  const script = `<script type="module" crossorigin src="./assets/index-${HASH}.js"></script>`;
  const moved = frame
    .replace(/\s*<script type="module" src="[^"]*"><\/script>/, "")
    .replace(/( *)(<link rel="stylesheet")/, `$1${script}\n$1$2`);
  return withInlineStyle(moved, SHEET);
}

/** The story's pages as a build writes them. */
function writePages(story: Story, { addresses, page }: ReturnType<typeof render>): Texts {
  const frame = bundleFrame(readFileSync("index.html", "utf8"));
  return new Map(
    addresses.map((address) => {
      const html = placed(framed(frame, page(address), writeFace(address.path)), address.path);
      return [`${address.path}index.html`, withPolicy(html, story.site.wechat)];
    }),
  );
}

/** Hashes of content, which change with it, as a placeholder. */
function hideHashes(text: string): string {
  return text.replace(/'sha256-[A-Za-z0-9+/=]+'/g, `'sha256-${HASH}'`);
}

/** The chosen files of the site as they are compared. Throws a RangeError that names a chosen file it does not have. */
export function writeSite(story: Story): Texts {
  const rendered = render(story, HOME);
  const paths = choosePaths(story);
  const script = `${EMBED.story}?${HASH}`;
  const all: Texts = new Map([
    ...writePages(story, rendered),
    ...rendered.files(),
    ...documentFiles(documents(story, HOME), HOME, writeFace),
    ...writeEmbedDocuments(embedPages(story, HOME), { home: HOME, css: SHEET, script, face: writeFace }),
    ...box(story, extents(story), HOME, UNKNOWN_HOME),
  ]);
  const snippets = paths.map((path) => `snippets/${path === "" ? "story" : path.slice(0, -1).replaceAll("/", "-")}/`);
  const chosen = [
    ...paths.flatMap((path) => [`${path}index.html`, `${embedPath({ path })}index.html`, oembedFile(path)]),
    ...[...all.keys()].filter((file) => file.endsWith(".txt") && snippets.some((folder) => file.startsWith(folder))),
    `${CODE_PATH}index.html`,
    FEED.file,
    "sitemap.xml",
    "robots.txt",
    "manifest.webmanifest",
    DATA.csv,
    DATA.json,
  ];
  return new Map(
    chosen.map((file) => {
      const text = all.get(file);
      if (text === undefined) throw new RangeError(`the site has no ${file}`);
      return [file, /\.(?:html|xml)$/.test(file) ? breakTags(hideHashes(text)) : text];
    }),
  );
}
