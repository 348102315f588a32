import { renderUnicodeCompact } from "uqr";
import { type Plugin, type ResolvedConfig, runnerImport, type ViteDevServer } from "vite";
import { compile } from "../story/compile.ts";
import { lean } from "../story/lean.ts";
import type { SceneWords } from "../story/model.ts";
import { type Problem, wording } from "../story/problem.ts";
import { forget } from "./cache.ts";
import { pictures } from "./pictures.ts";
import { songFace, withInlineStyle, withPolicy } from "./page.ts";
import { serveFiles } from "./served.ts";
import { readSources, STORY } from "./sources.ts";

const VIRTUAL = "virtual:story";
const RESOLVED = `\0${VIRTUAL}`;
const DEV_FONT = "/@story/song.woff2";

type Code = typeof import("./code.ts");

/** The content's problems as one error: the first gives the place, the message names them all. */
class StoryError extends Error {
  readonly id: string;
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
  readonly plugin = "story";
  constructor(problems: readonly Problem[], root: string) {
    const first = problems[0] ?? { file: STORY, line: 1, column: 1, message: "" };
    super(
      `the story has ${problems.length} problem${problems.length === 1 ? "" : "s"}\n${problems.map(wording).join("\n")}`,
    );
    this.name = "StoryError";
    this.id = `${root}/${first.file}`;
    this.loc = { file: this.id, line: first.line, column: first.column };
    this.stack = "";
  }
}

/** Compiles `story/`, serves it to the page's script as `virtual:story`, writes the page, its stills and its font. */
export function story(): Plugin {
  let config: ResolvedConfig;
  let server: ViteDevServer | undefined;
  let built: Promise<Code> | undefined;

  /**
   * Scenes and page are loaded anew, never imported by this file: it belongs to the configuration, and a change to any part of that
   * restarts the server.
   */
  async function code(): Promise<Code> {
    if (server === undefined) {
      built ??= runnerImport<Code>(`${config.root}/src/build/code.ts`, { configFile: false, root: config.root }).then(
        ({ module }) => module,
      );
      return built;
    }
    const { scenes, render, published, standalone } = await server.ssrLoadModule("/src/build/code.ts");
    return { scenes, render, published, standalone };
  }

  async function compiled() {
    const { scenes: drawn, ...press } = await code();
    const scenes: SceneWords = new Map(Object.entries(drawn));
    const { story: found, problems } = compile(await readSources(config.root), scenes);
    if (found === null) throw new StoryError(problems, config.root);
    return { story: found, scenes, ...press };
  }

  async function rendered() {
    const { story: found, render, published, standalone } = await compiled();
    const made = render(found);
    return { ...made, font: await songFace(made.songText), plates: () => published(found, () => null), standalone };
  }

  let whole: ReturnType<typeof rendered> | undefined;

  /** What a build renders, once for all who ask; while the sources are served, what the page that was loaded last is rendered from. */
  function renderedOnce() {
    whole ??= rendered();
    return whole;
  }

  return {
    name: "story",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      const { story: found, scenes } = await compiled();
      return `export default ${JSON.stringify(lean(found, scenes))}`;
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        if (server !== undefined) whole = undefined;
        const { head, body, font } = await renderedOnce();
        const face = `<style>${font.rule(server === undefined ? `./${font.file}` : DEV_FONT)}</style>`;
        return html.replace("<!--head-->", () => head + face).replace("<!--body-->", () => body);
      },
    },
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const { files, font, plates, standalone } = await renderedOnce();
        const say = (line: string): void => config.logger.info(line);
        const printed = await pictures({ plates: plates(), standalone }, say);
        for (const [fileName, source] of [...files, ...printed]) this.emitFile({ type: "asset", fileName, source });
        this.emitFile({ type: "asset", fileName: font.file, source: font.bytes });
        for (const [fileName, output] of Object.entries(bundle)) {
          if (output.type !== "asset" || !fileName.endsWith(".html")) continue;
          const css = Object.values(bundle).find((other) => other.type === "asset" && other.fileName.endsWith(".css"));
          const styled =
            css?.type === "asset" ? withInlineStyle(String(output.source), String(css.source)) : String(output.source);
          output.source = withPolicy(styled);
          if (css !== undefined) delete bundle[css.fileName];
        }
        await forget();
      },
    },
    configureServer(started) {
      server = started;
      started.watcher.add(`${config.root}/${STORY}`);
      const renew = (file: string): void => {
        if (!file.startsWith(`${config.root}/${STORY}/`)) return;
        const module = started.moduleGraph.getModuleById(RESOLVED);
        if (module !== undefined) started.moduleGraph.invalidateModule(module);
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
      // After the server's own, so that a file in the sources is never asked of the story.
      return () => serveFiles(started, renderedOnce);
    },
    configurePreviewServer(preview) {
      return () => {
        const print = preview.printUrls.bind(preview);
        preview.printUrls = () => {
          print();
          const address = preview.resolvedUrls?.network[0];
          if (address !== undefined)
            preview.config.logger.info(
              `\n${renderUnicodeCompact(address, { border: 2 })}\n  scan to read on a phone in the same network: ${address}\n`,
            );
        };
      };
    },
  };
}
