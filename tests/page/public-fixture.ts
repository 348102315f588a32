import { builtFixture } from "../fixture-story/build.ts";
import { builtSite, type Files } from "../site.ts";
import { SIGNING } from "./wechat.ts";

/** Public address of the fixture story, in a folder of its host. */
export const PUBLIC_ADDRESS = "https://example.org/news/harbour/";

/** The folder of the fixture story built for `PUBLIC_ADDRESS`, with WeChat's cards configured. */
export function builtPublicFixture(): Promise<string> {
  return builtFixture({ address: PUBLIC_ADDRESS, settings: `wechat:\n  signature: ${SIGNING}\n` });
}

/** Files of the fixture story as it was built before the tests, with a public address or without. */
export function fixtureFiles(edition: "public" | "unaddressed"): Promise<Files> {
  return builtSite(process.env[edition === "public" ? "PUBLIC_FIXTURE_FOLDER" : "FIXTURE_FOLDER"] ?? "");
}
