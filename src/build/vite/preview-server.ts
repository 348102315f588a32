import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { renderUnicodeCompact } from "uqr";
import type { PreviewServer } from "vite";
import { isFile, lose, type Middleware, middleware, redirect, url } from "./middleware.ts";

function trailingSlash(folder: string): Middleware {
  return middleware(async (request, response) => {
    const asked = url(request.url);
    if (asked.pathname.endsWith("/")) return false;
    const there = await isFile(join(folder, normalize(asked.pathname), "index.html"));
    return there ? redirect(asked, response) : false;
  });
}

/** Must come last. */
function notFound(folder: string): Middleware {
  return middleware(async (request, response) => {
    const { pathname } = url(request.url);
    const path = join(folder, normalize(pathname), pathname.endsWith("/") ? "index.html" : "");
    return (await isFile(path)) ? false : lose(response, await readFile(join(folder, "404.html")));
  });
}

/** Serves a build as a static host does. Returns the hook that Vite runs after its own middleware. */
export function configurePreview(preview: PreviewServer, folder: string): () => void {
  preview.middlewares.use(trailingSlash(folder));
  return () => {
    preview.middlewares.use(notFound(folder));
    const print = preview.printUrls.bind(preview);
    preview.printUrls = () => {
      print();
      const address = preview.resolvedUrls?.network[0];
      if (address !== undefined)
        preview.config.logger.info(
          `\n${renderUnicodeCompact(address, { border: 2 })}\n  scan to read on a phone in the same network: ${address}\n`,
        );
    };
  };
}
