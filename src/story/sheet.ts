import type { Place } from "./problem.ts";

/** One file of the story as text: without byte order mark, every line ended by `\n`. */
export interface Sheet {
  readonly file: string;
  readonly text: string;
  /** Where an offset into `text` lies; offsets outside the text are moved to its nearest end. */
  readonly at: (offset: number) => Place;
}

/** Takes a file in, whatever editor wrote it. Lines and columns stay those an editor shows. */
export function sheet(file: string, raw: string): Sheet {
  const text = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  const at = (offset: number): Place => {
    const inside = Math.max(0, Math.min(offset, text.length));
    const line = lastAtMost(starts, inside);
    return { file, line: line + 1, column: inside - (starts[line] ?? 0) + 1 };
  };
  return { file, text, at };
}

/** Index of the last of the ascending `starts` that is not beyond `offset`. */
function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
