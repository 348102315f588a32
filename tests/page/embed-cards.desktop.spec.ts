import { expect, test } from "@playwright/test";
import { CARDS } from "../../src/embed/protocol.ts";
import { embedded } from "./embedded.ts";

for (const width of [320, 360, 600, 800])
  test(`every card of a frame ${width} px wide fits into it, text, handle and pager`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.setContent(
      `<style>body{margin:0}</style><iframe style="border:0" width="${width}" height="${CARDS}" src="${baseURL}embed/?mode=steps"></iframe>`,
    );
    const frame = await embedded(page);
    const total = await frame.locator(".step").count();
    const next = frame.locator('[data-turn="1"]');
    for (let card = 1; card <= total; card += 1) {
      await expect(frame.locator(".pager b")).toHaveText(new RegExp(`^${card} /`));
      const [step, over, low] = await frame.evaluate(() => {
        const [shown, pager] = [document.querySelector<HTMLElement>(".step.card"), document.querySelector(".pager")];
        const words = shown?.querySelector(".words, .foot")?.getBoundingClientRect().bottom ?? Number.NaN;
        const { scrollHeight } = document.documentElement;
        return [shown?.dataset["step"], scrollHeight - innerHeight, words - (pager?.getBoundingClientRect().top ?? 0)];
      });
      expect.soft(over, `px that ${step} is too high`).toBe(0);
      expect.soft(low, `px that the text of ${step} is under the pager`).toBeLessThanOrEqual(0);
      await next.click();
    }
  });
