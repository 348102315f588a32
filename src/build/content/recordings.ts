import type { Chapter, Recording, Step } from "../../core/model/story.ts";
import { halfWidth } from "./half-width.ts";
import type { Report, SourcePosition } from "./problem.ts";
import { isSoundFile, RECORDING, SOUND_TYPES } from "./schema.ts";
import { didYouMean } from "./suggest.ts";
import { isFileInSite } from "./url.ts";
import { validate } from "./validate.ts";
import { describeAt, keyPosition, positionAt, valueAt, type Yaml, type YamlPath } from "./yaml.ts";

/** The beginning of a step in a recording, s, as the editor gives it. */
interface Cue {
  readonly step: string;
  readonly time: number;
  readonly written: string;
  /** Place of the step's id, and of its time. */
  readonly place: SourcePosition;
  readonly at: SourcePosition;
}

/** A recording whose chapter and steps are not checked yet. */
export interface PlacedRecording {
  readonly chapter: string;
  readonly address: string;
  /** Null when the editor gives no times. */
  readonly cues: readonly Cue[] | null;
  readonly place: SourcePosition;
  /** Place of the address. */
  readonly at: SourcePosition;
}

const TIME = /^(\d{1,3}):([0-5]\d(?:\.\d+)?)$/;

const TIME_RULE = "“分:秒”，如 0:42";

function writeTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Reads the sound files by their chapters; those of unknown chapters, too. */
export function readRecordings(yaml: Yaml, report: Report): readonly PlacedRecording[] {
  const path = ["recordings"];
  const value = valueAt(yaml, path) ?? {};
  if (typeof value !== "object" || Array.isArray(value)) {
    report(positionAt(yaml, path), `recordings 是${describeAt(yaml, path)}，应是“章: 网址”，一章一行`);
    return [];
  }
  return Object.entries(value).flatMap(([chapter, written]) => {
    const at = [...path, chapter];
    const place = keyPosition(yaml, at);
    if (typeof written !== "object" || written === null || Array.isArray(written)) {
      const address = readAddress(yaml, at, chapter, report);
      return address === null ? [] : [{ chapter, address, cues: null, place, at: positionAt(yaml, at) }];
    }
    const keys = Object.keys(RECORDING.shape);
    const found = validate(yaml, { path: at, what: `${chapter} 的录音里`, schema: RECORDING, keys }, report);
    if (found === null) return [];
    const named = [...at, "address"];
    const address = readAddress(yaml, named, chapter, report);
    const cues = found.steps === undefined ? null : readCues(yaml, [...at, "steps"], chapter, report);
    return address === null ? [] : [{ chapter, address, cues, place, at: positionAt(yaml, named) }];
  });
}

function readAddress(yaml: Yaml, path: YamlPath, chapter: string, report: Report): string | null {
  const address = valueAt(yaml, path);
  if (typeof address === "string" && isSoundFile(address)) return address;
  const ends = Object.keys(SOUND_TYPES).join("、");
  const example = "如 https://example.org/pattern.mp3；assets/ 里的文件写 recordings/pattern.mp3";
  report(positionAt(yaml, path), `${chapter} 的录音写法不对，应写 https:// 开头、${ends} 结尾的网址，${example}`);
  return null;
}

/** Returns null where the times have a problem. */
function readCues(yaml: Yaml, path: YamlPath, chapter: string, report: Report): readonly Cue[] | null {
  const steps = valueAt(yaml, path);
  if (typeof steps !== "object" || steps === null || Array.isArray(steps)) {
    const message = `${chapter} 的录音里 steps 是${describeAt(yaml, path)}，应是“幕: 分:秒”，一幕一行`;
    report(positionAt(yaml, path), message);
    return null;
  }
  const cues = Object.keys(steps).map((step): Cue | null => {
    const at = [...path, step];
    const value = valueAt(yaml, at);
    const written = typeof value === "string" ? halfWidth(value) : "";
    const [, minutes, seconds] = TIME.exec(written) ?? [];
    if (minutes !== undefined && seconds !== undefined) {
      const time = Number(minutes) * 60 + Number(seconds);
      return { step, time, written, place: keyPosition(yaml, at), at: positionAt(yaml, at) };
    }
    const hint = Number.isSafeInteger(value) ? `写 ${writeTime(Number(value))}` : undefined;
    report(positionAt(yaml, at), `${step} 的时间是${describeAt(yaml, at)}，应是${TIME_RULE}`, hint);
    return null;
  });
  const read = cues.filter((cue) => cue !== null);
  return read.length === cues.length ? read : null;
}

/** Folder of files that the site takes as they are. */
export const ASSETS_FOLDER = "assets/";

/** Reports the recordings that should be files of the site, and are not. */
function checkFiles(placed: readonly PlacedRecording[], assets: ReadonlySet<string>, report: Report): void {
  const sounds = [...assets].filter(isSoundFile);
  for (const { address, at } of placed) {
    if (!isFileInSite(address) || assets.has(address)) continue;
    const message = `没有这个文件：${ASSETS_FOLDER}${address}，应放在那里，或写 https:// 开头的网址`;
    report(at, message, didYouMean(address, sounds));
  }
}

interface Told {
  readonly chapters: readonly Pick<Chapter, "id">[];
  readonly steps: readonly Pick<Step, "id" | "chapter">[];
}

/**
 * Returns the recordings in the order of the story. Reports those of unknown chapters, wrong times, and files that are
 * not among `assets`, where these are known.
 */
export function checkRecordings(
  placed: readonly PlacedRecording[],
  { chapters, steps }: Told,
  assets: ReadonlySet<string> | null,
  report: Report,
): readonly Recording[] {
  if (assets !== null) checkFiles(placed, assets, report);
  const names = chapters.map(({ id }) => id);
  for (const { chapter, place } of placed)
    if (!names.includes(chapter))
      report(place, `没有这一章：${chapter}，应是 ${names.join("、")} 之一`, didYouMean(chapter, names));
  return names.flatMap((id) => {
    const recording = placed.find(({ chapter }) => chapter === id);
    if (recording === undefined) return [];
    const own = steps.flatMap((step) => (step.chapter === id ? [step.id] : []));
    return [{ chapter: id, address: recording.address, times: timesOf(recording, own, report) }];
  });
}

function timesOf(
  { chapter, cues, place }: PlacedRecording,
  steps: readonly string[],
  report: Report,
): readonly number[] {
  if (cues === null) return [];
  const unknown = cues.filter(({ step }) => !steps.includes(step));
  for (const { step, place: at } of unknown)
    report(at, `${chapter} 里没有这一幕：${step}，应是 ${steps.join("、")} 之一`, didYouMean(step, steps));
  const missing = steps.filter((id) => !cues.some(({ step }) => step === id));
  // The report of a misspelt step covers the missing one.
  if (missing.length > 0 && unknown.length === 0)
    report(place, `${chapter} 的录音里缺 ${missing.join("、")} 的时间，应写${TIME_RULE}`, "要么每一幕都写，要么都不写");
  const ordered = steps.flatMap((id) => cues.find(({ step }) => step === id) ?? []);
  ordered.forEach(({ step, time, written, at }, index) => {
    const before = ordered[index - 1];
    if (before === undefined || time > before.time) return;
    const later = `应晚于上一幕 ${before.step} 的 ${before.written}`;
    report(at, `${step} 的时间没有往后走：${written}，${later}`);
  });
  return ordered.map(({ time }) => time);
}
