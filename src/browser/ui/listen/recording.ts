import { clamp } from "../../../core/lib/math.ts";
import type { Mount } from "../../lib/defer.ts";
import type { RecordedLine } from "./lines.ts";
import type { Outcome, Source } from "./source.ts";

/** Longest silence after a press, and within a file for want of data, ms. */
const BEGIN = 4000;
const GAP = 10_000;

/** Parts of a step; at the end of each its picture and text move along. */
const PARTS = 8;

/** Plays stretches of sound files by an audio element, which nothing is loaded into before. `moved`: a part is over. */
export function createRecording(
  { view, signal }: Mount,
  audio: HTMLAudioElement,
  moved: () => void,
): Source<RecordedLine> {
  let current: RecordedLine | null = null;
  let tell: ((outcome: Outcome) => void) | null = null;
  let timer = 0;
  /** Place in the file, s, for a file that has to be loaded again. */
  let left = 0;
  let part = 0;

  function share(): number {
    if (current === null || current.whole) return 1;
    const { from, to } = current;
    return clamp((audio.currentTime - from) / (Math.min(to, audio.duration || Infinity) - from));
  }

  function partNow(): number {
    return Math.floor(share() * PARTS);
  }

  function stop(): void {
    view.clearTimeout(timer);
    timer = 0;
    tell = null;
    if (audio.src === current?.file) audio.pause();
  }

  function finish(outcome: Outcome): void {
    const heard = tell;
    tell = null;
    heard?.(outcome);
  }

  function lose(): void {
    if (tell === null) return;
    audio.removeAttribute("src");
    audio.load();
    finish("lost");
  }

  function expect(within: number): void {
    const at = audio.currentTime;
    view.clearTimeout(timer);
    timer = view.setTimeout(() => {
      timer = 0;
      if (audio.currentTime <= at) lose();
      else if (audio.readyState < audio.HAVE_FUTURE_DATA) expect(GAP);
    }, within);
  }

  function listen(name: string, heard: () => void): void {
    audio.addEventListener(name, () => tell !== null && heard(), { signal });
  }

  listen("error", lose);
  listen("ended", () => finish("ended"));
  listen("waiting", () => timer === 0 && expect(GAP));
  // A call or another player; the element's own pauses are over, or its end.
  listen("pause", () => audio.paused && !audio.ended && finish("interrupted"));
  listen("timeupdate", () => {
    if (audio.seeking || current === null) return;
    left = audio.currentTime;
    if (left >= current.to) return finish("ended");
    const now = partNow();
    if (now !== part) moved();
    part = now;
  });

  return {
    play(line, { rate, anew }, heard) {
      const goesOn = !anew && current?.file === line.file && (line === current || line.from === current.to);
      const loads = audio.src !== line.file || audio.error !== null;
      current = line;
      tell = heard;
      if (!goesOn) left = line.from;
      else if (audio.ended && !loads) {
        // The file is shorter than its times; to play it would begin it anew.
        timer = view.setTimeout(() => finish("ended"));
        return;
      }
      if (loads) {
        audio.loop = false;
        audio.src = line.file;
      }
      if (loads || !goesOn) audio.currentTime = left;
      audio.defaultPlaybackRate = rate;
      audio.playbackRate = rate;
      part = partNow();
      if (goesOn && !loads && !audio.paused) return;
      audio.play().catch((error: unknown) => {
        // Another failure is heard as an error of the element.
        if (error instanceof DOMException && error.name === "NotAllowedError") finish("interrupted");
      });
      expect(BEGIN);
    },
    stop,
    isPlaying: () => !audio.paused,
    elapsed: () => (current === null ? 0 : audio.currentTime - current.from),
    share,
  };
}
