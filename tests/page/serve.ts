import { fileURLToPath } from "node:url";
import { preview, type PreviewServer } from "vite";
import { builtFixture } from "../fixture-story/build.ts";
import { builtPublicFixture } from "./public-fixture.ts";

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
 * for relative addresses, and `FIXTURE_SITE`; the folders of the fixture's two builds as `FIXTURE_FOLDER` and `PUBLIC_FIXTURE_FOLDER`.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const [folder, publicFolder] = await Promise.all([builtFixture(), builtPublicFixture()]);
  const [real, fixture] = await Promise.all([served("dist"), served(folder)]);
  process.env.SITE = real.address;
  process.env.FIXTURE_SITE = fixture.address;
  process.env.FIXTURE_FOLDER = folder;
  process.env.PUBLIC_FIXTURE_FOLDER = publicFolder;
  return async () => {
    await Promise.all([real.server.close(), fixture.server.close()]);
  };
}
