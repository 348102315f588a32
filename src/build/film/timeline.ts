import { lerp, linearStep } from "../../core/lib/math.ts";
import { captionStarts, type Film, secondsOfFilm, secondsOfShot } from "../../core/model/film.ts";
import type { Position } from "../../core/model/picture.ts";
import { ACTION_END, ENTER_END, ENTER_START } from "../../core/model/timing.ts";

export const FRAMES_PER_SECOND = 30;

/** Time in which a caption appears, and in which the last picture gives way to the end card, s. */
const FADE = { caption: 0.15, end: 0.5 } as const;

export interface Moment {
  /** Shot and progress of its step. */
  readonly at: Position;
  readonly caption: string;
  /** Presence of the caption and of the end card, 0–1. */
  readonly captionShown: number;
  readonly endShown: number;
}

export function frameCount(film: Film): number {
  return Math.round(secondsOfFilm(film) * FRAMES_PER_SECOND);
}

/** Returns the moment of the story that a film shows at a time, s. The time is clamped to the film. */
export function momentAt(film: Film, time: number): Moment {
  let begin = 0;
  for (const [step, shot] of film.shots.entries()) {
    const end = begin + secondsOfShot(shot);
    const last = step === film.shots.length - 1;
    if (time >= end && !last) {
      begin = end;
      continue;
    }
    const own = Math.max(0, Math.min(time, end) - begin);
    const starts = captionStarts(shot);
    const index = starts.filter((start) => start <= own).length - 1;
    const shown = (own - (starts[index] ?? 0)) / FADE.caption;
    return {
      at: { step, progress: progressAt(shot, own) },
      caption: shot.captions[index] ?? "",
      // The first frame may stand for the film, so its words are there.
      captionShown: step === 0 && index === 0 ? 1 : Math.min(1, shown),
      endShown: last ? linearStep(time, end, end + FADE.end) : 0,
    };
  }
  throw new RangeError(`a film without a shot: ${film.id}`);
}

function progressAt({ enter, from, act }: Film["shots"][number], own: number): number {
  if (own < enter) return lerp(ENTER_START, ENTER_END, own / enter);
  if (own >= enter + act) return 1;
  const begun = (own - enter) / act;
  // An action that began slowly after an entry would leave the picture empty for half a second.
  const eased = begun * (2 - begun);
  return lerp(ENTER_END, ACTION_END, lerp(from, 1, eased));
}

/** The middle of each shot's rest, and the end, s. */
export function restTimes(film: Film): readonly number[] {
  let begin = 0;
  const rests = film.shots.map((shot) => {
    begin += secondsOfShot(shot);
    return begin - shot.hold / 2;
  });
  return [...rests, secondsOfFilm(film)];
}
