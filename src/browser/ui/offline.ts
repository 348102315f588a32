import { cacheName, workerPolicy } from "../../core/model/names.ts";
import { FACTS_PATH, FACTS_SHEET } from "../../core/model/routes.ts";
import type { Mount } from "../lib/defer.ts";
import { trustedScriptUrl } from "./trusted-url.ts";

/** Delay after the first scroll, ms: by then the pictures run and the network is idle. */
const REST = 3000;

/**
 * Caches after the first scroll. `entry` is the URL of the page's entry script, one folder below the story's home;
 * `loadAll` loads the files that the page itself asks for only later.
 */
export function cacheForOffline(
  { view, signal }: Mount,
  entry: string,
  loadAll: () => Promise<readonly string[]>,
): void {
  const start = new URL("../", entry).href;
  // Read now: the URL changes as the reader scrolls.
  const { origin, pathname } = view.location;
  const here = origin + pathname === start;
  const begin = (): void => {
    view.setTimeout(() => {
      // The cache is optional.
      loadAll()
        .then((more) => keep(view, start, entry, { here, more }))
        .catch(() => undefined);
    }, REST);
  };
  view.addEventListener("scroll", begin, { once: true, passive: true, signal });
}

interface Known {
  /** True on the start page. */
  readonly here: boolean;
  /** Addresses of files that others than the page have loaded. */
  readonly more: readonly string[];
}

/**
 * Caches nothing in an iframe, or if the start page does not name `entry` and so is another version. Rejects when the
 * browser refuses or a file fails to load.
 */
async function keep(view: Window, start: string, entry: string, { here, more }: Known): Promise<void> {
  const { serviceWorker } = view.navigator;
  if (view.parent !== view || !("caches" in view) || serviceWorker === undefined) return;
  const worker = new URL("worker.js", start).href;
  await serviceWorker.register(trustedScriptUrl(view, workerPolicy(STORY_NAME), worker), { scope: start });
  // The start page just loaded is in the HTTP cache; a step's page says nothing about it.
  const page = await view.fetch(start, { cache: here ? "force-cache" : "no-cache" });
  const text = await page.clone().text();
  const named = (text.match(/assets\/[\w.-]+/g) ?? []).map((name) => new URL(name, start).href);
  if (!page.ok || !named.includes(entry)) return;
  const used = view.performance.getEntriesByType("resource").map(({ name }) => name);
  const own = [...used, ...more].filter((name) => name.startsWith(new URL("assets/", start).href));
  const tables = [FACTS_PATH, FACTS_SHEET].map((path) => new URL(path, start).href);
  const files = [...new Set([...named, ...own, ...tables])];
  const store = await view.caches.open(cacheName(STORY_NAME));
  await store.addAll(files);
  await store.put(start, page);
  const kept = await store.keys();
  await Promise.all(
    kept.filter(({ url }) => url !== start && !files.includes(url)).map((request) => store.delete(request)),
  );
}
