import { mergeTests } from "@playwright/test";
import type { WebDriver } from "selenium-webdriver";
import type { Files } from "../site.ts";
import { sitesTest } from "./host-sites.ts";
import { expect as webkitExpect, test as webkitTest } from "./webkit.ts";

/** Embed documents as a build for this address writes them, which `public-url.desktop.spec.ts` proves. */
function published(files: Files, address: string): Files {
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  const allowed = (bytes: Uint8Array): Uint8Array =>
    encoder.encode(decoder.decode(bytes).replaceAll("-src 'self'", `-src 'self' ${address}`));
  return new Map(
    [...files].map(([path, bytes]) => [path, /^\/embed\/.*index\.html$/.test(path) ? allowed(bytes) : bytes]),
  );
}

/** Playwright's `test` with WebKitGTK and the sites of the hosts. */
export const test = mergeTests(webkitTest, sitesTest(published));
/** Pictures are drawn without a graphics card. */
export const expect = webkitExpect.configure({ timeout: 20_000 });
/** A small window has fewer pixels to draw. */
export const VIEW = { width: 600, height: 640 };

/** Calls a function of the test in the document that the driver is in. */
export async function callIn<Given, Found>(
  webkit: WebDriver,
  call: (given: Given) => Found | Promise<Found>,
  given: Given,
): Promise<Found> {
  const answer = await webkit.executeAsyncScript<{ found: Found } | { error: string }>(
    `const [given, done] = arguments;
     new Promise((called) => called((${String(call)})(given)))
       .then((found) => done({ found }), (error) => done({ error: String(error) }));`,
    given,
  );
  if ("error" in answer) throw new Error(answer.error);
  return answer.found;
}
