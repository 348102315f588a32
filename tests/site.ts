import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** Files by their path within a site, `/` for the page itself. */
export type Files = ReadonlyMap<string, Uint8Array>;

export interface Served {
  /** Address of the page, with `/` at its end. */
  readonly address: string;
  /** Serves another version at the same address from now on. */
  readonly publish: (files: Files) => void;
  /** Answers everything with a status and no content from now on. */
  readonly fail: (status: number) => void;
  /** Paths that browsers have asked for so far, in order. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  "": "text/html; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};
/** Brotli in the quality of a good server, for whoever judges sizes; it takes seconds for a site. */
export const BEST = constants.BROTLI_MAX_QUALITY;
/** Brotli that takes no time. */
const QUICK = 3;

/** Already compressed in themselves. */
const PACKED = new Set([".woff2", ".png", ".jpg", ".avif", ".webp"]);

/** How long a file is kept, as the recipes for hosts say: what is named by its content for ever, an embed's scripts for a while. */
function kept(path: string): string {
  if (path.includes("/assets/")) return "public, max-age=31536000, immutable";
  return path.startsWith("/embed/v1/") ? "public, max-age=3600, stale-while-revalidate=86400" : "no-cache";
}

/** Every file of a built site. Throws when there is no `index.html`. */
export async function builtSite(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Map<string, Uint8Array>();
  for (const path of paths) files.set(path.slice(folder.length).replaceAll("\\", "/"), await readFile(path));
  const page = files.get("/index.html");
  if (page === undefined) throw new Error(`no index.html in ${folder}: build the story first`);
  return files.set("/", page);
}

/**
 * Serves from memory at a free port of this machine: folders by their index, what is not there by `404.html`. `under` is the folder of the
 * host that the site lies in, with `/` at both ends; `quality` is that of brotli.
 */
export async function serve(
  files: Files,
  under = "/",
  headers: Readonly<Record<string, string>> = {},
  quality = QUICK,
): Promise<Served> {
  let bodies = packed(files, quality);
  const paths: string[] = [];
  let failure = 0;
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    paths.push(pathname);
    if (failure > 0) {
      response.writeHead(failure).end();
      return;
    }
    const asked = pathname.startsWith(under) ? pathname.slice(under.length - 1) : "";
    if (bodies.has(`${asked}/index.html`)) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const path = asked.endsWith("/") ? `${asked}index.html` : asked;
    const found = bodies.get(path === "/index.html" ? "/" : path);
    const body = found ?? bodies.get("/404.html");
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (found === undefined) {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8", "content-encoding": "br" }).end(body);
      return;
    }
    response.writeHead(200, {
      ...headers,
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-length": body.byteLength,
      "cache-control": kept(path),
      ...(PACKED.has(extname(path)) ? {} : { "content-encoding": "br" }),
    });
    response.end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const place = server.address();
  if (place === null || typeof place === "string") throw new Error("the server has no port");
  return {
    address: `http://127.0.0.1:${place.port}${under}`,
    asked: paths,
    publish(next) {
      bodies = packed(next, quality);
    },
    fail(status) {
      failure = status;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Files as they are sent, each compressed once: at its best before anything is asked for, otherwise when it is asked for. */
function packed(files: Files, quality: number): Pick<Files, "get" | "has"> {
  const pack = ([path, bytes]: readonly [string, Uint8Array]): Uint8Array =>
    PACKED.has(extname(path)) ? bytes : compressed(bytes, quality);
  const early = quality === BEST ? [...files].filter(([path]) => path === "/" || path.startsWith("/assets/")) : [];
  const held = new Map(early.map((file) => [file[0], pack(file)]));
  return {
    has: (path) => files.has(path),
    get(path) {
      const bytes = files.get(path);
      const sent = held.get(path) ?? (bytes === undefined ? undefined : pack([path, bytes]));
      if (sent !== undefined) held.set(path, sent);
      return sent;
    },
  };
}

export function compressed(bytes: Uint8Array | string, quality = BEST): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}
