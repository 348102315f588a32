import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Plugin, type ResolvedConfig, runnerImport, type ViteDevServer } from "vite";
import { filmFile } from "../../core/model/files.ts";
import { SONG_FAMILY, songFamily } from "../../core/model/names.ts";
import { OFFLINE_DIGESTS } from "../../core/model/routes.ts";
import type { SceneConfig } from "../../core/model/scene-config.ts";
import type { SceneCatalog } from "../../core/model/story.ts";
import { toClientStory } from "../content/client-story.ts";
import { compileStory } from "../content/compile.ts";
import { formatOldFilms } from "../content/film-summary.ts";
import { storyName } from "../content/site-config.ts";
import { contentHash, pruneCache } from "./cache.ts";
import { parsePage, toHtml } from "../site/html.ts";
import { addCsp } from "./csp.ts";
import { devNotFound, routeMiddleware, serveFiles } from "./dev-server.ts";
import { buildEmbeds } from "./embed-scripts.ts";
import { findFilms, NO_FILMS } from "./films.ts";
import { headingFontFile } from "./fonts.ts";
import { renderIcons } from "./icons.ts";
import { splitCss } from "./late-css.ts";
import { pathnameOf } from "./middleware.ts";
import { fillShell, inlineStylesheet, rebaseLinks, relativeHome } from "./page-shell.ts";
import { offlineDigests } from "./offline-digests.ts";
import { configurePreview } from "./preview-server.ts";
import { NO_PUBLIC_URL, publicUrl } from "./public-url.ts";
import { publisherFiles, writeHtmlPage } from "./publisher-files.ts";
import { ASSETS_ROOT, readAssets, readSources, STORY_ROOT } from "./read-sources.ts";
import { renderImages, stackImages } from "./render-images.ts";
import { StoryError } from "./story-error.ts";
import { pageModule, storyModule } from "./virtual-modules.ts";

const STORY = "virtual:story";
const PAGE = "virtual:page";
const MADE: readonly string[] = [STORY, PAGE];
const SCENES = "virtual:scenes";
const DEV_FONT = "/@story/song.woff2";

type SiteEntry = typeof import("./site-entry.ts");
type SiteCode = SiteEntry["siteCode"];

interface Code extends SiteEntry {
  readonly config: SceneConfig;
}

