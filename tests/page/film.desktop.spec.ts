import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { BufferSource, Input, MP4 } from "mediabunny";
import sharp from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { filmFaces } from "../../src/build/cli/film/faces.ts";
import { filmFormat } from "../../src/build/cli/film/format.ts";
import { compileProgram, openFirstStudio, openStudio, type Studio } from "../../src/build/cli/film/studio.ts";
import { allFrames, filmReel, sampleFrames } from "../../src/build/film/reel.ts";
import type { Film } from "../../src/core/model/film.ts";
import { FILM_CODECS } from "../../src/core/model/film-page.ts";
import { realStory } from "../pictures/real-story.ts";

const HOME = "https://example.org/anyuan/";

/** Two pictures of the story and the last frame, in a second and a half: a dark picture and a light one, with words. */
const SHORT: Film = {
  id: "story",
  cover: { step: "firms", text: "一" },
  shots: [
    { step: "third-leg", enter: 0, from: 0, act: 0.3, hold: 0.2, captions: ["六个目标，|许给“十四五”"] },
    { step: "firms", enter: 0.3, from: 0, act: 0.1, hold: 0.2, captions: ["157家企业"] },
  ],
  end: { text: "我们那儿，|当年说了什么？", hold: 0.8 },
};

const story = realStory();
const reel = filmReel(story, SHORT, HOME);
const { CHROMIUM_SHELL_PATH = "", CHROMIUM_PATH = "/usr/bin/chromium" } = process.env;
const BROWSER = CHROMIUM_SHELL_PATH === "" ? CHROMIUM_PATH : CHROMIUM_SHELL_PATH;

const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

let studio: Studio;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  studio = await openStudio(BROWSER, await filmFaces(sampleFrames(reel)));
});

test.afterAll(() => studio.close());

