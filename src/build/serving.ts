import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize } from "node:path";

/** Answers a request, or says that another must. */
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** What stands between a request and its answer. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

function middleware(answered: Answer): Middleware {
  return (request, response, next) => {
    void (async () => {
      try {
        if (!(await answered(request, response))) next();
      } catch (error) {
        next(error);
      }
    })();
  };
}

function url(address: string | undefined): URL {
  return new URL(address ?? "/", "http://localhost");
}

/** Path of an address relative to the root. */
export function pathOf(address: string): string {
  return url(address).pathname.slice(1);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Leads to a folder's own address, as hosts of files do, with what was asked kept. */
function redirect({ pathname, search }: URL, response: ServerResponse): true {
  response.writeHead(301, { location: `${pathname}/${search}` }).end();
  return true;
}

function lose(response: ServerResponse, html: string | Uint8Array): true {
  response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(html);
  return true;
}

/** While the sources are served: gives every address of the story its page. */
export function addressed(paths: () => Promise<readonly string[]>): Middleware {
  return middleware(async (request, response) => {
    const asked = url(request.url);
    const path = asked.pathname.slice(1);
    if (path === "" || /[.@]|^(?:src|tests|node_modules)\//.test(path)) return false;
    const known = await paths();
    if (known.includes(`${path}/`)) return redirect(asked, response);
    if (known.includes(path)) request.url = `/index.html${asked.search}`;
    return false;
  });
}

/** While the sources are served: answers for addresses that there are not. Comes after all that there is. */
export function lostIn(root: string, lost: () => Promise<string>): Middleware {
  return middleware(async (request, response) => {
    const { pathname } = url(request.url);
    if (pathname === "/" || !(request.headers.accept ?? "").includes("text/html")) return false;
    return (await isFile(join(root, normalize(pathname)))) ? false : lose(response, await lost());
  });
}

/** For a built folder: the address of a folder without its slash leads to the one with it. */
export function slashed(folder: string): Middleware {
  return middleware(async (request, response) => {
    const asked = url(request.url);
    if (asked.pathname.endsWith("/")) return false;
    const there = await isFile(join(folder, normalize(asked.pathname), "index.html"));
    return there ? redirect(asked, response) : false;
  });
}

/** For a built folder: answers with its 404 page for what is not in it. Comes after all that there is. */
export function missing(folder: string): Middleware {
  return middleware(async (request, response) => {
    const { pathname } = url(request.url);
    const path = join(folder, normalize(pathname), pathname.endsWith("/") ? "index.html" : "");
    return (await isFile(path)) ? false : lose(response, await readFile(join(folder, "404.html")));
  });
}
