import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { dayAndNightViolations } from "./axe.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";
import { expectNoWiderThanScreen } from "./too-wide.ts";

/** Folder of the unpacked press kit of the fixture story. */
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "anyuan-kit-"));
  // Pages import their style sheets as text, which Vite does and the test runner does not.
  const command = [
    "src/build/cli/run.mjs",
    "tests/page/write-press-kit.ts",
    process.env["FIXTURE_FOLDER"] ?? "",
    folder,
  ];
  await promisify(execFile)(process.execPath, command);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the page of an unpacked press kit shows its pictures as large as it says, from the file system", async ({
  page,
}) => {
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  const images = page.locator(`${PARTS.kitTile} img`);
  expect(await images.count()).toBeGreaterThan(15);
  for (const image of await images.all()) {
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        image.evaluate((shown: HTMLImageElement) => shown.complete && [shown.naturalWidth, shown.naturalHeight].join()),
      )
      .toBe([await image.getAttribute("width"), await image.getAttribute("height")].join());
  }
});

test("the page of the files for publishers has no faults that axe knows, by day and by night", async ({ page }) => {
  await page.goto("./press-kit/");
  expect(await dayAndNightViolations(page)).toEqual([]);
});

test("the page of the files for publishers is nowhere wider than the screen, at any text size", async ({ page }) => {
  await page.goto("./press-kit/");
  await expectNoWiderThanScreen(page, "main");
});

test("on paper the page of the files for publishers breaks between pictures, never within one", async ({ page }) => {
  await page.goto("./press-kit/");
  await page.emulateMedia({ media: "print" });
  const kept = await page
    .locator(PARTS.kitTile)
    .evaluateAll((all) => all.map((tile) => getComputedStyle(tile).breakInside));
  expect(new Set(kept)).toEqual(new Set(["avoid"]));
  await expect(page.getByRole("link", { name: /^回到/ })).toBeHidden();
});
