import { type Files, serve, type Served } from "../site.ts";
import { fixtureFiles, PUBLIC_ADDRESS } from "./public-fixture.ts";
import { test } from "./story-test.ts";

interface PublicSite {
  readonly address: string;
  readonly files: Files;
}

/** Serves the fixture story with a public address while the calling file's tests run: one server for all of them. */
export function servePublicSite(): PublicSite {
  let files: Files = new Map();
  let site: Served | undefined;
  test.describe.configure({ mode: "default" });
  test.beforeAll(async () => {
    files = await fixtureFiles("public");
    site = await serve(files, new URL(PUBLIC_ADDRESS).pathname);
  });
  test.afterAll(() => site?.close());
  return {
    get address() {
      return site?.address ?? "";
    },
    get files() {
      return files;
    },
  };
}
