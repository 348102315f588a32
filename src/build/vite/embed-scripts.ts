import { build, type Plugin, type ResolvedConfig } from "vite";
import type { SceneStory } from "../../core/model/story.ts";
import { EMBED_FILES, type EmbedPage } from "../site/embed-page.ts";
import { writeEmbedDocuments } from "./embed-documents.ts";
import { contentHash } from "./hash.ts";
import { inlineModule } from "./inline-module.ts";

/** The scripts of embeds, by their file in a build. */
const SCRIPTS: Readonly<Record<string, string>> = {
  "embed/v1/loader.js": "src/browser/embed/host/loader.ts",
  "embed/v1/story.js": "src/browser/embed/frame/main.ts",
  "embed/v1/figure.js": "src/browser/embed/frame/figure-main.ts",
  "embed/code/code.js": "src/browser/embed/builder/main.ts",
  "edition/copy.js": "src/browser/embed/builder/copy-article.ts",
  "embed/v1/inline.js": "src/browser/embed/element/main.ts",
};

/** A script and the style sheet that goes with it, empty where none does. */
interface Built {
  readonly code: string;
  readonly css: string;
}

/** One entry as one classic script: nothing of it is loaded later, nothing needs leave from another host, no name of it is in the page. */
async function classic(entry: string, { root, build: { target } }: ResolvedConfig, story: Plugin): Promise<Built> {
  const made = await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    plugins: [story],
    build: {
      target,
      write: false,
      modulePreload: false,
      cssCodeSplit: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: `${root}/${entry}`,
        output: { format: "iife", codeSplitting: false },
        // A classic script has none; what asks for it is what a script in parts would load its parts by.
        transform: { define: { "import.meta": "{}" } },
      },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (bundle === undefined || !("output" in bundle)) throw new Error(`nothing built of ${entry}`);
  const sheet = bundle.output.find((file) => file.fileName.endsWith(".css"));
  return { code: bundle.output[0].code, css: sheet?.type === "asset" ? String(sheet.source) : "" };
}

/** What embeds are made of. */
export interface EmbedInput {
  /** The story's public address, or empty. */
  readonly home: string;
  readonly lean: SceneStory;
  readonly pages: readonly EmbedPage[];
  /** The page's own style sheet, built. */
  readonly css: string;
  /** The page's font, woff2. */
  readonly font: Uint8Array;
  /** The style rule of the page's font, for a document at a path of the story. */
  readonly face: (path: string) => string;
}

/** Every file of the embeds, by its path: their scripts, which all tell the same story, and their documents. */
export async function buildEmbeds(
  config: ResolvedConfig,
  { home, lean, pages, css, font, face }: EmbedInput,
): Promise<ReadonlyMap<string, string>> {
  const [page] = pages;
  if (page === undefined) throw new Error("no embed document to tell inline");
  const modules = new Map([
    ["virtual:story", `export default ${JSON.stringify(lean)}`],
    ["virtual:inline", inlineModule({ lean, page, css, font })],
  ]);
  const story: Plugin = {
    name: "embed-story",
    resolveId: (id) => (modules.has(id) ? `\0${id}` : null),
    load: (id) => modules.get(id.slice(1)) ?? null,
  };
  const built = Object.entries(SCRIPTS).map(
    async ([file, entry]) => [file, await classic(entry, config, story)] as const,
  );
  const scripts = await Promise.all(built);
  const own = scripts.map(([, script]) => script.css.trim()).join("");
  // A browser may have kept the script of another version, which would not find its way about in this one's documents.
  const told = `${EMBED_FILES.story}?${contentHash(scripts.find(([file]) => file === EMBED_FILES.story)?.[1].code ?? "")}`;
  return new Map([
    ...scripts.map(([file, { code }]) => [file, code] as const),
    ...writeEmbedDocuments(pages, { home, css: css.trim() + own, script: told, face }),
  ]);
}
