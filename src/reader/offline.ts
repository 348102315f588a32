/** The browser's store of the story's files; the worker reads it under the same name. */
const STORE = "anyuan.story.1";

/** Trusted Types as far as they are used here: not every browser has them, nor does the compiler. */
interface Policies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

function policies(view: object): Policies | undefined {
  const found: unknown = "trustedTypes" in view ? view.trustedTypes : undefined;
  return isPolicies(found) ? found : undefined;
}

function isPolicies(value: unknown): value is Policies {
  return typeof value === "object" && value !== null && "createPolicy" in value;
}

/**
 * Keeps what the story was made of on the device, so that it opens again without a network: the start page of this version, and every
 * script and font that this load used. What belongs to older versions goes. Does nothing in a frame, where workers are forbidden,
 * or when the browser refuses: reading goes on without it.
 */
export async function offline(view: Window, start: string): Promise<void> {
  const { serviceWorker } = view.navigator;
  if (view.parent !== view || !("caches" in view) || serviceWorker === undefined) return;
  const worker = new URL("worker.js", start).href;
  const trusted = policies(view)?.createPolicy("anyuan-worker", {
    createScriptURL(address) {
      if (address !== worker) throw new TypeError(`not the story's worker: ${address}`);
      return address;
    },
  });
  await serviceWorker.register(trusted?.createScriptURL(worker) ?? worker, { scope: start });
  const used = view.performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(new URL("assets/", start).href));
  const files = [start, ...new Set(used)];
  const store = await view.caches.open(STORE);
  await store.addAll(files);
  const kept = await store.keys();
  await Promise.all(kept.filter(({ url }) => !files.includes(url)).map((request) => store.delete(request)));
}
