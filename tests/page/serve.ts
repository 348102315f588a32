import { fileURLToPath } from "node:url";
import { preview, type PreviewServer } from "vite";
import { builtFixture } from "../fixture-story/build.ts";

/** Serves a built folder with the headers of the real site, at a free port of this machine alone. */
async function served(outDir: string): Promise<{ readonly server: PreviewServer; readonly address: string }> {
  const server = await preview({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0, strictPort: true, open: false },
    logLevel: "warn",
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error(`the server of ${outDir} did not tell its address`);
  return { server, address };
}

/**
 * Serves the real story and the fixture story for as long as the tests run. The addresses go to the tests as `SITE`, which Playwright takes
 * for relative addresses, and `FIXTURE_SITE`.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const [real, fixture] = await Promise.all([served("dist"), builtFixture().then(served)]);
  process.env.SITE = real.address;
  process.env.FIXTURE_SITE = fixture.address;
  return async () => {
    await Promise.all([real.server.close(), fixture.server.close()]);
  };
}
