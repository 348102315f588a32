import { outline, wechat } from "virtual:page";
import { stagePolicy } from "../core/model/names.ts";
// oxlint-disable-next-line import/default -- the suffix is Vite's: the default export is the address.
import stageWorker from "../workers/stage-main.ts?worker&url";
import type { StoryRenderer } from "./player/easel.ts";
import { browserEnvironment } from "./ui/environment.ts";
import { cacheForOffline } from "./ui/offline.ts";
import { trustedScriptUrl } from "./ui/trusted-url.ts";

const root = document.documentElement;
const controller = new AbortController();

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

async function loadSvg(): Promise<StoryRenderer> {
  const { config, createTween, story, svgRenderer } = await import("./chunks/svg-fallback.ts");
  return svgRenderer({ ...story, config }, (draw) => createTween(draw, controller.signal));
}

function createWorker(): Worker {
  const address = trustedScriptUrl(window, stagePolicy(STORY_NAME), new URL(stageWorker, import.meta.url).href);
  return new Worker(address, { type: "module" });
}

async function start(): Promise<void> {
  const { canDrawInWorker, mountPage, workerRenderer } = await import("./chunks/after-paint.ts");
  await pause();
  const mount = { view: window, signal: controller.signal };
  const renderer = canDrawInWorker(window) ? workerRenderer(createWorker, loadSvg, mount) : await loadSvg();
  mountPage(outline, renderer, document, root, browserEnvironment(mount));
  if (import.meta.env.PROD) cacheForOffline(mount, import.meta.url, renderer.loadAll);
}

wechat?.(window);

// Fall back to the static page: text and stills.
start().catch((error: unknown) => {
  controller.abort();
  root.classList.remove("enhanced");
  delete root.dataset["mode"];
  throw error;
});
