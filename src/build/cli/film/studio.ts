import { resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { FILM_FACES, type FilmFormat, type FilmFrame } from "../../../core/model/film-page.ts";
import type { FilmFaces } from "./faces.ts";

/** A page in a headless Chromium that draws frames and encodes films. */
export interface Studio {
  readonly canEncode: (format: FilmFormat) => Promise<boolean>;
  /** Returns the film's bytes; `say` is called with the count of frames that are done. */
  readonly encode: (frames: Iterable<FilmFrame>, format: FilmFormat, say: (done: number) => void) => Promise<Buffer>;
  /** Returns a frame as PNG. */
  readonly still: (frame: FilmFrame, format: FilmFormat) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** A secure context, which WebCodecs requires; no request leaves the machine. */
const HOME = "https://film.localhost/";

/** Frames handed over at once: the page encodes them while the next are painted. */
const BATCH = 15;

/** Compiles a module of the project, with all that it imports, to one classic script. */
export async function compileProgram(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      target: "esnext",
      write: false,
      modulePreload: false,
      rolldownOptions: { input: resolve(entry), output: { format: "iife", codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (bundle === undefined || !("output" in bundle)) throw new Error(`nothing built of ${entry}`);
  return bundle.output[0].code;
}

async function openPage(browser: Browser, faces: FilmFaces): Promise<Page> {
  const page = await browser.newPage();
  const rule = (face: keyof FilmFaces, weight: number): string =>
    `@font-face{font-family:"${FILM_FACES[face]}";font-weight:${weight};src:url(${face})}`;
  const html = `<!DOCTYPE html><meta charset="utf-8"><style>${rule("song", 900)}${rule("sans", 400)}</style>`;
  await page.route("**", (route) => {
    const asked = new URL(route.request().url()).pathname.slice(1);
    if (asked === "song" || asked === "sans") return route.fulfill({ body: faces[asked], contentType: "font/woff2" });
    return asked === "" ? route.fulfill({ body: html, contentType: "text/html" }) : route.abort();
  });
  await page.goto(HOME);
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined));
  await page.addScriptTag({ content: await compileProgram("src/browser/film/main.ts") });
  return page;
}

function bytesOf(url: string): Buffer {
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/** Throws when the browser cannot be started. */
export async function openStudio(executablePath: string, faces: FilmFaces): Promise<Studio> {
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await openPage(browser, faces);
    return {
      canEncode: (format) => page.evaluate((given) => window.filmPage.canEncode(given), format),
      async encode(frames, format, say) {
        await page.evaluate((given) => window.filmPage.begin(given), format);
        let [done, running] = [0, Promise.resolve()];
        const add = async (batch: readonly FilmFrame[]): Promise<void> => {
          await running;
          say(done);
          running = page.evaluate((given) => window.filmPage.add(given), batch);
          done += batch.length;
        };
        let batch: FilmFrame[] = [];
        for (const frame of frames) {
          batch.push(frame);
          if (batch.length < BATCH) continue;
          await add(batch);
          batch = [];
        }
        await add(batch);
        await running;
        say(done);
        return bytesOf(await page.evaluate(() => window.filmPage.finish()));
      },
      async still(frame, format) {
        return bytesOf(
          await page.evaluate(([one, given]) => window.filmPage.still(one, given), [frame, format] as const),
        );
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * Opens the first of some browsers that really encodes the format; null when none does. One that does not open is
 * told to `skip`, and the next is tried.
 */
export async function openFirstStudio(
  paths: readonly string[],
  faces: FilmFaces,
  format: FilmFormat,
  skip: (path: string, error: unknown) => void,
): Promise<Studio | null> {
  for (const path of paths) {
    let studio: Studio | null = null;
    try {
      studio = await openStudio(path, faces);
      if (await studio.canEncode(format)) return studio;
    } catch (error) {
      skip(path, error);
    }
    await studio?.close();
  }
  return null;
}
