import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { renderUnicodeCompact } from "uqr";
import type { PreviewServer } from "vite";
import { isFile, lose, type Middleware, middleware, redirect, url } from "./middleware.ts";

/** For a built folder: the address of a folder without its slash leads to the one with it. */
export function trailingSlash(folder: string): Middleware {
  return middleware(async (request, response) => {
    const asked = url(request.url);
    if (asked.pathname.endsWith("/")) return false;
    const there = await isFile(join(folder, normalize(asked.pathname), "index.html"));
    return there ? redirect(asked, response) : false;
  });
}

/** For a built folder: answers with its 404 page for what is not in it. Comes after all that there is. */
export function notFound(folder: string): Middleware {
  return middleware(async (request, response) => {
    const { pathname } = url(request.url);
    const path = join(folder, normalize(pathname), pathname.endsWith("/") ? "index.html" : "");
    return (await isFile(path)) ? false : lose(response, await readFile(join(folder, "404.html")));
  });
}

/** Serves a built folder as a host of files does, and says at which address a phone in the same network reads it. Returns what comes last. */
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
