import story, { wechat } from "virtual:story";
import { browserEnvironment } from "./ui/environment.ts";
import { cacheForOffline } from "./ui/offline.ts";

const root = document.documentElement;

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

async function start(): Promise<void> {
  const { config, mountPage } = await import("./page.ts");
  await pause();
  mountPage({ ...story, config }, document, root, browserEnvironment(window));
  if (import.meta.env.PROD) cacheForOffline(window, import.meta.url);
}

wechat?.(window);

// Fall back to the static page: text and stills.
start().catch((error: unknown) => {
  root.classList.remove("enhanced");
  delete root.dataset["mode"];
  throw error;
});
