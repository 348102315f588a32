import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Plugin, type ResolvedConfig, runnerImport, type ViteDevServer } from "vite";
import { SONG_FAMILY, songFamily } from "../../core/model/names.ts";
import type { SceneConfig } from "../../core/model/scene-config.ts";
import type { SceneCatalog } from "../../core/model/story.ts";
import { toClientStory } from "../content/client-story.ts";
import { compileStory } from "../content/compile.ts";
import { storyName } from "../content/site-config.ts";
import { contentHash, pruneCache } from "./cache.ts";
import { parsePage, toHtml } from "../site/html.ts";
import { addCsp } from "./csp.ts";
import { devNotFound, routeMiddleware, serveFiles } from "./dev-server.ts";
import { buildEmbeds } from "./embed-scripts.ts";
import { headingFontFile } from "./fonts.ts";
import { renderIcons } from "./icons.ts";
import { splitCss } from "./late-css.ts";
import { pathnameOf } from "./middleware.ts";
import { fillShell, inlineStylesheet, rebaseLinks, relativeHome } from "./page-shell.ts";
import { configurePreview } from "./preview-server.ts";
import { NO_PUBLIC_URL, publicUrl } from "./public-url.ts";
import { publisherFiles } from "./publisher-files.ts";
import { readSources, STORY_ROOT } from "./read-sources.ts";
import { renderImages, stackImages } from "./render-images.ts";
import { StoryError } from "./story-error.ts";
import { pageModule, storyModule } from "./virtual-modules.ts";

const STORY = "virtual:story";
const PAGE = "virtual:page";
const MADE: readonly string[] = [STORY, PAGE];
const SCENES = "virtual:scenes";
const DEV_FONT = "/@story/song.woff2";

type Code = typeof import("./site-entry.ts");

