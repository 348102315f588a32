/** An utterance, with the stretches of the page that print it; a picture's description is not seen. */
export interface SpokenLine {
  readonly step: number;
  readonly part: "title" | "text" | "picture";
  readonly spoken: string;
  readonly printed: readonly Range[];
}

/** A stretch of a chapter's sound file: of one step, or without times of the whole chapter. */
export interface RecordedLine {
  readonly step: number;
  /** Last step of the stretch. */
  readonly last: number;
  readonly file: string;
  /** Seconds; `to` is infinite at the end of the file. */
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

export type Line = SpokenLine | RecordedLine;

/** A chapter's sound file as the page names it. */
export interface ChapterRecording {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  /** Beginnings of the chapter's steps, s; none when they are not known. */
  readonly times: readonly number[];
}

export function isRecorded(line: Line | undefined): line is RecordedLine {
  return line !== undefined && "file" in line;
}

/** Returns what the page shows of a line; the sentences of a recording are not known. */
export function printedOf(line: Line): readonly Range[] {
  return isRecorded(line) ? [] : line.printed;
}

function stretchesOf({ file, first, last, times }: ChapterRecording): readonly RecordedLine[] {
  if (times.length === 0) return [{ step: first, last, file, from: 0, to: Infinity, whole: true }];
  return times.map((from, index) => {
    const step = first + index;
    return { step, last: step, file, from, to: times[index + 1] ?? Infinity, whole: false };
  });
}

/** Returns the lines in the story's order: a chapter's recording in place of all that is spoken of it. */
export function chooseLines(spoken: readonly SpokenLine[], recordings: readonly ChapterRecording[]): readonly Line[] {
  const said = spoken.filter(({ step }) => !recordings.some(({ first, last }) => first <= step && step <= last));
  return [...said, ...recordings.flatMap(stretchesOf)].sort((a, b) => a.step - b.step);
}

/** Index of the line at which a step begins, or of the next one where nothing is heard of that step. */
export function lineAt(lines: readonly Line[], step: number): number {
  const end = (line: Line): number => (isRecorded(line) ? line.last : line.step);
  return Math.max(
    0,
    lines.findIndex((line) => end(line) >= step),
  );
}

/** Index of the line at which the chapter before begins; `chapters` has the chapter of each step. */
export function chapterBefore(lines: readonly Line[], at: number, chapters: readonly (string | null)[]): number {
  const chapterOf = (line: Line | undefined) => chapters[line?.step ?? 0];
  const before = chapterOf(lines[Math.max(0, at - 1)]);
  return lines.findIndex((line) => chapterOf(line) === before);
}
