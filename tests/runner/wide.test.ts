import type { PlaywrightTestConfig } from "@playwright/test";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function loadConfig(wide: string | undefined): Promise<PlaywrightTestConfig> {
  vi.stubEnv("WIDE", wide);
  return (await import("../playwright.config.ts")).default;
}

test("the wide run takes the page tests with the tag @wide, every other run those without", async () => {
  expect(await loadConfig("1")).toMatchObject({ grep: /@wide\b/ });
  vi.resetModules();
  const usual = await loadConfig(undefined);
  expect(usual).toMatchObject({ grepInvert: /@wide\b/ });
  expect(usual.grep).toBeUndefined();
});
