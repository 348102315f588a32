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

/** Returns the address of a step or a chapter in the cached start page, or null for any other page. */
async function findInStart({ url }: Request): Promise<string | null> {
  const start = new URL("./", location.href).href;
  const folders = url
    .replace(/[?#].*/, "")
    .slice(start.length)
    .split("/")
    .filter(Boolean);
  const place = folders.at(-1) ?? "";
  const text = (await (await kept(start))?.text()) ?? "";
  return folders.length < 3 && /^[\w-]+$/.test(place) && text.includes(` id="${place}"`) ? `${start}#${place}` : null;
}

/** Redirects to a step or a chapter in the cached start page when network and cache fail. */
async function page(request: Request): Promise<Response> {
  const fresh = fetch(request);
  const old = await kept(request.url);
  try {
    if (old === undefined) return await fresh;
    const slow = new Promise<Response>((give) => setTimeout(() => give(old), PATIENCE));
    const first = await Promise.race([fresh, slow]);
    return first.status >= 500 ? old : first;
  } catch (error) {
    if (old !== undefined) return old;
    const place = await findInStart(request);
    if (place === null) throw error;
    return Response.redirect(place);
  }
}

/** A still of the other theme is better than none. */
function otherTheme(address: string): string {
  return address.includes("-night.") ? address.replace("-night.", ".") : address.replace(/\.(?=\w+$)/, "-night.");
}

async function file(request: Request): Promise<Response> {
  const old = await kept(request.url);
  if (old !== undefined && new URL(request.url).pathname.includes("/assets/")) return old;
  return fetch(request).catch(async (error: unknown) => {
    const found = old ?? (request.destination === "image" ? await kept(otherTheme(request.url)) : undefined);
    if (found === undefined) throw error;
    return found;
  });
}

addEventListener("fetch", (event) => {
  if (!isAsked(event)) return;
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});
