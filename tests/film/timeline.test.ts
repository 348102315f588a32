import { describe, expect, test } from "vitest";
import { filmFormat, fitFile, LARGEST } from "../../src/build/cli/film/format.ts";
import { sayProgress } from "../../src/build/cli/film/progress.ts";
import { filmCovers } from "../../src/build/film/cover.ts";
import { filmContent, filmReel } from "../../src/build/film/reel.ts";
import { frameCount, momentAt, restTimes } from "../../src/build/film/timeline.ts";
import { type Film, secondsOfFilm } from "../../src/core/model/film.ts";
import type { Drawing } from "../../src/core/model/picture.ts";
import { ACTION_END, ENTER_END, ENTER_START } from "../../src/core/model/timing.ts";
import { realStory } from "../pictures/real-story.ts";

const FILM: Film = {
  id: "story",
  cover: { step: "wings", text: "形成" },
  shots: [
    { step: "wings", enter: 0, from: 0, act: 2, hold: 1, captions: ["第一个“形成”", "他说成了"] },
    { step: "chain", enter: 1, from: 0, act: 1, hold: 1, captions: ["第二个"] },
  ],
  end: { text: "该对账了", hold: 2 },
};

const story = realStory();

describe("a film's moments", () => {
  test("last as long as its score says", () => {
    expect(secondsOfFilm(FILM)).toBe(8);
    expect(frameCount(FILM)).toBe(240);
  });

  test("begin with the first picture's action and with words, for the first frame may stand for the film", () => {
    expect(momentAt(FILM, 0)).toEqual({
      at: { step: 0, progress: ENTER_END },
      caption: "第一个“形成”",
      captionShown: 1,
      endShown: 0,
    });
  });

  test("lead through entry and action to rest, and never back", () => {
    expect(momentAt(FILM, 2).at).toEqual({ step: 0, progress: 1 });
    expect(momentAt(FILM, 3).at).toEqual({ step: 1, progress: ENTER_START });
    expect(momentAt(FILM, 4).at.progress).toBeCloseTo(ENTER_END);
    expect(momentAt(FILM, 4.999).at.progress).toBeCloseTo(ACTION_END, 2);
    expect(momentAt(FILM, 5).at.progress).toBe(1);
    const places = Array.from({ length: 240 }, (_, index) => momentAt(FILM, index / 30).at);
    const numbers = places.map(({ step, progress }) => step + progress);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  test("share a shot among its captions by their lengths", () => {
    expect(momentAt(FILM, 1.8).caption).toBe("第一个“形成”");
    expect(momentAt(FILM, 2.1).caption).toBe("他说成了");
  });

  test("end on the card alone", () => {
    expect(momentAt(FILM, 5.9).endShown).toBe(0);
    expect(momentAt(FILM, 6.25).endShown).toBeCloseTo(0.5);
    expect(momentAt(FILM, 7).endShown).toBe(1);
    expect(restTimes(FILM)).toEqual([2.5, 5.5, 8]);
  });
});

describe("a film's last frame", () => {
  const last = (home: string): Drawing => filmReel(story, FILM, home).at(8).drawing;
  const words = ({ shapes }: Drawing): string =>
    shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : [])).join(" ");

  test("has code and address, and says whose words the story reads", () => {
    const { shapes } = last("https://example.org/anyuan/");
    expect(shapes.filter(({ key }) => key.startsWith("qr:"))).toHaveLength(2);
    expect(words(last("https://example.org/anyuan/"))).toContain("example.org/anyuan");
    expect(words(last(""))).toContain(story.byline.slice(0, 12));
  });

  test("names a chapter once, also where its numeral begins its name", () => {
    const [after, first] = [story.chapters.at(-1), story.chapters[0]];
    if (after === undefined || first === undefined) throw new Error("no chapter");
    const named = (id: string): string => words(filmReel(story, { ...FILM, id }, "").at(8).drawing);
    expect(named(after.id)).toContain(` ${after.official} `);
    expect(named(after.id)).not.toContain(`${after.numeral} ${after.official}`);
    expect(named(first.id)).toContain(`${first.numeral} ${first.official}`);
  });

  test("has neither without a public address", () => {
    expect(last("").shapes.filter(({ key }) => key.startsWith("qr:"))).toEqual([]);
    expect(words(last(""))).not.toContain("扫码");
  });
});

