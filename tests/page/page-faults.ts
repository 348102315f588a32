import type { Page } from "@playwright/test";

/** The test's own browser says so: it lets no service worker in where requests are watched. */
export const WORKER_BLOCKED = "Service Worker registration blocked by Playwright";

/** Errors, warnings and requests to other sites of a page, from now on. */
export function watchFaults(page: Page, site: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.text() === WORKER_BLOCKED) return;
    if (message.type() === "error" || message.type() === "warning") faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (![site, "data:", "blob:"].some((own) => url.startsWith(own))) faults.push(`foreign request: ${url}`);
  });
  return faults;
}
