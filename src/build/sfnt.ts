/** Reads what the build wants to know of an OpenType font in its plain (sfnt) form: which characters, how wide. */

/** In font units; divide by `unitsPerEm` for em. */
export interface FaceMetrics {
  readonly unitsPerEm: number;
  /** Above the baseline, positive. */
  readonly ascent: number;
  /** Below the baseline, positive. */
  readonly descent: number;
  readonly lineGap: number;
}

/** A font's table directory with the bytes behind it. */
export interface Face {
  readonly metrics: FaceMetrics;
  /** Glyph number of a code point; 0 when the face lacks it. */
  readonly glyph: (codePoint: number) => number;
  /** Advance width of a glyph in font units. */
  readonly advance: (glyph: number) => number;
}

/** Opens an sfnt (TrueType or CFF outlines). Throws RangeError when a table is missing or the character map is of an unknown kind. */
export function face(bytes: Uint8Array): Face {
  const table = tables(bytes);
  const horizontal = table("hhea");
  const widths = table("hmtx");
  const lastWide = horizontal.getUint16(34) - 1;
  return {
    metrics: {
      unitsPerEm: table("head").getUint16(18),
      ascent: horizontal.getInt16(4),
      descent: -horizontal.getInt16(6),
      lineGap: horizontal.getInt16(8),
    },
    glyph: characterMap(table("cmap")),
    // Glyphs behind the last one listed share its width.
    advance: (glyph) => widths.getUint16(Math.min(glyph, lastWide) * 4),
  };
}

function tables(bytes: Uint8Array): (tag: string) => DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const start = bytes.byteOffset + view.getUint32(record + 8);
    places.set(tag, new DataView(bytes.buffer, start, view.getUint32(record + 12)));
  }
  return (tag) => {
    const found = places.get(tag);
    if (found === undefined) throw new RangeError(`font without table ${tag}`);
    return found;
  };
}

/** Prefers the map of all of Unicode (format 12) over that of the basic plane (format 4). */
function characterMap(cmap: DataView): (codePoint: number) => number {
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(4 + index * 8 + 4));
  const full = subtables.find((at) => cmap.getUint16(at) === 12);
  if (full !== undefined) return segmentedCoverage(cmap, full);
  const basic = subtables.find((at) => cmap.getUint16(at) === 4);
  if (basic !== undefined) return segmentMapping(cmap, basic);
  throw new RangeError("font without a character map of format 4 or 12");
}

function segmentedCoverage(cmap: DataView, at: number): (codePoint: number) => number {
  const groups = cmap.getUint32(at + 12);
  return (codePoint) => {
    for (let index = 0; index < groups; index++) {
      const group = at + 16 + index * 12;
      const first = cmap.getUint32(group);
      if (codePoint >= first && codePoint <= cmap.getUint32(group + 4))
        return cmap.getUint32(group + 8) + codePoint - first;
    }
    return 0;
  };
}

function segmentMapping(cmap: DataView, at: number): (codePoint: number) => number {
  const doubled = cmap.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  return (codePoint) => {
    for (let segment = 0; segment < doubled; segment += 2) {
      if (codePoint > cmap.getUint16(ends + segment)) continue;
      const first = cmap.getUint16(starts + segment);
      if (codePoint < first) return 0;
      const delta = cmap.getUint16(deltas + segment);
      const offset = cmap.getUint16(offsets + segment);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = cmap.getUint16(offsets + segment + offset + (codePoint - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
