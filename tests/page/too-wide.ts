import { expect, type Page } from "@playwright/test";

/** Windows, px, and sizes of the body's text. */
const SIZES = [
  [320, "34px"],
  [320, "17px"],
  [360, "17px"],
  [390, "34px"],
  [768, "17px"],
  [768, "34px"],
  [1440, "17px"],
  [1440, "34px"],
] as const;

/** Expects that nothing within `part` but the heads of tables, which are hidden, reaches beyond the screen. */
export async function expectNoWiderThanScreen(page: Page, part: string): Promise<void> {
  for (const [width, body] of SIZES) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(
      ({ within, size }) => {
        document.documentElement.style.setProperty("--body", size);
        return [...document.querySelectorAll<HTMLElement>(`${within} *`)]
          .filter((node) => !node.closest("thead") && node.getBoundingClientRect().right > innerWidth + 0.5)
          .map(({ outerHTML }) => outerHTML.slice(0, 80));
      },
      { within: part, size: body },
    );
    expect(wide, `${width} px, text ${body}`).toEqual([]);
  }
}
