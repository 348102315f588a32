import type { StoryOutline } from "../../../core/model/story.ts";
import type { Mount } from "../../lib/defer.ts";
import type { Store } from "../storage.ts";
import { createBar } from "./bar.ts";
import { hasVoice } from "./choose-voice.ts";
import { createFollower } from "./follower.ts";
import type { Guide } from "./guide.ts";
import { keepPlace, readPlace } from "./kept-place.ts";
import { createLockScreen } from "./lock-screen.ts";
import { chapterBefore, chooseLines, isRecorded, type Line, lineAt, printedOf } from "./lines.ts";
import { createMark } from "./mark.ts";
import { readLines, readRecordings } from "./page-lines.ts";
import { advance, createPlayback, type PlaybackEvent } from "./playback.ts";
import { createRecording } from "./recording.ts";
import { joinSources, type Outcome } from "./source.ts";
import { createVoice } from "./voice.ts";

export interface ListenContext extends Mount {
  readonly story: StoryOutline;
  readonly themeRoot: HTMLElement;
  readonly steps: readonly HTMLElement[];
  readonly menu: HTMLDetailsElement;
  readonly stage: Element;
  /** URL of the story's folder. */
  readonly home: string;
  readonly title: string;
  readonly guide: Guide;
  readonly device: Store;
  /** Reports a move that is no scroll. */
  readonly moved: () => void;
}

/** The site's own icon, which the lock screen shows. */
const ARTWORK = "icon-512.png";

/** Seconds of a recorded line after which a step back begins it anew. */
const FAR = 3;

/** Line to begin with: the kept one in the reader's step, or when they have read nothing yet. */
function firstLine(lines: readonly Line[], ids: readonly string[], step: number, device: Store): number {
  const kept = readPlace(device);
  const keptStep = ids.indexOf(kept.step);
  const start = lineAt(lines, keptStep < 0 || (step > 0 && step !== keptStep) ? step : keptStep);
  const line = start + kept.line;
  return lines[line]?.step === keptStep ? line : start;
}

/** Opens the player and plays the story from the reader's place. Call it after a tap: browsers want one. */
export function listen(context: ListenContext): void {
  const { view, story, themeRoot, steps, menu, home, guide, device } = context;
  const page = view.document;
  if (page.querySelector(".listen-bar") !== null) return;
  const ending = new AbortController();
  const { signal } = ending;
  const ids = story.steps.map(({ id }) => id);
  const spoken = readLines(steps);
  let recordings = readRecordings(steps, story);
  let lines = chooseLines(hasVoice(view) ? spoken : [], recordings);
  let playback = createPlayback(firstLine(lines, ids, guide.step(), device), readPlace(device).rate, lines.length);
  // One element for silence and files: iOS lets play alone what has played within a tap.
  const audio = new Audio();
  const sound = joinSources(createVoice(view, view.speechSynthesis), createRecording({ view, signal }, audio, follow));
  const mark = createMark(page);
  const bar = createBar(page, playback.rate, {
    toggle: () => (playback.status === "playing" ? happen({ type: "pause" }) : start()),
    skip: (by) => {
      follower.recall();
      skip(by);
    },
    rate: (rate) => happen({ type: "rate", rate }),
    find() {
      follower.recall();
      follow();
    },
    close: () => ending.abort(),
  });
  const follower = createFollower(context, bar.element);
  const lockScreen = createLockScreen({ view, signal }, audio, {
    play: () => start(),
    pause: () => happen({ type: "pause" }),
    skip,
  });

  function start(): void {
    follower.recall();
    happen({ type: "play" });
  }

  function skip(by: 1 | -1): void {
    const line = lines[playback.line];
    const far = (playback.status === "playing" || !playback.anew) && sound.elapsed() > FAR;
    if (by > 0 || far || !isRecorded(line) || !line.whole) return happen({ type: "skip", by, far });
    const chapters = story.steps.map(({ chapter }) => chapter);
    happen({ type: "move", line: chapterBefore(lines, playback.line, chapters) });
  }

  /** Share of its step that is over when a line begins, or within a recording. */
  function shareOf(line: Line): number {
    const own = lines.filter(({ step }) => step === line.step);
    return own.length > 1 ? own.indexOf(line) / (own.length - 1) : sound.share();
  }

  function follow(): void {
    const line = lines[playback.line];
    if (line !== undefined) follower.follow(line, shareOf(line));
  }

  /** Name of the step, or of the chapter that is played as a whole. */
  function nameOf(line: Line | undefined): string {
    const step = line?.step ?? 0;
    const chapter = isRecorded(line) && line.whole ? steps[step]?.querySelector(".opening .name") : null;
    return chapter?.textContent ?? story.steps[step]?.title ?? "";
  }

  function show(): void {
    const line = lines[playback.line];
    const title = nameOf(line);
    bar.show(playback, title, line);
    const playing = playback.status === "playing";
    mark(playing && line !== undefined ? printedOf(line) : []);
    const artwork = [{ src: `${home}${ARTWORK}`, sizes: "512x512", type: "image/png" }];
    lockScreen.show({ title, artist: context.title, artwork }, playing, isRecorded(line));
  }

  function keep(): void {
    const { line, status, rate } = playback;
    const step = lines[line]?.step ?? 0;
    const id = status === "ended" ? "" : (ids[step] ?? "");
    keepPlace(device, { step: id, line: line - lineAt(lines, step), rate });
  }

  function happen(event: PlaybackEvent): void {
    const before = playback;
    playback = advance(
      playback,
      event,
      lines.map(({ step }) => step),
    );
    if (playback === before) return;
    const { turn, status, rate, anew } = playback;
    const line = lines[playback.line];
    if (status === "playing" && line !== undefined) sound.play(line, { rate, anew }, (outcome) => hear(outcome, turn));
    else sound.stop();
    if (status !== "ended" && (status === "playing" || playback.line !== before.line)) follow();
    show();
    keep();
  }

  /** Speaks a chapter whose recording does not come, from the same step; without times, from the one that is read. */
  function hear(type: Outcome, turn: number): void {
    const line = lines[playback.line];
    if (type !== "lost" || !isRecorded(line) || !hasVoice(view)) return happen({ type, turn });
    recordings = recordings.filter(({ file }) => file !== line.file);
    lines = chooseLines(spoken, recordings);
    const seen = guide.step();
    const step = line.step <= seen && seen <= line.last ? seen : line.step;
    happen({ type: "move", line: lineAt(lines, step) });
  }

  function stopOnSilence(): void {
    if (!page.hidden && playback.status === "playing" && !sound.isPlaying())
      happen({ type: "interrupted", turn: playback.turn });
  }

  function pause(): void {
    happen({ type: "pause" });
  }

  function resize(): void {
    // The bar takes a part of the window: texts and picture fit into the rest.
    view.dispatchEvent(new Event("resize"));
  }

  menu.open = false;
  menu.after(bar.element);
  themeRoot.dataset["listening"] = "";
  resize();
  page.addEventListener("visibilitychange", stopOnSilence, { signal });
  // Speech would go on after the page.
  view.addEventListener("pagehide", pause, { signal });
  context.signal.addEventListener("abort", () => ending.abort(), { signal });
  signal.addEventListener("abort", () => {
    sound.stop();
    audio.pause();
    audio.removeAttribute("src");
    audio.load();
    mark([]);
    delete themeRoot.dataset["listening"];
    const within = bar.element.contains(page.activeElement);
    bar.element.remove();
    resize();
    if (within) menu.querySelector("summary")?.focus({ preventScroll: true });
  });
  bar.focus();
  happen({ type: "play" });
}
