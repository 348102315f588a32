import { fileURLToPath } from "node:url";
import { preview } from "vite";

/**
 * Serves `dist/` with the headers of the real site, at a free port of this machine alone, for as long as the tests run.
 * The address goes to the tests as `SITE`, which Playwright takes for relative addresses.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const server = await preview({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    preview: { host: "127.0.0.1", port: 0, strictPort: true, open: false },
    logLevel: "warn",
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("the server of dist/ did not tell its address");
  process.env.SITE = address;
  return () => server.close();
}