test("a film's content changes with its score, its pictures and its address, and with nothing else", () => {
  const home = "https://example.org/";
  const content = filmContent(story, FILM, home);
  expect(filmContent(realStory(), FILM, home)).toBe(content);
  expect(filmContent(story, { ...FILM, end: { ...FILM.end, hold: 3 } }, home)).not.toBe(content);
  expect(filmContent(story, FILM, "https://example.com/")).not.toBe(content);
  const facts = story.steps.map((step) => (step.id === "chain" ? { ...step, labels: { joining: "形成" } } : step));
  expect(filmContent({ ...story, steps: facts }, FILM, home)).not.toBe(content);
});

test("covers are upright and broad, of the story's picture, with the words of the score", () => {
  const covers = filmCovers(story, FILM);
  const shapes = covers.map(({ file, pixels, size }) => [
    file,
    pixels,
    Math.round((pixels * size.height) / size.width),
  ]);
  expect(shapes).toEqual([
    ["films/story-3x4", 1080, 1440],
    ["films/story-16x9", 1920, 1080],
    ["films/story-4x3", 1440, 1080],
  ]);
  for (const { drawing, size } of covers) {
    const text = drawing.shapes.find(({ key }) => key === "cover:text:0");
    if (text?.kind !== "text") throw new Error("no words");
    expect(text.text).toBe("形成");
    // A cover is seen 120 px wide.
    expect((text.size * 120) / size.width).toBeGreaterThan(8);
  }
});

test("a film whose file does not pass through chats is encoded again, with fewer bits", async () => {
  const format = filmFormat(FILM, "avc");
  const asked: number[] = [];
  const said: number[] = [];
  const bytes = await fitFile(
    format,
    async ({ bitrate }) => {
      asked.push(bitrate);
      return Buffer.alloc(Math.floor((1.3 * LARGEST * bitrate) / format.bitrate));
    },
    (size) => said.push(size),
  );
  expect(asked[0]).toBe(format.bitrate);
  expect(asked).toHaveLength(2);
  expect(said).toEqual([Math.floor(1.3 * LARGEST)]);
  expect(bytes.length).toBeLessThanOrEqual(LARGEST);
  expect(bytes.length).toBeGreaterThan(0.9 * LARGEST);
});

test("an encoder that cannot use fewer bits is not asked for ever", async () => {
  let asked = 0;
  const large = async (): Promise<Buffer> => Buffer.alloc(LARGEST + (asked += 1));
  expect((await fitFile(filmFormat(FILM, "avc"), large, () => undefined)).length).toBe(LARGEST + asked);
  expect(asked).toBeLessThan(6);
});

test("a first shot may begin within its action, so that its first frame has something to see", () => {
  const [first, ...others] = FILM.shots;
  if (first === undefined) throw new Error("no shot");
  const begun = { ...FILM, shots: [{ ...first, from: 0.5 }, ...others] };
  expect(momentAt(begun, 0).at.progress).toBeCloseTo((ENTER_END + ACTION_END) / 2);
  expect(momentAt(begun, 1.999).at.progress).toBeCloseTo(ACTION_END, 2);
});

test("progress is said in tenths where there is no terminal", () => {
  const said: string[] = [];
  const say = sayProgress("story", 100, { isTTY: false, write: (line) => said.push(line) > 0 });
  for (let done = 0; done <= 100; done += 5) say(done);
  expect(said).toHaveLength(10);
  expect(said[0]).toMatch(/^影片 story：10\/100 帧，10%，还要约 \d+ 秒\n$/);
});
