import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { presentBrowsers } from "../../../tests/browsers.mjs";
import { FILM_CODECS, type FilmCodec } from "../../core/model/film-page.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { config } from "../../core/scenes/config.ts";
import { compileStory } from "../content/compile.ts";
import {
  FILM_WORDS,
  formatCovers,
  formatFilm,
  formatNoEncoder,
  formatTooLarge,
  formatUnchanged,
  formatUnopened,
} from "../content/film-summary.ts";
import { formatProblems } from "../content/summary.ts";
import { filmCovers } from "../film/cover.ts";
import { allFrames, filmContent, filmReel, type Reel, sampleFrames } from "../film/reel.ts";
import { toStandaloneSvg } from "../images/standalone-svg.ts";
import { FILMS_FOLDER, filmName } from "../vite/films.ts";
import { publicUrl } from "../vite/public-url.ts";
import { readAssets, readSources } from "../vite/read-sources.ts";
import { renderImages } from "../vite/render-images.ts";
import { filmFaces } from "./film/faces.ts";
import { filmFormat, fitFile, LARGEST } from "./film/format.ts";
import { sayProgress } from "./film/progress.ts";
import { openFirstStudio, type Studio } from "./film/studio.ts";

interface Options {
  readonly only: readonly string[] | null;
  readonly out: string;
  readonly codec: FilmCodec;
}

/** Returns null for arguments that it does not know. */
function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: "string" },
        out: { type: "string", default: FILMS_FOLDER },
        codec: { type: "string", default: "avc" },
      },
    });
    const codec = FILM_CODECS.find((one) => one === values.codec);
    return codec === undefined ? null : { only: values.only?.split(",") ?? null, out: values.out, codec };
  } catch {
    return null;
  }
}

/** Makes the films and their covers: `npm run film`. Returns 1 for problems in `story/`, 2 for wrong arguments. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const { story: found, problems } = compileStory(
    await readSources(),
    new Map(Object.entries(config.scenes)),
    await readAssets(),
  );
  const films = (found?.films ?? []).filter(({ id }) => options?.only?.includes(id) ?? true);
  if (options === null || (found !== null && options.only !== null && films.length < options.only.length)) {
    process.stderr.write(`${FILM_WORDS.usage}\n`);
    return 2;
  }
  if (found === null) {
    process.stderr.write(`${formatProblems(problems)}\n`);
    return 1;
  }
  if (films.length === 0) {
    say(FILM_WORDS.none);
    return 0;
  }
  const story = { ...found, config };
  const home = publicUrl(story.site, process.env["SITE_URL"]);
  if (home === "") say(FILM_WORDS.noAddress);
  await mkdir(options.out, { recursive: true });
  await writeCovers(story, films, options.out);
  const present = await readdir(options.out);
  const reels = films.flatMap((film) => {
    const name = filmName(film.id, filmContent(story, film, home));
    if (!present.includes(name)) return [{ name, reel: filmReel(story, film, home) }];
    say(formatUnchanged(film.id, join(options.out, name)));
    return [];
  });
  if (reels.length > 0) await makeFilms(reels, options);
  return 0;
}

async function writeCovers(story: Illustrated<Story>, films: Story["films"], out: string): Promise<void> {
  const images = films.flatMap((film) => filmCovers(story, film));
  const painted = await renderImages({ images, standalone: toStandaloneSvg }, () => undefined);
  for (const [file, bytes] of painted) await writeFile(join(out, file.slice(file.lastIndexOf("/") + 1)), bytes);
  say(formatCovers(painted.size, out));
}

interface Named {
  readonly name: string;
  readonly reel: Reel;
}

async function makeFilms(reels: readonly Named[], { out, codec }: Options): Promise<void> {
  const studio = await openStudioFor(reels, codec);
  if (studio === null) return;
  try {
    for (const { name, reel } of reels) {
      const { id } = reel.film;
      const bytes = await fitFile(
        filmFormat(reel.film, codec),
        (format) => studio.encode(allFrames(reel), format, sayProgress(id, reel.frames)),
        (large) => say(formatTooLarge(id, large, LARGEST)),
      );
      for (const old of await readdir(out))
        if (old.startsWith(`${id}.`) && old.endsWith(".mp4")) await rm(join(out, old));
      await writeFile(join(out, name), bytes);
      say(formatFilm(id, join(out, name), reel.frames, bytes.length));
    }
  } finally {
    await studio.close();
  }
}

/** Says why when no browser here can make the films; that is no failure. */
async function openStudioFor(reels: readonly Named[], codec: FilmCodec): Promise<Studio | null> {
  const { shell, chromium } = await presentBrowsers();
  // The shell is quicker, but a browser that somebody named is the one to use.
  const asked = process.env["CHROMIUM_PATH"] === chromium;
  const paths = (asked ? [chromium] : [shell, chromium]).filter((path) => path !== undefined);
  if (paths.length === 0) {
    say(FILM_WORDS.noBrowser);
    return null;
  }
  const faces = await filmFaces(reels.flatMap(({ reel }) => [...sampleFrames(reel)]));
  const [first] = reels;
  const skip = (path: string, error: unknown): void => say(formatUnopened(path, error));
  const studio =
    first === undefined ? null : await openFirstStudio(paths, faces, filmFormat(first.reel.film, codec), skip);
  if (studio === null) say(formatNoEncoder(NAMES[codec]));
  return studio;
}

const NAMES: Readonly<Record<FilmCodec, string>> = { avc: "H.264", hevc: "HEVC", vp9: "VP9", av1: "AV1" };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
