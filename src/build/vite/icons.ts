import sharp from "sharp";

const OLD = [16, 32, 48] as const;

function painted(svg: Uint8Array, side: number): Promise<Buffer> {
  // The drawing is 64 px wide at 72 dpi.
  return sharp(svg, { density: (72 * side) / 64 })
    .resize(side, side)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

/** Packs PNGs as an ICO file: a header of 6 bytes, a directory of 16 bytes per image, then the files. */
function ico(images: readonly { readonly side: number; readonly png: Buffer }[]): Buffer {
  const directory = Buffer.alloc(6 + 16 * images.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(images.length, 4);
  let offset = directory.length;
  images.forEach(({ side, png }, index) => {
    const at = 6 + 16 * index;
    directory.writeUInt8(side % 256, at);
    directory.writeUInt8(side % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([directory, ...images.map(({ png }) => png)]);
}

interface Icon {
  readonly file: string;
  readonly side: number;
}

export async function renderIcons(svg: Uint8Array, wanted: readonly Icon[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const old = await Promise.all(OLD.map(async (side) => ({ side, png: await painted(svg, side) })));
  const files = await Promise.all(wanted.map(async ({ file, side }) => [file, await painted(svg, side)] as const));
  return new Map([["favicon.ico", ico(old)], ...files]);
}
