import { build, type Plugin, type ResolvedConfig } from "vite";
import type { SceneStory } from "../../core/model/story.ts";
import { LOADER_PATH } from "../../core/embed/snippet.ts";
import { EMBED_FILES, type EmbedPage } from "../site/embed-page.ts";
import { writeEmbedDocuments } from "./embed-documents.ts";
import { contentHash } from "./cache.ts";
import { inlineModule, outlineModule } from "./virtual-modules.ts";

const SCRIPTS: Readonly<Record<string, string>> = {
  "embed/v1/loader.js": "src/browser/embed/host/loader.ts",
  "embed/v1/story.js": "src/browser/embed/frame/main.ts",
  "embed/v1/svg.js": "src/browser/embed/frame/svg-main.ts",
  "embed/v1/stage.js": "src/workers/stage-main.ts",
  "embed/v1/figure.js": "src/browser/embed/frame/figure-main.ts",
  "embed/code/code.js": "src/browser/embed/builder/main.ts",
  "edition/copy.js": "src/browser/embed/builder/copy-article.ts",
  "embed/v1/inline.js": "src/browser/embed/element/main.ts",
};

/** Writes a constant where it is used: a script then holds only its own words of `core/model/strings.ts`. */
const INLINE_CONSTANTS = { inlineConst: { mode: "all", pass: 1 } } as const;

/** Stands for the version of the worker's script until it is built. */
const VERSION = "@stage-version@";

interface Built {
  readonly code: string;
  readonly css: string;
}

/** Leaves `import()` as it is: the loader has no room for the code that preloads chunks. */
function asLibrary(entry: string) {
  return { lib: { entry, formats: ["iife" as const], name: "loader" }, minify: true };
}

/** Builds an entry as one classic script (IIFE): no chunks to load, no CORS needed, no globals on the host page. */
async function classic(
  entry: string,
  { root, define, build: { target } }: ResolvedConfig,
  story: Plugin,
): Promise<Built> {
  const made = await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    define: { ...define, STAGE_VERSION: JSON.stringify(VERSION) },
    plugins: [story],
    build: {
      target,
      write: false,
      modulePreload: false,
      cssCodeSplit: false,
      copyPublicDir: false,
      ...(entry === SCRIPTS[LOADER_PATH] ? asLibrary(`${root}/${entry}`) : {}),
      rolldownOptions: {
        input: `${root}/${entry}`,
        optimization: INLINE_CONSTANTS,
        output: { format: "iife", codeSplitting: false },
        // Classic scripts have no `import.meta`; only the preloading of chunks would read it, and there are none.
        transform: { define: { "import.meta": "{}" } },
      },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (bundle === undefined || !("output" in bundle)) throw new Error(`nothing built of ${entry}`);
  const sheet = bundle.output.find((file) => file.fileName.endsWith(".css"));
  return { code: bundle.output[0].code, css: sheet?.type === "asset" ? String(sheet.source) : "" };
}

/** Writes the version of the worker's script into all: a cache may hold scripts of two versions. */
function writeVersion(scripts: readonly (readonly [string, Built])[]): readonly (readonly [string, Built])[] {
  const version = contentHash(scripts.find(([file]) => file === EMBED_FILES.stage)?.[1].code ?? "");
  return scripts.map(([file, { code, css }]) => [file, { code: code.replaceAll(VERSION, version), css }]);
}

export interface EmbedInput {
  readonly home: string;
  readonly name: string;
  readonly scenes: string;
  readonly lean: SceneStory;
  readonly pages: readonly EmbedPage[];
  readonly css: string;
  readonly font: Uint8Array;
  readonly face: (path: string) => string;
}

export async function buildEmbeds(
  config: ResolvedConfig,
  { home, name, scenes, lean, pages, css, font, face }: EmbedInput,
): Promise<ReadonlyMap<string, string>> {
  const [page] = pages;
  if (page === undefined) throw new Error("no embed document to tell inline");
  const modules = new Map([
    ["virtual:story", `export default ${JSON.stringify(lean)}`],
    ["virtual:page", outlineModule(lean)],
    ["virtual:inline", inlineModule({ lean, page, css, font })],
  ]);
  const files = new Map([
    ["virtual:scenes", scenes],
    ["virtual:stage-worker", "src/workers/stage-main.ts"],
  ]);
  const story: Plugin = {
    name: "embed-story",
    resolveId: (id) => (files.has(id) ? `${config.root}/${files.get(id)}` : modules.has(id) ? `\0${id}` : null),
    load: (id) => modules.get(id.slice(1)) ?? null,
  };
  const built = Object.entries(SCRIPTS).map(
    async ([file, entry]) => [file, await classic(entry, config, story)] as const,
  );
  const scripts = writeVersion(await Promise.all(built));
  const own = scripts.map(([, script]) => script.css.trim()).join("");
  // The query busts the cache: a script of another version would not fit these documents.
  const told = `${EMBED_FILES.story}?${contentHash(scripts.find(([file]) => file === EMBED_FILES.story)?.[1].code ?? "")}`;
  return new Map([
    ...scripts.map(([file, { code }]) => [file, code] as const),
    ...writeEmbedDocuments(pages, { home, name, css: css.trim() + own, script: told, face }),
  ]);
}
