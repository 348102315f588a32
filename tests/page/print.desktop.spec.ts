import { PARTS } from "./parts.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

const PAPER = { width: 658, height: 980 };

const CONTROLS = [
  "stage",
  "progressNav",
  "slider",
  "hint",
  "skipLink",
  "modeMenu",
  "pager",
  "resumePrompt",
] as const satisfies readonly (keyof typeof PARTS)[];

/** Lays the page out as a printer would have it, once every scene is at hand. */
async function layOutOnPaper(story: StoryPage): Promise<void> {
  await expect(story.rootElement).toHaveAttribute("data-printable", "");
  await story.root.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

/** Steps of the chapters whose picture is not on the left of a dark text, or whose heading or a table cannot be seen, with what is amiss. */
function findPaperFaults(story: StoryPage, picture: "printedPicture" | "still"): Promise<readonly string[]> {
  return story.root.evaluate(
    ({ parts, shown }) => {
      const steps = [...document.querySelectorAll(`${parts.chapter} ${parts.step}`)];
      if (steps.length === 0) return ["no step"];
      const box = (step: Element, selector: string): DOMRect =>
        step.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(Number.NaN, 0, 0, 0);
      return steps.flatMap((step) => {
        const text = step.querySelector(parts.text);
        const visible = [...step.querySelectorAll(`h3, ${parts.numberTable}`)].every((part) => part.checkVisibility());
        const faults = [
          box(step, shown).width > 0 ? "" : "no picture",
          box(step, shown).right <= box(step, parts.text).left ? "" : "picture not beside the text",
          visible && step.querySelector("h3") !== null ? "" : "hidden heading or table",
          text !== null && getComputedStyle(text).color === "rgb(29, 26, 22)" ? "" : "pale text",
        ];
        return faults.filter(Boolean).map((fault) => `${step.getAttribute("data-step")}: ${fault}`);
      });
    },
    { parts: PARTS, shown: PARTS[picture] },
  );
}

test("prints every step with its picture, open tables and sources from anywhere, then restores the page", async ({
  page,
  story,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await story.open("./#growth");
  await story.settled();
  await story.factsLoaded();
  await expect(story.rootElement).toHaveAttribute("data-printable", "");
  const before = [await story.drawn(), await story.scrollOffset()];
  const ids = await story.stepIds();
  await page.evaluate(
    (parts) =>
      addEventListener("beforeprint", () => {
        const steps = [...document.querySelectorAll(parts.step)].map((step) => ({
          grains: [...step.querySelectorAll(parts.printedGrains)].flatMap(
            (path) => path.getAttribute("d")?.match(/M/g) ?? [],
          ).length,
          closed: step.querySelectorAll("details:not([open])").length,
          unsourced: [...step.querySelectorAll<HTMLElement>(`${parts.text} > :not(ol) ${parts.numberedLink}`)].filter(
            (link) => step.querySelector(`${parts.printedSources} [value="${link.dataset["note"]}"]`) === null,
          ).length,
        }));
        Object.assign(window, { steps });
      }),
    PARTS,
  );
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString("latin1");
  expect(await page.evaluate(() => Reflect.get(window, "steps"))).toEqual(
    ids.map(() => ({ grains: 240, closed: 0, unsourced: 0 })),
  );
  // Each picture has its description.
  expect(pdf.match(/\/S \/Figure\b/g)).toHaveLength(ids.length);
  expect(pdf.match(/\/Alt </g)).toHaveLength(ids.length);
  // A4 in points; the cover, one or two steps a page, and the tables.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(ids.length / 2);
  expect(pages).toBeLessThan(ids.length + 2);
  const added = [PARTS.printedPicture, PARTS.printedSources, PARTS.factTable, `${PARTS.step} details[open]`].join();
  await expect(page.locator(added)).toHaveCount(0);
  expect([await story.drawn(), await story.scrollOffset()]).toEqual(before);
});

test("on paper each text stands dark beside its picture, every number with its mark, and no control is there", async ({
  page,
  story,
}) => {
  await story.open("./#bridge");
  await story.settled();
  await story.factsLoaded();
  // Printed while a picture moves, the step in view has inks of its own.
  await story.step("bridge").evaluate((step) => step.style.setProperty("--ink", "#f2f7f8"));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize(PAPER);
  await layOutOnPaper(story);
  expect(await findPaperFaults(story, "printedPicture")).toEqual([]);
  for (const control of CONTROLS) {
    const parts = await page.locator(PARTS[control]).all();
    expect(parts.length, control).toBeGreaterThan(0);
    for (const part of parts) await expect(part, control).toBeHidden();
  }
  const marks = await page.$$eval(
    PARTS.numberedLink,
    (links, sources) =>
      links.map((link) => {
        const rows = [...document.querySelectorAll(sources)];
        const row = rows.findIndex(({ id }) => link.getAttribute("href")?.endsWith(`#${id}`));
        return [getComputedStyle(link, "::after").content, link.getAttribute("data-note"), String(row + 1)];
      }),
    `${PARTS.factRow}, ${PARTS.glossaryTerm}`,
  );
  const sources = await page.$$eval(`${PARTS.printedSources} ${PARTS.factSource}[href]`, (links) =>
    links.map((link) => {
      const { content, fontSize } = getComputedStyle(link, "::after");
      return { content, fontSize, host: new URL(link.getAttribute("href") ?? "").host };
    }),
  );
  expect(sources.length).toBeGreaterThan(5);
  for (const { content, fontSize, host } of sources) {
    expect(content.replaceAll('"', "").trim()).toContain(host);
    expect(content).not.toContain("://");
    expect(Number.parseFloat(fontSize)).toBeCloseTo(10, 1);
  }
  expect(marks.length).toBeGreaterThan(60);
  for (const [shown, number, place] of marks) expect([shown, number]).toEqual([`"${place}"`, place]);
});

test.describe("the fixture story", () => {
  test.use({ site: "fixture" });

  test("prints whole from a step's address", async ({ page, story }) => {
    await story.open("./dawn/boats/");
    await page.emulateMedia({ media: "print" });
    await layOutOnPaper(story);
    for (const id of ["cover", "ships", "boats"]) await expect(story.partOf(id, "printedPicture")).toBeVisible();
    await expect(page.locator(PARTS.startLink).filter({ visible: true })).toHaveCount(0);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("prints the address of the tables, whose numbers stand beside those of the text", async ({ page, story }) => {
      await page.emulateMedia({ media: "print" });
      await page.goto("./");
      await expect(story.target("facts")).toContainText(/总表：\S*facts\/$/);
      const link = story.text("ships").locator('[data-fact="night-ships"]').first();
      const number = await link.getAttribute("data-note");
      await page.goto("./facts/");
      const rows = await page.$$eval(`${PARTS.factRow}, ${PARTS.glossaryTerm}`, (all) => all.map(({ id }) => id));
      expect(rows.indexOf("fact-night-ships") + 1).toBe(Number(number));
      await expect(story.target("fact-night-ships")).toBeVisible();
    });

    test("prints the still pictures on their own backgrounds beside the text", async ({ page, story }) => {
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize(PAPER);
      await page.goto("./");
      await expect(story.picture).toBeVisible();
      expect(await findPaperFaults(story, "still")).toEqual([]);
      for (const id of ["ships", "boats"])
        await expect(story.partOf(id, "still")).toHaveCSS("print-color-adjust", "exact");
    });
  });
});