function bytesOf(url: string): Buffer {
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/** Mean difference of a channel between two pictures, of 255, looked at from as far as a phone. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((image) => sharp(image).removeAlpha().resize(270, 480).raw().toBuffer()),
  );
  if (a === undefined || b === undefined || a.length !== b.length) throw new Error("pictures of two sizes");
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

async function codesIn(image: Buffer): Promise<readonly string[]> {
  const found = await readBarcodes(new Blob([new Uint8Array(image)]), { formats: ["QRCode"] });
  return found.map(({ text }) => text);
}

/** Opens a page that decodes films; the film is at `/film.mp4`. */
async function openDecoder(page: Page, film: Buffer): Promise<void> {
  await page.route("https://film.localhost/**", (route) =>
    route.request().url().endsWith(".mp4")
      ? route.fulfill({ body: film, contentType: "video/mp4" })
      : route.fulfill({ body: "<!DOCTYPE html>", contentType: "text/html" }),
  );
  await page.goto("https://film.localhost/");
  await page.addScriptTag({ content: await compileProgram("tests/page/film-decoder.ts") });
}

test("a frame is drawn as large as a phone's screen and alike each time, and the last one leads to the story", async () => {
  const format = filmFormat(SHORT, "avc");
  const last = await studio.still(reel.frame(reel.frames - 1), format);
  expect(await sharp(last).metadata()).toMatchObject({ width: 1080, height: 1920 });
  expect(await codesIn(last)).toEqual([HOME]);
  const [first, again, later] = await Promise.all([0, 0, 24].map((index) => studio.still(reel.frame(index), format)));
  if (first === undefined || again === undefined || later === undefined) throw new Error("no still");
  expect(await difference(first, again)).toBe(0);
  expect(await difference(first, later)).toBeGreaterThan(20);
});

test("a browser that does not open is told, and the next one makes the film", async () => {
  const skipped: unknown[] = [];
  const format = filmFormat(SHORT, (await firstOf(FILM_CODECS)) ?? "avc");
  const faces = await filmFaces(sampleFrames(reel));
  const opened = await openFirstStudio(["/no/such/browser", BROWSER], faces, format, (path) => skipped.push(path));
  expect(skipped).toEqual(["/no/such/browser"]);
  expect(opened !== null).toBe(await studio.canEncode(format));
  await opened?.close();
});

test("a browser is asked for frames, not for promises: a picture that no encoder takes is refused", async () => {
  expect(await studio.canEncode({ ...filmFormat(SHORT, "avc"), ratio: 60 })).toBe(false);
});

test("a film is an MP4 of its frames that begins to play before it is whole; without an encoder there is none", async ({
  page,
}) => {
  const codec = await firstOf(FILM_CODECS.filter((one) => one !== "hevc"));
  test.info().annotations.push({ type: "codec", description: codec ?? "none" });
  const format = filmFormat(SHORT, codec ?? "avc");
  if (codec === null) {
    await expect(studio.encode(allFrames(reel), format, () => undefined)).rejects.toThrow();
    return;
  }
  const done: number[] = [];
  const film = await studio.encode(allFrames(reel), format, (frames) => done.push(frames));
  expect(done.at(-1)).toBe(reel.frames);
  expect(done.length).toBeGreaterThan(2);

  const text = film.toString("latin1");
  expect(text.slice(4, 8)).toBe("ftyp");
  expect(text.indexOf("moov")).toBeLessThan(text.indexOf("mdat"));

  const track = await new Input({ source: new BufferSource(film), formats: [MP4] }).getPrimaryVideoTrack();
  if (track === null) throw new Error("no video");
  expect(await track.getCodec()).toBe(codec);
  if (codec === "avc") expect(await track.getCodecParameterString()).toMatch(/^avc1\.(?:64|4d|42)..28$/i);
  expect([await track.getDisplayWidth(), await track.getDisplayHeight()]).toEqual([1080, 1920]);
  expect(await track.computeDuration()).toBeCloseTo(reel.frames / 30, 2);
  const { packetCount, averagePacketRate } = await track.computePacketStats();
  expect(packetCount).toBe(reel.frames);
  expect(averagePacketRate).toBeCloseTo(30, 0);

  await openDecoder(page, film);
  const indices = [0, 24, reel.frames - 1];
  const decoded = await page.evaluate(
    ([times]) => Reflect.get(window, "decodeAt")("/film.mp4", times),
    [indices.map((index) => (index + 0.5) / 30)],
  );
  for (const [place, index] of indices.entries()) {
    const shown = bytesOf(decoded[place]);
    const drawn = await studio.still(reel.frame(index), format);
    expect(await difference(shown, drawn), `frame ${index}`).toBeLessThan(4);
    for (const other of indices.filter((one) => one !== index))
      expect(await difference(shown, await studio.still(reel.frame(other), format))).toBeGreaterThan(12);
  }
  expect(await codesIn(bytesOf(decoded[2]))).toEqual([HOME]);
  expect(await page.evaluate(() => Reflect.get(window, "play")("/film.mp4"))).toMatchObject({
    width: 1080,
    height: 1920,
  });
});

async function firstOf<T extends (typeof FILM_CODECS)[number]>(codecs: readonly T[]): Promise<T | null> {
  for (const codec of codecs) if (await studio.canEncode(filmFormat(SHORT, codec))) return codec;
  return null;
}

test("`npm run film` says in one line that a browser has no encoder, writes the covers and does not fail", async () => {
  const out = await mkdtemp(join(tmpdir(), "film-"));
  try {
    const command = [
      "src/build/cli/run.mjs",
      "src/build/cli/film.ts",
      "--only",
      "idea",
      "--codec",
      "hevc",
      "--out",
      out,
    ];
    // Node warns of the two that the test runner sets for itself.
    const { FORCE_COLOR: _, NO_COLOR: __, ...own } = process.env;
    const env = { ...own, CHROMIUM_PATH: BROWSER, SITE_URL: HOME };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { env });
    const films = (await readdir(out)).filter((name) => name.endsWith(".mp4"));
    const able = await studio.canEncode(filmFormat(SHORT, "hevc"));
    expect(stderr).toBe("");
    if (able) expect(films).toHaveLength(1);
    else {
      expect(stdout).toMatch(/^没有编码器：这里的 Chromium 编不了 HEVC，影片没有做。.*$/m);
      expect(films).toEqual([]);
    }
    expect((await readdir(out)).filter((name) => name.endsWith(".png"))).toEqual([
      "idea-16x9.png",
      "idea-3x4.png",
      "idea-4x3.png",
    ]);
  } finally {
    await rm(out, { recursive: true });
  }
});
