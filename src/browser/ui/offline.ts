import { cacheName, workerPolicy } from "../../core/model/names.ts";
import { FACTS_PATH, FACTS_SHEET, OFFLINE_DIGESTS } from "../../core/model/routes.ts";
import type { Mount } from "../lib/defer.ts";
import { trustedScriptUrl } from "./trusted-url.ts";

/** Delay after the reader's first act, ms: by then the pictures run and the network is idle. */
const REST = 3000;

/** Acts of a reader: in cards nothing scrolls. */
const ACTS = ["scroll", "keydown", "pointerdown"] as const;

/**
 * Caches after the reader's first act, and again when they turn to the article. `entry` is the URL of the page's entry
 * script, one folder below the story's home; `loadAll` loads the files that the page itself asks for only later.
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
  const root = view.document.documentElement;
  let mode = root.dataset["mode"];
  let begun = false;
  let writing: Promise<unknown> = Promise.resolve();
  let timer = 0;

  function write(): void {
    view.clearTimeout(timer);
    timer = view.setTimeout(() => {
      // The cache is optional.
      writing = writing
        .then(loadAll)
        .then((more) => keep(view, start, entry, { here, more: [...more, ...stills(view)] }))
        .catch(() => undefined);
    }, REST);
  }

  function begin(): void {
    if (begun) return;
    begun = true;
    write();
  }

  const observer = new MutationObserver(() => {
    if (root.dataset["mode"] === mode) return;
    mode = root.dataset["mode"];
    if (begun && mode === "article") write();
  });
  observer.observe(root, { attributes: true, attributeFilter: ["data-mode"] });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    view.clearTimeout(timer);
  });
  for (const act of ACTS) view.addEventListener(act, begin, { once: true, passive: true, signal });
}

/** Returns the addresses of the article's stills, as this device shows them; none in other view modes. */
function stills(view: Window): readonly string[] {
  if (view.document.documentElement.dataset["mode"] !== "article") return [];
  const night = view.matchMedia("(prefers-color-scheme: dark)").matches;
  return [...view.document.querySelectorAll("figure picture")].flatMap((picture) => {
    const [source, image] = [picture.querySelector("source"), picture.querySelector("img")];
    const file = night ? source?.srcset : image?.src;
    return file === undefined ? [] : [new URL(file, view.document.baseURI).href];
  });
}

interface Known {
  /** True on the start page. */
  readonly here: boolean;
  /** Addresses of files that others than the page have loaded, or that it has not asked for yet. */
  readonly more: readonly string[];
}

type Digests = ReadonlyMap<string, string>;

/** Loads the SHA-256 of each file of the build, in base64, by its path. */
async function loadDigests(view: Window, start: string): Promise<Digests> {
  const response = await view.fetch(new URL(OFFLINE_DIGESTS, start), { cache: "no-cache" });
  const read: unknown = await response.json();
  const pairs = Object.entries({ ...(read ?? null) }) satisfies [string, unknown][];
  return new Map(
    pairs.flatMap(([path, digest]: [string, unknown]) => (typeof digest === "string" ? [[path, digest]] : [])),
  );
}

async function isWhole(response: Response, digest: string | undefined): Promise<boolean> {
  if (!response.ok) return false;
  const bytes = await response.clone().arrayBuffer();
  // Hosts may add to pages: these only have to reach their end.
  if (digest === undefined) return new TextDecoder().decode(bytes).trimEnd().endsWith("</html>");
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...found)) === digest;
}

/** Rejects when not even the server has the whole file: what the browser's cache has may be broken. */
async function fetchWhole(view: Window, address: string, digest: string | undefined): Promise<Response> {
  for (const cache of ["default", "reload"] as const) {
    const response = await view.fetch(address, { cache });
    if (await isWhole(response, digest)) return response;
  }
  throw new TypeError(`not whole: ${address}`);
}

/**
 * Caches nothing in an iframe, or if the start page does not name `entry` and so is another version. Rejects when the
 * browser refuses or a file is not whole.
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
  if (!named.includes(entry) || !(await isWhole(page, undefined))) return;
  const used = view.performance.getEntriesByType("resource").map(({ name }) => name);
  const own = [...used, ...more].filter((name) => /^(?:assets|stills)\//.test(name.slice(start.length)));
  const tables = [FACTS_PATH, FACTS_SHEET].map((path) => new URL(path, start).href);
  const files = [...new Set([...named, ...own, ...tables])];
  const digests = await loadDigests(view, start);
  const whole = await Promise.all(
    files.map(async (file) => [file, await fetchWhole(view, file, digests.get(file.slice(start.length)))] as const),
  );
  const store = await view.caches.open(cacheName(STORY_NAME));
  await Promise.all(whole.map(([file, response]) => store.put(file, response)));
  await store.put(start, page);
  const kept = await store.keys();
  await Promise.all(
    kept.filter(({ url }) => url !== start && !files.includes(url)).map((request) => store.delete(request)),
  );
}
