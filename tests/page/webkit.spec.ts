import { By, Key, type WebDriver } from "selenium-webdriver";
import { measureAdjacentMarks } from "./adjacent-marks.ts";
import { JOURNEYS } from "./journeys.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./webkit.ts";

const { SITE = "", FIXTURE_SITE = "" } = process.env;

/**
 * Opens an address and waits until the story listens and shows its first picture: before that a busy machine gets the
 * stills, and its script may fail. Errors of the page's scripts are kept from here on.
 */
async function open(webkit: WebDriver, address: string): Promise<void> {
  await webkit.get(address);
  await webkit.executeAsyncScript(
    `const done = arguments[0];
     window.faults = [];
     addEventListener("error", ({ message }) => faults.push(message));
     const { classList, dataset } = document.documentElement;
     requestAnimationFrame(function look() {
       const drawn = document.querySelector(".stage[data-easel], .stage svg[data-position]") !== null;
       if (dataset.ready !== undefined && classList.contains("enhanced") && drawn) done();
       else requestAnimationFrame(look);
     });`,
  );
}

/** Scrolls at once until the line that decides is at `progress` of a step. */
async function jump(webkit: WebDriver, step: number, progress: number): Promise<void> {
  await webkit.executeScript(
    `const [parts, step, progress] = arguments;
     const box = document.querySelectorAll(parts.step)[step].getBoundingClientRect();
     const line = document.querySelector(parts.line).offsetTop;
     scrollTo({ top: Math.round(box.top + scrollY + box.height * progress - line), behavior: "instant" });`,
    PARTS,
    step,
    progress,
  );
}

/** Jumps near the end of a step, and takes the stage's step and markup once the picture is in that step's second half. */
async function pictureNearEnd(
  webkit: WebDriver,
  step: number,
): Promise<{ readonly step: string; readonly picture: string }> {
  await jump(webkit, step, 0.93);
  const [id, picture]: readonly [string, string] = await webkit.executeAsyncScript(
    `const [selector, step, done] = arguments;
     requestAnimationFrame(function look() {
       const picture = document.querySelector(selector);
       const progress = picture.dataset.position - step;
       if (progress > 0.5 && progress < 1 && picture.dataset.settled === "true")
         done([picture.dataset.step, picture.innerHTML]);
       else requestAnimationFrame(look);
     });`,
    PARTS.picture,
    step,
  );
  return { step: id, picture };
}

/** The step of the picture, once it is another. */
async function stepAfter(webkit: WebDriver, before: string): Promise<string> {
  return webkit.executeAsyncScript(
    `const [selector, before, done] = arguments;
     requestAnimationFrame(function look() {
       const { step, settled } = document.querySelector(selector).dataset;
       if (step !== before && settled === "true") done(step);
       else requestAnimationFrame(look);
     });`,
    PARTS.picture,
    before,
  );
}

async function stepIds(webkit: WebDriver): Promise<readonly string[]> {
  return webkit.executeScript(
    "return [...document.querySelectorAll(arguments[0])].map((step) => step.dataset.step)",
    PARTS.step,
  );
}

/** Each grain of the stage is a subpath. */
function grainCount(webkit: WebDriver): Promise<number> {
  return webkit.executeScript(
    `const paths = document.querySelectorAll(arguments[0] + " > g:nth-of-type(2) > path");
     return [...paths].map((path) => path.getAttribute("d")).join("").match(/m(?=-?[\\d.])/gi).length;`,
    PARTS.picture,
  );
}

function faults(webkit: WebDriver): Promise<readonly string[]> {
  return webkit.executeScript("return faults");
}

