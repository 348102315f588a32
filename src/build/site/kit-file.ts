import type { Size } from "../../core/model/picture.ts";
import { FILM_SCREEN } from "../../core/model/size.ts";
import type { LongImagePart } from "../images/long-image.ts";
import type { ImageSpec } from "../images/step-image.ts";

/** A file as the press kit's page lists it. */
export interface KitFile {
  readonly path: string;
  /** Null for a file that is written after the page that lists it. */
  readonly bytes: number | null;
  /** Device pixels, for an SVG its own; null for what is no picture. */
  readonly size: Pick<Size, "width" | "height"> | null;
}

/** Places of a PNG's width and height, after its signature and the head of its first chunk. */
const [WIDTH, HEIGHT] = [16, 20];

const VIEW_BOX = /<svg[^>]*? viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/;

/** Reads a file's size, and for a picture its pixels. */
export function kitFile(path: string, content: string | Uint8Array): KitFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { path, bytes: bytes.length, size: sizeOf(path, bytes) };
}

/** Lists pictures that are not painted yet, without their weight. */
export function listUnpainted(images: readonly ImageSpec[], slices: readonly LongImagePart[]): readonly KitFile[] {
  const pictures = images.flatMap(({ file, formats, size, pixels }) => {
    const png = { width: pixels, height: Math.round((pixels * size.height) / size.width) };
    return formats.map((format) => ({ path: `${file}.${format}`, bytes: null, size: format === "svg" ? size : png }));
  });
  return [...pictures, ...slices.map(({ file }) => ({ path: `${file}.png`, bytes: null, size: null }))];
}

function sizeOf(path: string, content: Uint8Array): KitFile["size"] {
  if (path.endsWith(".mp4"))
    return { width: FILM_SCREEN.width * FILM_SCREEN.ratio, height: FILM_SCREEN.height * FILM_SCREEN.ratio };
  if (path.endsWith(".png")) {
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    return { width: view.getUint32(WIDTH), height: view.getUint32(HEIGHT) };
  }
  if (!path.endsWith(".svg")) return null;
  const [, width, height] = VIEW_BOX.exec(new TextDecoder().decode(content.subarray(0, 2000))) ?? [];
  return width === undefined ? null : { width: Number(width), height: Number(height) };
}

export function formatPixels({ width, height }: Pick<Size, "width" | "height">): string {
  return `${width} × ${height}`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
