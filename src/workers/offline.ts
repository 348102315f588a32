/**
 * Reopens a story without a network. Pages come from the network first, so that no reader is kept on an old version;
 * only files with a content hash in their name come from the cache first.
 */

/** `cacheName` of the story. The worker imports nothing, so that it stays one file. */
const STORE = `${STORY_NAME}.story.1`;

/** Time to wait for the network when a cached page exists, ms. */
const PATIENCE = 5000;

/** The parts of FetchEvent used here: TypeScript's `dom` and `webworker` libs conflict in one program. */
interface Asked extends Event {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}

function isAsked(event: Event): event is Asked {
  return "request" in event && "respondWith" in event;
}

async function kept(address: string): Promise<Response | undefined> {
  const store = await caches.open(STORE);
  return store.match(address, { ignoreSearch: true });
}

/** Redirects to the cached start page, with the step as its hash, when network and cache fail. */
async function page(request: Request): Promise<Response> {
  const fresh = fetch(request);
  const old = await kept(request.url);
  try {
    if (old === undefined) return await fresh;
    const slow = new Promise<Response>((give) => setTimeout(() => give(old), PATIENCE));
    return await Promise.race([fresh, slow]);
  } catch (error) {
    if (old !== undefined) return old;
    const start = new URL("./", location.href).href;
    if ((await kept(start)) === undefined) throw error;
    const place = new URL(request.url).pathname.split("/").filter(Boolean).at(-1) ?? "";
    return Response.redirect(`${start}#${place}`);
  }
}

async function file(request: Request): Promise<Response> {
  const old = await kept(request.url);
  if (old !== undefined && new URL(request.url).pathname.includes("/assets/")) return old;
  return fetch(request).catch((error: unknown) => {
    if (old === undefined) throw error;
    return old;
  });
}

addEventListener("fetch", (event) => {
  if (!isAsked(event)) return;
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});