export function storyPlugin(scenes: string, parts: string): Plugin {
  let config: ResolvedConfig;
  let server: ViteDevServer | undefined;
  let built: Promise<Code & { readonly config: SceneConfig }> | undefined;

  /**
   * Loads scenes and pages at runtime. Importing them here would make them part of the Vite configuration, and every
   * change would restart the server.
   */
  async function code(): Promise<Code & { readonly config: SceneConfig }> {
    if (server === undefined) {
      built ??= importBuilt();
      return built;
    }
    const { config: art } = await server.ssrLoadModule(`/${scenes}`);
    const { renderSite, publisherPages, embedPages, allImages, longImageParts, toStandaloneSvg, notFoundPage, ICONS } =
      await server.ssrLoadModule("/src/build/vite/site-entry.ts");
    return {
      config: art,
      renderSite,
      publisherPages,
      embedPages,
      allImages,
      longImageParts,
      toStandaloneSvg,
      notFoundPage,
      ICONS,
    };
  }

  async function importBuilt(): Promise<Code & { readonly config: SceneConfig }> {
    const load = <T>(path: string) =>
      runnerImport<T>(`${config.root}/${path}`, { configFile: false, root: config.root });
    const [{ module: site }, { module: art }] = await Promise.all([
      load<Code>("src/build/vite/site-entry.ts"),
      load<{ readonly config: SceneConfig }>(scenes),
    ]);
    return { ...site, config: art.config };
  }

  async function compiled() {
    const { config: art, ...press } = await code();
    const catalog: SceneCatalog = new Map(Object.entries(art.scenes));
    const { story: found, problems } = compileStory(await readSources(config.root), catalog);
    if (found === null) throw new StoryError(problems, config.root);
    return { story: { ...found, config: art }, catalog, ...press };
  }

  async function rendered() {
    const {
      story: found,
      catalog,
      renderSite,
      publisherPages,
      embedPages,
      allImages,
      longImageParts,
      toStandaloneSvg,
      notFoundPage,
      ICONS,
    } = await compiled();
    const home = publicUrl(found.site, process.env["SITE_URL"]);
    const made = renderSite(found, home);
    const icon = await readFile(`${config.root}/assets/icon.svg`);
    const font = await headingFontFile(found.site.name, made.songText);
    const face = (path: string): string => font.rule(server === undefined ? relativeHome(path) + font.file : DEV_FONT);
    const paths = new Map(made.addresses.map(({ id, path }) => [id, path]));
    return {
      ...made,
      home,
      site: found.site,
      standalone: toStandaloneSvg,
      font,
      images: () => allImages(found, ({ id }) => (home === "" ? null : home + (paths.get(id) ?? ""))),
      slices: () => longImageParts(found),
      embeds: (css: string, songRule: (path: string) => string) =>
        buildEmbeds(config, {
          home,
          name: found.site.name,
          scenes,
          lean: toClientStory(found, catalog),
          pages: embedPages(found, home),
          css,
          font: font.bytes,
          face: songRule,
        }),
      lost: () => toHtml(addCsp(notFoundPage(found, home, icon.toString()), { ...found.site, wechat: null })),
      files: async () =>
        new Map<string, string | Uint8Array>([
          ...made.files(),
          ...publisherFiles(publisherPages(found, home), { home, name: found.site.name }, face),
          ...(await renderIcons(icon, Object.values(ICONS))),
        ]),
    };
  }

  let whole: ReturnType<typeof rendered> | undefined;

  /** Caches the rendering: once per build; in development, until the next page load or change of `story/`. */
  function renderedOnce() {
    whole ??= rendered();
    return whole;
  }

  return {
    name: "story",
    async config({ root }) {
      return { define: { STORY_NAME: JSON.stringify(storyName(await readSources(root))) } };
    },
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (MADE.includes(id) ? `\0${id}` : id === SCENES ? `${config.root}/${parts}` : null),
    async load(id) {
      if (!MADE.some((name) => id === `\0${name}`)) return null;
      const { story: found, catalog } = await compiled();
      return id === `\0${STORY}` ? storyModule(found, catalog) : pageModule(found, config.root);
    },
    transform: {
      filter: { id: /\.css(?:$|\?)/ },
      async handler(css) {
        if (!css.includes(SONG_FAMILY)) return null;
        return css.replaceAll(SONG_FAMILY, songFamily(storyName(await readSources(config.root))));
      },
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html, { path, originalUrl }) {
        // A build fills the shell in generateBundle.
        if (server === undefined || path !== "/index.html") return html;
        whole = undefined;
        const { addresses, page, font } = await renderedOnce();
        const asked = pathnameOf(originalUrl ?? "/");
        const address = addresses.find((one) => one.path === asked) ?? addresses[0];
        return address === undefined
          ? html
          : toHtml(rebaseLinks(fillShell(parsePage(html), page(address), font.rule(DEV_FONT)), address.path));
      },
    },
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const { addresses, page, files, font, images, slices, standalone, embeds, home, site, lost } =
          await renderedOnce();
        const emit = (fileName: string, source: string | Uint8Array): void =>
          void this.emitFile({ type: "asset", fileName, source });
        const say = (line: string): void => config.logger.info(line);
        if (home === "") config.logger.warn(NO_PUBLIC_URL);
        const painted = await renderImages({ images: images(), standalone }, say);
        const all = [await files(), painted, await stackImages(slices(), standalone)];
        for (const [fileName, source] of all.flatMap((some) => [...some])) emit(fileName, source);
        emit(font.file, font.bytes);
        emit("404.html", lost());
        const frame = bundle["index.html"];
        const css = Object.values(bundle).find((other) => other.type === "asset" && other.fileName.endsWith(".css"));
        if (frame?.type !== "asset" || css?.type !== "asset")
          throw new Error("no index.html or style sheet in the build");
        const face = (path: string): string => font.rule(relativeHome(path) + font.file);
        for (const [fileName, source] of await embeds(String(css.source), face)) emit(fileName, source);
        const { first, late } = splitCss(String(css.source));
        const lateFile = `assets/late-${contentHash(late)}.css`;
        emit(lateFile, late);
        const styled = inlineStylesheet(parsePage(String(frame.source)), first, lateFile);
        for (const address of addresses) {
          const filled = fillShell(styled, page(address), face(address.path));
          const html = toHtml(addCsp(rebaseLinks(filled, address.path), site));
          if (address.path === "") frame.source = html;
          else emit(`${address.path}index.html`, html);
        }
        delete bundle[css.fileName];
        await pruneCache();
      },
    },
    configureServer(started) {
      server = started;
      started.middlewares.use(routeMiddleware(async () => (await renderedOnce()).addresses.map(({ path }) => path)));
      started.watcher.add(`${config.root}/${STORY_ROOT}`);
      const renew = (file: string): void => {
        if (!file.startsWith(`${config.root}/${STORY_ROOT}/`)) return;
        whole = undefined;
        for (const name of MADE) {
          const module = started.moduleGraph.getModuleById(`\0${name}`);
          if (module !== undefined) started.moduleGraph.invalidateModule(module);
        }
        compiled().then(
          () => started.ws.send({ type: "full-reload" }),
          (error: unknown) => {
            if (!(error instanceof StoryError)) throw error;
            started.ws.send({
              type: "error",
              err: { message: error.message, stack: "", id: error.id, loc: error.loc, plugin: "story" },
            });
          },
        );
      };
      started.watcher.on("change", renew).on("add", renew).on("unlink", renew);
      started.middlewares.use(DEV_FONT, (_, response, next) => {
        renderedOnce().then(({ font }) => {
          response.setHeader("Content-Type", "font/woff2");
          response.end(font.bytes);
        }, next);
      });
      // After Vite's own middleware, so that source files take precedence.
      return () => {
        serveFiles(started, renderedOnce);
        started.middlewares.use(devNotFound(config.root, async () => (await renderedOnce()).lost()));
      };
    },
    configurePreviewServer: (preview) => configurePreview(preview, resolve(config.root, config.build.outDir)),
  };
}