export function storyPlugin(scenes: string, parts: string): Plugin {
  let config: ResolvedConfig;
  let server: ViteDevServer | undefined;
  let built: Promise<Code> | undefined;

  /**
   * Loads scenes and pages at runtime. Importing them here would make them part of the Vite configuration, and every
   * change would restart the server.
   */
  async function code(): Promise<Code> {
    if (server === undefined) {
      built ??= importBuilt();
      return built;
    }
    const { config: art } = await server.ssrLoadModule(`/${scenes}`);
    const { siteCode } = await server.ssrLoadModule("/src/build/vite/site-entry.ts");
    return { config: art, siteCode };
  }

  async function importBuilt(): Promise<Code> {
    const load = <T>(path: string) =>
      runnerImport<T>(`${config.root}/${path}`, { configFile: false, root: config.root });
    const [{ module: site }, { module: art }] = await Promise.all([
      load<SiteEntry>("src/build/vite/site-entry.ts"),
      load<{ readonly config: SceneConfig }>(scenes),
    ]);
    return { config: art.config, siteCode: site.siteCode };
  }

  async function compiled() {
    const { config: art, siteCode } = await code();
    const catalog: SceneCatalog = new Map(Object.entries(art.scenes));
    const assets = await readAssets(config.root);
    const { story: found, problems } = compileStory(await readSources(config.root), catalog, assets);
    if (found === null) throw new StoryError(problems, config.root);
    return { story: { ...found, config: art }, catalog, siteCode };
  }

  async function rendered() {
    const { story: found, catalog, siteCode } = await compiled();
    const { filmContent, filmCovers, toStandaloneSvg: standalone } = siteCode;
    const home = publicUrl(found.site, process.env["SITE_URL"]);
    const films =
      server === undefined
        ? await findFilms(config.root, () => found.films.map((film) => [film.id, filmContent(found, film, home)]))
        : NO_FILMS;
    const made = siteCode.renderSite(found, home, [...films.files.keys()]);
    const icon = await readFile(`${config.root}/assets/icon.svg`);
    const font = await headingFontFile(found.site.name, made.songText);
    const face = (path: string): string => font.rule(server === undefined ? relativeHome(path) + font.file : DEV_FONT);
    const paths = new Map(made.addresses.map(({ id, path }) => [id, path]));
    const address = { home, name: found.site.name };
    return {
      ...made,
      home,
      site: found.site,
      standalone,
      font,
      films,
      images: () => [
        ...siteCode.allImages(found, ({ id }) => (home === "" ? null : home + (paths.get(id) ?? ""))),
        ...found.films.filter(({ id }) => films.files.has(id)).flatMap((film) => filmCovers(found, film)),
      ],
      slices: () => siteCode.longImageParts(found),
      embeds: (css: string, songRule: (path: string) => string) =>
        buildEmbeds(config, {
          home,
          name: found.site.name,
          scenes,
          lean: toClientStory(found, catalog),
          pages: siteCode.embedPages(found, home),
          css,
          font: font.bytes,
          face: songRule,
        }),
      lost: () => toHtml(addCsp(siteCode.notFoundPage(found, home, icon.toString()), { ...found.site, wechat: null })),
      pressKit: (
        files: ReadonlyMap<string, string | Uint8Array>,
        ...unpainted: Parameters<SiteCode["listUnpainted"]>
      ) =>
        writeHtmlPage(siteCode.pressKitPage(found, files, home, siteCode.listUnpainted(...unpainted)), address, face),
      files: async () =>
        new Map<string, string | Uint8Array>([
          ...made.files(),
          ...publisherFiles(siteCode.publisherPages(found, home), address, face),
          ...(await renderIcons(icon, Object.values(siteCode.ICONS))),
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
      return { define: { STORY_NAME: JSON.stringify(storyName(await readSources(root))), STAGE_VERSION: '""' } };
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
        const { addresses, page, files, font, films, images, slices, standalone, embeds, pressKit, home, site, lost } =
          await renderedOnce();
        const emit = (fileName: string, source: string | Uint8Array): void =>
          void this.emitFile({ type: "asset", fileName, source });
        const say = (line: string): void => config.logger.info(line);
        if (home === "") config.logger.warn(NO_PUBLIC_URL);
        if (films.old.length > 0) config.logger.warn(formatOldFilms(films.old));
        const painted = await renderImages({ images: images(), standalone }, say);
        const shown = new Map<string, string | Uint8Array>([
          ...(await files()),
          ...painted,
          ...(await stackImages(slices(), standalone)),
        ]);
        for (const [id, file] of films.files) shown.set(`${filmFile({ id })}.mp4`, await readFile(file));
        for (const [fileName, source] of [...shown, ...pressKit(shown, [], [])]) emit(fileName, source);
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
          const html = toHtml(addCsp(rebaseLinks(filled, address.path), site, { recordings: site.recordings }));
          if (address.path === "") frame.source = html;
          else emit(`${address.path}index.html`, html);
        }
        delete bundle[css.fileName];
        await pruneCache();
      },
    },
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const files = new Map(
        Object.values(bundle).map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source] as const),
      );
      await writeFile(join(dir, OFFLINE_DIGESTS), JSON.stringify(offlineDigests(files)));
    },
    configureServer(started) {
      server = started;
      started.middlewares.use(routeMiddleware(async () => (await renderedOnce()).addresses.map(({ path }) => path)));
      started.watcher.add(`${config.root}/${STORY_ROOT}`);
      const renew = (file: string): void => {
        if (![STORY_ROOT, ASSETS_ROOT].some((folder) => file.startsWith(`${config.root}/${folder}/`))) return;
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
