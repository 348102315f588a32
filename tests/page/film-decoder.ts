import { BlobSource, CanvasSink, Input, MP4 } from "mediabunny";

/** A frame of a film as PNG, by its time, s. */
async function decodeAt(file: string, seconds: readonly number[]): Promise<readonly string[]> {
  const bytes = await (await fetch(file)).blob();
  const input = new Input({ source: new BlobSource(bytes), formats: [MP4] });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error("no video");
  const sink = new CanvasSink(track);
  const frames: string[] = [];
  for (const second of seconds) {
    const found = await sink.getCanvas(second);
    if (found === null) throw new Error(`no frame at ${second}`);
    const shown = document.createElement("canvas");
    [shown.width, shown.height] = [found.canvas.width, found.canvas.height];
    shown.getContext("2d")?.drawImage(found.canvas, 0, 0);
    frames.push(shown.toDataURL("image/png"));
  }
  return frames;
}

/** Length and size of a film, as a page's own player has them. */
async function play(
  file: string,
): Promise<{ readonly width: number; readonly height: number; readonly seconds: number }> {
  const video = document.createElement("video");
  video.muted = true;
  video.src = file;
  await new Promise((resolve, reject) => {
    video.addEventListener("loadeddata", resolve, { once: true });
    video.addEventListener("error", () => reject(new Error(video.error?.message ?? "no reason")), { once: true });
  });
  return { width: video.videoWidth, height: video.videoHeight, seconds: video.duration };
}

Object.assign(window, { decodeAt, play });
