import { trustedScriptUrl } from "./trusted-url.ts";

/** The browser's store of the story's files; the worker reads it under the same name. */
const STORE = "anyuan.story.1";

/** How long after the reader's first scroll the keeping begins, ms: by then the pictures run and the network is free. */
const REST = 3000;

/**
 * Keeps what the story was made of on the device, once the reader has begun to scroll. Returns its undo, which ends only the waiting.
 * `entry` is the address of the first of this load's scripts, in a folder of the story's home.
 */
export function cacheForOffline(view: Window, entry: string): () => void {
  let timer = 0;
  const start = new URL("../", entry).href;
  // Asked now: the address follows the reader.
  const { origin, pathname } = view.location;
  const here = origin + pathname === start;
  const begin = (): void => {
    timer = view.setTimeout(() => {
      // Reading goes on without it.
      keep(view, start, entry, here).catch(() => undefined);
    }, REST);
  };
  view.addEventListener("scroll", begin, { once: true, passive: true });
  return () => {
    view.removeEventListener("scroll", begin);
    view.clearTimeout(timer);
  };
}

/**
 * The start page of this version with the files it names, and every script and font that this load used, so that the story opens again without
 * a network. What belongs to older versions goes. A start page that does not name the script `entry` is another version's: then all stays as
 * it was kept before. `here` tells whether this load is the start page itself. Does nothing in a frame, where workers are forbidden. Rejects when the browser refuses or a file cannot be had.
 */
async function keep(view: Window, start: string, entry: string, here: boolean): Promise<void> {
  const { serviceWorker } = view.navigator;
  if (view.parent !== view || !("caches" in view) || serviceWorker === undefined) return;
  const worker = new URL("worker.js", start).href;
  await serviceWorker.register(trustedScriptUrl(view, "anyuan-worker", worker), { scope: start });
  // What has just come is taken from the browser's own cache; a step's page says nothing about the start page.
  const page = await view.fetch(start, { cache: here ? "force-cache" : "no-cache" });
  const text = await page.clone().text();
  const named = (text.match(/assets\/[\w.-]+/g) ?? []).map((name) => new URL(name, start).href);
  if (!page.ok || !named.includes(entry)) return;
  const used = view.performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(new URL("assets/", start).href));
  const files = [...new Set([...named, ...used])];
  const store = await view.caches.open(STORE);
  await store.addAll(files);
  await store.put(start, page);
  const kept = await store.keys();
  await Promise.all(
    kept.filter(({ url }) => url !== start && !files.includes(url)).map((request) => store.delete(request)),
  );
}
