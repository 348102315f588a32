import { plainPage } from "./baseline.ts";
import type { Column } from "./compare.ts";
import type { Options } from "./options.ts";
import { BEST, builtSite, type Files, serve, type Served } from "../site.ts";

/** The sites that are compared. */
export interface Pages {
  readonly columns: readonly Column[];
  /** HTML of the story's start page. */
  readonly html: string;
  /** Address of a page, by its path without `/` at the beginning. */
  readonly address: (column: Column, path?: string) => string;
  readonly close: () => Promise<void>;
}

/** Serves the built story, a plain page for each of its measured pages, and another build where one is given. */
export async function servePages({ site, against, places }: Options): Promise<Pages> {
  const files = await builtSite(site);
  const paths = ["", ...places];
  const plain = paths.map((path): readonly [string, Uint8Array] => {
    const page = new TextEncoder().encode(plainPage(htmlOf(files, path)));
    return [path === "" ? "/" : `/${path}index.html`, page];
  });
  const sites = new Map<Column, Served>([["plain", await serve(new Map(plain), "/", {}, BEST)]]);
  if (against !== undefined) sites.set("before", await serve(await builtSite(against), "/", {}, BEST));
  sites.set("story", await serve(files, "/", {}, BEST));
  const address: Pages["address"] = (column, path = "") => {
    const found = sites.get(column);
    if (found === undefined) throw new RangeError(`${column} is not served`);
    return found.address + path;
  };
  // Compresses every page before it is measured.
  for (const column of sites.keys()) for (const path of paths) await (await fetch(address(column, path))).arrayBuffer();
  return {
    columns: [...sites.keys()],
    html: htmlOf(files, ""),
    address,
    async close() {
      for (const one of sites.values()) await one.close();
    },
  };
}

/** HTML of a page of a built site, by its path without `/` at the beginning. Throws RangeError without one. */
export function htmlOf(files: Files, path: string): string {
  const bytes = files.get(path === "" ? "/" : `/${path}index.html`);
  if (bytes === undefined) throw new RangeError(`the story has no page ${path}`);
  return new TextDecoder().decode(bytes);
}
