/** A step in a film: its picture comes, acts and rests while its captions are read. Times in seconds. */
export interface Shot {
  readonly step: string;
  /** Time in which the picture replaces that of the shot before. */
  readonly enter: number;
  /** Share of the scene's own action that is over when a first shot begins, 0–1. */
  readonly from: number;
  /** Time of the action; 0 shows its end at once. */
  readonly act: number;
  readonly hold: number;
  /** As printed; `|` breaks a line. */
  readonly captions: readonly string[];
}

export interface Film {
  /** `story`, or a chapter's id. */
  readonly id: string;
  readonly cover: { readonly step: string; readonly text: string };
  readonly shots: readonly Shot[];
  /** The last frame: words, with code and address. */
  readonly end: { readonly text: string; readonly hold: number };
}

/** Id of the whole story's film; no chapter may have it. */
export const STORY_FILM = "story";

/** Shortest and longest duration, s: what platforms show whole, and what is looked at to its end. */
export const FILM_SECONDS = { story: [35, 45], chapter: [12, 20] } as const;

/** Default times of a shot, s. */
export const SHOT_SECONDS = { enter: 0.9, act: 1.2 } as const;

/** Most Chinese characters that are read in a second without sound. */
export const READ_PER_SECOND = 4;

/** Most lines of a caption, and most Chinese characters of a line. */
export const CAPTION = { lines: 2, characters: 12 } as const;

export function secondsOfShot({ enter, act, hold }: Shot): number {
  return enter + act + hold;
}

export function secondsOfFilm({ shots, end }: Pick<Film, "shots" | "end">): number {
  return shots.reduce((sum, shot) => sum + secondsOfShot(shot), end.hold);
}

/** Width of a text in Chinese characters: a half-width sign counts as half of one. */
export function widthInCharacters(text: string): number {
  const signs = [...text.replaceAll("|", "")];
  return signs.length - signs.filter((sign) => /[ -~]/.test(sign)).length / 2;
}

/** Returns the time at which each caption of a shot begins, s from the shot's beginning, by the lengths before it. */
export function captionStarts(shot: Shot): readonly number[] {
  const widths = shot.captions.map(widthInCharacters);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((_, index) => {
    const before = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    return whole === 0 ? 0 : (secondsOfShot(shot) * before) / whole;
  });
}
