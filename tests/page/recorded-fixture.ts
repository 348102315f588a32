import type { Page, Route } from "@playwright/test";
import { builtFixture } from "../fixture-story/build.ts";
import { builtSite, type Files } from "../site.ts";

/** Recording of the first chapter, on another site, with the times of its two steps. */
export const NIGHT = "https://sound.example.org/night.mp3";

/** Path of the recording of the second chapter in the site's folder; it has no times. */
export const DAWN = "recordings/dawn.mp3";

/** Seconds at which the second step of the first chapter begins, and of the whole file. */
export const LAMP_AT = 3;
export const NIGHT_SECONDS = 6;

const SETTINGS = `recordings:
  night:
    address: ${NIGHT}
    steps:
      ships: 0:00
      lamp: 0:0${LAMP_AT}
  dawn: ${DAWN}
`;

const STEPS = `
## 灯在转

\`\`\`step
id: lamp
scene: lighthouse
kind: schematic
pace: scrub
alt: 夜里的海面，远处立着灯塔，一道光从塔顶射出。
change: 长条散开，水上又是一带颗粒。
\`\`\`

灯转一圈，船就认出这是哪一座塔。
`;

/** Files of the fixture story with a second step in its first chapter, and a recording of each chapter. */
export async function recordedFixture(): Promise<Files> {
  return builtSite(await builtFixture({ settings: SETTINGS, steps: STEPS, assets: [DAWN] }));
}

const RATE = 8000;

/** A quiet tone as a WAV file, 8 bits, one channel. */
function writeTone(seconds: number): Buffer {
  const size = RATE * seconds;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + size, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(size, 40);
  const tone = Buffer.from(Array.from({ length: size }, (_, at) => 128 + Math.round(8 * Math.sin(at / 6))));
  return Buffer.concat([head, tone]);
}

/** Answers as a server does that sends parts of files; browsers know the kind of a sound by its content. */
async function sendSound(route: Route, sound: Buffer): Promise<void> {
  const [, from = "0", to = ""] = /bytes=(\d+)-(\d*)/.exec(route.request().headers()["range"] ?? "") ?? [];
  const [first, last] = [Number(from), to === "" ? sound.length - 1 : Number(to)];
  await route.fulfill({
    status: 206,
    contentType: "audio/wav",
    headers: { "accept-ranges": "bytes", "content-range": `bytes ${first}-${last}/${sound.length}` },
    body: sound.subarray(first, last + 1),
  });
}

type Answer = "sends" | "short" | "missing" | "silent";

type Answers = Readonly<Partial<Record<"night" | "dawn", Answer>>>;

export interface Recordings {
  /** Names of the recordings that the page has asked for, in order; one that is asked for in parts counts once. */
  readonly asked: readonly string[];
  readonly setAnswers: (next: Answers) => void;
}

/** Serves a page's recordings: each a tone, unless it is missing or never comes. A short one ends before its times do. */
export async function serveRecordings(page: Page, first: Answers = {}): Promise<Recordings> {
  const asked: string[] = [];
  const sounds = { sends: writeTone(NIGHT_SECONDS), short: writeTone(LAMP_AT - 1) };
  let answers = first;
  for (const name of ["night", "dawn"] as const)
    await page.route(`**/${name}.mp3`, async (route) => {
      if (asked.at(-1) !== name) asked.push(name);
      const answer = answers[name] ?? "sends";
      if (answer === "missing") await route.fulfill({ status: 404 });
      else if (answer !== "silent") await sendSound(route, sounds[answer]);
    });
  return {
    asked,
    setAnswers(next) {
      answers = next;
    },
  };
}
