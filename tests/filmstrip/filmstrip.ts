import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium as engine } from "@playwright/test";
import { toHex } from "../../src/core/lib/color.ts";
import { lerp } from "../../src/core/lib/math.ts";
import { ACTION_END, ENTER_END } from "../../src/core/model/timing.ts";
import { pictureToSvg } from "../../src/core/render/svg-string.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { presentBrowsers } from "../browsers.mjs";
import { realStory } from "../pictures/real-story.ts";
import { SIZES } from "../pictures/sizes.ts";
import { builtSite, serve } from "../site.ts";
import { BETWEEN, LOOKS } from "./looks.ts";
import { sharedFrames } from "./shared.ts";
import { shoot } from "./shoot.ts";
import { type Frame, strip } from "./strip.ts";

const USAGE = `npm run filmstrip -- [--steps firms,bridge] [--looks 390] [--out filmstrip]

Photographs every step of the built story in every look, and draws the moments between, on pages for looking at:
OUT/index.html and OUT/between.html; OUT/shared.html shows the cards, posters and long pictures that the build made. Build the story first.
  --steps    only these steps, by id
  --looks    only looks whose name has one of these in it, e.g. 390,night,print`;

/** Looks taken side by side: a browser waits more than it works. */
const AT_ONCE = 3;

/** Makes the filmstrip; returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      steps: { type: "string" },
      looks: { type: "string" },
      out: { type: "string", default: "filmstrip" },
      site: { type: "string", default: "dist" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const steps = values.steps?.split(",");
  const wanted = (step: string): boolean => steps?.includes(step) ?? true;
  const parts = values.looks?.split(",");
  const looks = LOOKS.filter(({ name }) => parts?.some((part) => name.includes(part)) ?? true);
  await rm(values.out, { recursive: true, force: true });
  await mkdir(values.out, { recursive: true });

  const between = await drawBetween(values.out, wanted);
  await writeFile(join(values.out, "between.html"), strip("in between", between));

  await writeFile(join(values.out, "shared.html"), strip("for sharing", await sharedFrames(values.site, values.out)));

  const { chromium } = await presentBrowsers();
  if (chromium === undefined) throw new Error("no Chromium: install one or set CHROMIUM_PATH");
  const site = await serve(await builtSite(values.site));
  const browser = await engine.launch({ executablePath: chromium });
  const frames: Frame[] = [];
  try {
    const waiting = [...looks];
    const work = async (): Promise<void> => {
      for (let look = waiting.shift(); look !== undefined; look = waiting.shift()) {
        await shoot(browser, site.address, look, values.out, wanted, (frame) => frames.push(frame));
        say(`${look.name} taken, ${waiting.length} looks to begin`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await browser.close();
    await site.close();
  }
  const order = new Map(looks.map(({ name }, index) => [name, index]));
  frames.sort((a, b) => (order.get(a.look) ?? 0) - (order.get(b.look) ?? 0));
  await writeFile(join(values.out, "index.html"), strip("filmstrip", frames));
  say(
    `${frames.length} photographs and ${between.length} drawings in ${values.out}/index.html and between.html, what is shared in shared.html`,
  );
  return 0;
}

/** The way into each picture and its action. A played step never rests there in the page, so these are drawn by the same function instead. */
async function drawBetween(folder: string, wanted: (step: string) => boolean): Promise<readonly Frame[]> {
  const story = realStory();
  const paint = createPainter(story);
  const frames: Frame[] = [];
  for (const name of ["390×844", "1440×900"]) {
    const size = SIZES[name];
    if (size === undefined) throw new RangeError(`unknown size: ${name}`);
    for (const [index, step] of story.steps.entries()) {
      if (!wanted(step.id)) continue;
      for (const [part, from, to] of [
        ["entry", 0, ENTER_END],
        ["action", ENTER_END, ACTION_END],
      ] as const) {
        for (const share of BETWEEN) {
          const picture = paint({ step: index, progress: lerp(from, to, share) }, size, "day");
          const look = `${name} ${part} ${Math.round(share * 100)} %`;
          const file = `${step.id}-${look.replaceAll(/[^\w]+/g, "-")}.svg`;
          const ground = toHex(story.config.paletteAt(picture.elevation, "day").background);
          const root = { xmlns: "http://www.w3.org/2000/svg", width: String(size.width), height: String(size.height) };
          const style = `<style>svg{background:${ground}}.song{font-weight:900;font-family:"Noto Serif CJK SC",serif}.sans{font-family:"Noto Sans CJK SC",sans-serif}</style>`;
          await writeFile(join(folder, file), pictureToSvg(picture, size, root).replace(/(<svg[^>]*>)/, `$1${style}`));
          frames.push({ step: step.id, look, file });
        }
      }
    }
  }
  return frames;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