for (const { every, name, tag } of JOURNEYS)
  test(
    `${name} reached by scrolling show their own pictures, and jumps show the same`,
    { tag },
    async ({ webkit, view }) => {
      await open(webkit, SITE);
      expect(await webkit.getTitle()).toContain("安源");
      expect(await webkit.executeScript("return [innerWidth, innerHeight]")).toEqual([view.width, view.height]);
      expect(await grainCount(webkit)).toBe(240);
      const ids = await stepIds(webkit);
      expect(ids.length).toBeGreaterThanOrEqual(30);
      const scrolled = new Map<number, string>();
      for (const [index, id] of ids.entries()) {
        if (index % every !== 0) continue;
        await jump(webkit, index, 0.4);
        const { step, picture } = await pictureNearEnd(webkit, index);
        expect(step).toBe(id);
        scrolled.set(index, picture);
      }
      expect(new Set(scrolled.values()).size).toBe(Math.ceil(ids.length / every));
      for (const index of [27, 3, 18])
        expect((await pictureNearEnd(webkit, index)).picture, ids[index]).toBe(scrolled.get(index));
      expect(await faults(webkit)).toEqual([]);
    },
  );

test("cards turn by key, the article shows stills, and scroll mode comes back to the step", async ({ webkit }) => {
  const mode = (): Promise<string> => webkit.executeScript("return document.documentElement.dataset.mode");
  const choose = async (option: number): Promise<void> => {
    await webkit.findElement(By.css(PARTS.modeButton)).click();
    await (await webkit.findElements(By.css(PARTS.modeOption)))[option]?.click();
  };
  // A busy machine may take longer than the two seconds that a worker has; the page then draws by itself.
  await expect(async () => {
    await open(webkit, FIXTURE_SITE);
    expect((await pictureNearEnd(webkit, 1)).step).toBe("ships");
    expect(await webkit.findElements(By.css(`${PARTS.stage} canvas`))).not.toEqual([]);
  }).toPass({ timeout: 40_000 });
  await choose(1);
  expect(await mode()).toBe("cards");
  expect(await webkit.findElement(By.css(PARTS.pagerCount)).getText()).toBe("2 / 3");
  const body = webkit.findElement(By.css("body"));
  await body.sendKeys(Key.ARROW_RIGHT);
  expect(await stepAfter(webkit, "ships")).toBe("boats");
  await body.sendKeys(Key.ARROW_LEFT);
  expect(await stepAfter(webkit, "boats")).toBe("ships");
  await choose(2);
  expect(await mode()).toBe("article");
  expect(await webkit.findElement(By.css(`${PARTS.step} ${PARTS.still}`)).isDisplayed()).toBe(true);
  await choose(0);
  expect(await mode()).toBe("scroll");
  expect(await stepAfter(webkit, "")).toBe("ships");
  expect(await faults(webkit)).toEqual([]);
});

test.describe("by its own name", () => {
  test.use({ agent: "own" });

  test("WebKit for Linux draws in the page", async ({ webkit }) => {
    await open(webkit, FIXTURE_SITE);
    expect((await pictureNearEnd(webkit, 1)).step).toBe("ships");
    expect(await webkit.findElements(By.css("canvas"))).toEqual([]);
    expect(await faults(webkit)).toEqual([]);
  });
});

test("a pressed number opens its source, which the engine has parsed from the page of facts", async ({ webkit }) => {
  await open(webkit, `${FIXTURE_SITE}night/ships/`);
  const dialog = webkit.findElement(By.css(PARTS.sourceDialog));
  await webkit.findElement(By.css(`${PARTS.text} [data-fact="day-ships"]`)).click();
  await expect.poll(async () => dialog.getText()).toContain("白天进港的船有160艘");
  await webkit.findElement(By.css("body")).sendKeys(Key.ESCAPE);
  expect(await faults(webkit)).toEqual([]);
});

test("a heading squeezes two adjacent marks", async ({ webkit }) => {
  await open(webkit, FIXTURE_SITE);
  await webkit.executeAsyncScript("document.fonts.ready.then(arguments[0])");
  const [heading, picture]: readonly [number, number] = await webkit.executeScript(measureAdjacentMarks);
  expect(heading).toBeCloseTo(1.5, 2);
  expect(picture).toBeCloseTo(2, 2);
});
