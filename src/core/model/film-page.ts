import type { Rgb } from "../lib/color.ts";
import type { Drawing } from "./picture.ts";

/** Families of the faces in the page that draws a film; the build gives them their glyphs. */
export const FILM_FACES = { song: "Film Song", sans: "Film Sans" } as const;

/** A picture of a film, in CSS pixels. */
export interface FilmFrame {
  readonly drawing: Drawing;
  readonly background: Rgb;
}

export const FILM_CODECS = ["avc", "hevc", "vp9", "av1"] as const;
export type FilmCodec = (typeof FILM_CODECS)[number];

export interface FilmFormat {
  /** CSS pixels; `ratio` device pixels for each. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly framesPerSecond: number;
  readonly codec: FilmCodec;
  /** Bits per second. */
  readonly bitrate: number;
}

/** The program of the page that draws and encodes a film, called by the build one call after another. */
export interface FilmPage {
  /** Encodes some frames and throws them away: browsers claim encoders that they do not have. */
  readonly canEncode: (format: FilmFormat) => Promise<boolean>;
  readonly begin: (format: FilmFormat) => Promise<void>;
  readonly add: (frames: readonly FilmFrame[]) => Promise<void>;
  /** Returns the film's file as a data URL. */
  readonly finish: () => Promise<string>;
  /** Returns a frame as a PNG's data URL. */
  readonly still: (frame: FilmFrame, format: FilmFormat) => Promise<string>;
}

declare global {
  interface Window {
    filmPage: FilmPage;
  }
}
