import type { ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import type { Connect, ViteDevServer } from "vite";
import { PRESS_KIT_PATH } from "../../core/model/routes.ts";
import type { LongImagePart } from "../images/long-image.ts";
import { isFile, lose, type Middleware, middleware, redirect, url } from "./middleware.ts";
import { type ImageSource, renderImage, stackImages } from "./render-images.ts";

const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".csv", "text/csv; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".png", "image/png"],
  [".svg", "image/svg+xml; charset=utf-8"],
  [".ico", "image/x-icon"],
  [".txt", "text/plain; charset=utf-8"],
  [".webmanifest", "application/manifest+json"],
  [".xml", "application/xml"],
]);

export interface DevFiles {
  readonly files: () => Promise<ReadonlyMap<string, string | Uint8Array>>;
  readonly images: () => ImageSource["images"];
  readonly slices: () => readonly LongImagePart[];
  /** Writes the page of the press kit; pictures that are not among the files are listed without their weight. */
  readonly pressKit: (
    files: ReadonlyMap<string, string | Uint8Array>,
    images: ImageSource["images"],
    slices: readonly LongImagePart[],
  ) => ReadonlyMap<string, string>;
  readonly standalone: ImageSource["standalone"];
}

export function serveFiles(server: ViteDevServer, stock: () => Promise<DevFiles>): void {
  async function made(name: string): Promise<string | Uint8Array | undefined> {
    const { files, images, slices, standalone, pressKit } = await stock();
    if (name === `${PRESS_KIT_PATH}index.html`) return pressKit(await files(), images(), slices()).get(name);
    const slice = slices().find(({ file }) => name === `${file}.png`);
    if (slice !== undefined) return (await stackImages([slice], standalone)).get(name);
    return (await files()).get(name) ?? renderImage({ images: images(), standalone }, name);
  }

  async function answer(address: string, response: ServerResponse, next: Connect.NextFunction): Promise<void> {
    const name = address.replace(/^\/|[?#].*$/g, "").replace(/\/$/, "/index.html");
    const type = TYPES.get(extname(name));
    try {
      const content = type === undefined ? undefined : await made(name);
      if (type === undefined || content === undefined) {
        next();
        return;
      }
      response.setHeader("Content-Type", type);
      response.end(content);
    } catch (error) {
      next(error);
    }
  }

  server.middlewares.use(({ url: address = "" }, response, next) => void answer(address, response, next));
}

export function routeMiddleware(paths: () => Promise<readonly string[]>): Middleware {
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

/** Must come last. */
export function devNotFound(root: string, lost: () => Promise<string>): Middleware {
  return middleware(async (request, response) => {
    const { pathname } = url(request.url);
    if (pathname === "/" || !(request.headers.accept ?? "").includes("text/html")) return false;
    return (await isFile(join(root, normalize(pathname)))) ? false : lose(response, await lost());
  });
}
