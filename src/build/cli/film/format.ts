import { type Film, secondsOfFilm } from "../../../core/model/film.ts";
import type { FilmCodec, FilmFormat } from "../../../core/model/film-page.ts";
import { FILM_SCREEN } from "../../../core/model/size.ts";
import { FRAMES_PER_SECOND } from "../../film/timeline.ts";

/** Largest file, bytes: it has to pass through chats. */
export const LARGEST = 12_000_000;

/** Bits per second: flat grounds keep their tint while they change, and more is not seen. */
const GOOD = 6_000_000;

/** An encoder is asked for this share of the bits that there is room for: pictures at rest leave half unused. */
const ASKED = 1.75;

const TRIES = 4;

/** Returns the format of a film's file. */
export function filmFormat(film: Film, codec: FilmCodec): FilmFormat {
  const most = (ASKED * 8 * LARGEST) / secondsOfFilm(film);
  return { ...FILM_SCREEN, framesPerSecond: FRAMES_PER_SECOND, codec, bitrate: Math.floor(Math.min(GOOD, most)) };
}

/** Encodes a film, and again with fewer bits as long as its file is too large; `say` hears of each that is. */
export async function fitFile(
  format: FilmFormat,
  encode: (format: FilmFormat) => Promise<Buffer>,
  say: (bytes: number) => void,
): Promise<Buffer> {
  let bytes = await encode(format);
  for (let [tries, { bitrate }] = [1, format]; bytes.length > LARGEST && tries < TRIES; tries += 1) {
    say(bytes.length);
    bitrate = Math.floor((0.95 * bitrate * LARGEST) / bytes.length);
    bytes = await encode({ ...format, bitrate });
  }
  return bytes;
}
