import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test("the dialog says all that is known of every fact and every term that is linked anywhere", async ({
  page,
  story,
}) => {
  await story.open();
  await story.factsLoaded();
  await page
    .locator(PARTS.sourceLink)
    .first()
    .evaluate((link: HTMLElement) => link.click());
  await expect(page.locator(`${PARTS.sourceDialog}[open]`)).toBeVisible();
  const { opened, incomplete } = await page.evaluate((parts) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>(parts.sourceLink)];
    const first = new Map(links.map((link) => [link.hash, link]));
    const lacking = [...first].flatMap(([id, link]) => {
      link.click();
      const dialog = document.querySelector<HTMLDialogElement>(`${parts.sourceDialog}[open]`);
      const says = (part: string) => (dialog?.querySelector(part)?.textContent ?? "") !== "";
      const origins = ["q", parts.factFormula, parts.factSource, parts.factNote];
      const whole = id.startsWith("#term-")
        ? says(parts.factName) && says(parts.termMeaning)
        : [parts.factName, parts.factValue, parts.factStatus, parts.factPeriod].every(says) && origins.some(says);
      return whole ? [] : [id];
    });
    return { opened: first.size, incomplete: lacking };
  }, PARTS);
  expect(opened).toBeGreaterThan(50);
  expect(incomplete).toEqual([]);
});
