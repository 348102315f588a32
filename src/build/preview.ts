import { renderUnicodeCompact } from "uqr";
import type { PreviewServer } from "vite";
import { missing, slashed } from "./serving.ts";

/** Serves a built folder as a host of files does, and says at which address a phone in the same network reads it. Returns what comes last. */
export function previewed(preview: PreviewServer, folder: string): () => void {
  preview.middlewares.use(slashed(folder));
  return () => {
    preview.middlewares.use(missing(folder));
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
