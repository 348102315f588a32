import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, Quality } from "mediabunny";
import type { FilmFormat, FilmFrame, FilmPage } from "../../core/model/film-page.ts";
import { createFrameCanvas, type FrameCanvas } from "./frame-canvas.ts";

interface Encoding {
  readonly format: FilmFormat;
  readonly canvas: FrameCanvas;
  readonly target: BufferTarget;
  readonly output: Output;
  readonly source: CanvasSource;
  frames: number;
}

/** Time between two frames that can be decoded without others, s. */
const KEY_FRAMES = 4;

async function start(format: FilmFormat): Promise<Encoding> {
  const canvas = createFrameCanvas(format);
  const { codec, bitrate, framesPerSecond } = format;
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const source = new CanvasSource(canvas.image, {
    codec,
    quality: new Quality({ bitrate, bitrateMode: "variable" }),
    keyFrameInterval: KEY_FRAMES,
    latencyMode: "quality",
    // Flat colours, sharp edges and letters: 3 dB more than the settings for camera pictures.
    contentHint: "text",
  });
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  return { format, canvas, target, output, source, frames: 0 };
}

async function encode(encoding: Encoding, frames: readonly FilmFrame[]): Promise<void> {
  const { framesPerSecond } = encoding.format;
  for (const frame of frames) {
    encoding.canvas.draw(frame);
    await encoding.source.add(encoding.frames / framesPerSecond, 1 / framesPerSecond);
    encoding.frames += 1;
  }
}

async function end({ output, target }: Encoding): Promise<Blob> {
  await output.finalize();
  if (target.buffer === null) throw new Error("the muxer wrote nothing");
  return new Blob([target.buffer]);
}

function readAsUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(typeof reader.result === "string" ? reader.result : ""));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("unreadable file")));
    reader.readAsDataURL(file);
  });
}

const EMPTY: FilmFrame = { drawing: { grains: [], shapes: [] }, background: [128, 64, 32] };

function createFilmPage(): FilmPage {
  let running: Encoding | undefined;

  function current(): Encoding {
    if (running === undefined) throw new Error("no film was begun");
    return running;
  }

  return {
    async canEncode(format) {
      try {
        const trial = await start(format);
        await encode(trial, [EMPTY, EMPTY, EMPTY]);
        return (await end(trial)).size > 0;
      } catch {
        return false;
      }
    },
    async begin(format) {
      running = await start(format);
    },
    add: (frames) => encode(current(), frames),
    finish: async () => readAsUrl(await end(current())),
    async still(frame, format) {
      const canvas = createFrameCanvas(format);
      canvas.draw(frame);
      return readAsUrl(await canvas.image.convertToBlob({ type: "image/png" }));
    },
  };
}

window.filmPage = createFilmPage();
