import story, { wechat } from "virtual:story";
import { browserEnvironment } from "./ui/environment.ts";
import { cacheForOffline } from "./ui/offline.ts";

const root = document.documentElement;
const controller = new AbortController();

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

async function start(): Promise<void> {
  const { config, mountPage } = await import("./mount-story.ts");
  await pause();
  const mount = { view: window, signal: controller.signal };
  mountPage({ ...story, config }, document, root, browserEnvironment(mount));
  if (import.meta.env.PROD) cacheForOffline(mount, import.meta.url);
}

wechat?.(window);

// Fall back to the static page: text and stills.
start().catch((error: unknown) => {
  controller.abort();
  root.classList.remove("enhanced");
  delete root.dataset["mode"];
  throw error;
});
