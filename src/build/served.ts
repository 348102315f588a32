import type { ServerResponse } from "node:http";
import { extname } from "node:path";
import type { Connect, ViteDevServer } from "vite";
import type { Slice } from "../publish/panel.ts";
import { picture, type Press } from "./pictures.ts";
import { joined } from "./slices.ts";

const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".csv", "text/csv; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".png", "image/png"],
  [".svg", "image/svg+xml; charset=utf-8"],
  [".ico", "image/x-icon"],
  [".txt", "text/plain; charset=utf-8"],
  [".webmanifest", "application/manifest+json"],
  [".xml", "application/xml"],
]);

/** What the files are made of. */
export interface Stock {
  /** What is not painted from a plate, by file name relative to the story's home. */
  readonly files: () => Promise<ReadonlyMap<string, string | Uint8Array>>;
  readonly plates: () => Press["plates"];
  readonly slices: () => readonly Slice[];
  readonly standalone: Press["standalone"];
}

/** Answers for the data, stills and pictures that a build would write beside the page, each made when it is asked for. */
export function serveFiles(server: ViteDevServer, stock: () => Promise<Stock>): void {
  async function made(name: string): Promise<string | Uint8Array | undefined> {
    const { files, plates, slices, standalone } = await stock();
    const slice = slices().find(({ file }) => name === `${file}.png`);
    if (slice !== undefined) return (await joined([slice], standalone)).get(name);
    return (await files()).get(name) ?? picture({ plates: plates(), standalone }, name);
  }

  async function answer(url: string, response: ServerResponse, next: Connect.NextFunction): Promise<void> {
    const name = url.replace(/^\/|[?#].*$/g, "").replace(/\/$/, "/index.html");
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

  server.middlewares.use(({ url = "" }, response, next) => void answer(url, response, next));
}
