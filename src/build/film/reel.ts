import { type Film, secondsOfFilm, STORY_FILM } from "../../core/model/film.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { typedAddress } from "../images/parts.ts";
import { createFramePainter } from "./frame.ts";
import type { Frame } from "./screen.ts";
import { frameCount, FRAMES_PER_SECOND, restTimes } from "./timeline.ts";

/** A film as its frames. */
export interface Reel {
  readonly film: Film;
  readonly frames: number;
  /** Paints a frame, counted from 0. */
  readonly frame: (index: number) => Frame;
  /** Paints the frame at a time, s. */
  readonly at: (seconds: number) => Frame;
}

/** `home` is the story's public URL with a trailing slash; if it is empty, the film has neither code nor address. */
export function filmReel(story: Illustrated<Story>, film: Film, home: string): Reel {
  const link = home + (film.id === STORY_FILM ? "" : `${film.id}/`);
  const at = createFramePainter(story, film, home === "" ? null : { link, typed: typedAddress(home) });
  return { film, frames: frameCount(film), frame: (index) => at(index / FRAMES_PER_SECOND), at };
}

/** Paints the frames one after another, as they are asked for. */
export function* allFrames({ frames, frame }: Reel): Iterable<Frame> {
  for (let index = 0; index < frames; index += 1) yield frame(index);
}

/** Paints every sixth frame: enough to know all words of a film. */
export function* sampleFrames({ frames, frame }: Reel): Iterable<Frame> {
  for (let index = 0; index < frames; index += 6) yield frame(index);
  yield frame(frames - 1);
}

/** Change it with code that draws or encodes frames otherwise. */
const RECIPE = 3;

/** Writes a film's score and its pictures at rest: when this text changes, the film has to be made anew. */
export function filmContent(story: Illustrated<Story>, film: Film, home: string): string {
  const { at } = filmReel(story, film, home);
  return JSON.stringify([RECIPE, secondsOfFilm(film), film, restTimes(film).map(at)]);
}
