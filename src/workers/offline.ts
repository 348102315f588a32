/**
 * The service worker of a built story: a story that was read once opens again without a network. The network always comes first, so that no
 * reader is kept on an old version; only files named by their content are taken from the device before it.
 */

/** Kept in the browser under this name; the page fills it. */
const STORE = "anyuan.story.1";

/** How long a page is waited for when an older one is at hand, ms. */
const PATIENCE = 5000;

/** The part of a worker's fetch event that is used here; the types of workers and of pages cannot be had in one program. */
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

/** A page from the network; when that fails or is slow, as it was kept; when it never was, the story's beginning at the same place. */
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

/** A file as it was kept when its name tells its content, else from the network, else as it was kept. */
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
