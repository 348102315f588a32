import type { Page } from "@playwright/test";
import { storageKeys } from "./parts.ts";

/** A page whose device was last read `minutes` ago in the middle of a step. */
export async function leftAgo(page: Page, minutes: number, step: string): Promise<void> {
  await page.addInitScript(
    ([key, text]) => {
      if (sessionStorage.getItem("left") === null) localStorage.setItem(key, text);
      sessionStorage.setItem("left", "");
    },
    [storageKeys("fixture").position, `${step} 0.7 ${Date.now() - minutes * 60_000}`] as const,
  );
}
