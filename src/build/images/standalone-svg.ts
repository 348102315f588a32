import { toHex } from "../../core/lib/color.ts";
import { escapeHtml } from "../../core/lib/html.ts";
import type { Shape, TextMark } from "../../core/model/picture.ts";
import { squeezeShifts } from "../../core/picture/text.ts";
import { punctuationAttributes, shapeAttributes } from "../../core/render/svg-attributes.ts";
import { pictureToSvg, shapeToSvg, svgElement } from "../../core/render/svg-string.ts";
import type { ImageSpec } from "./step-image.ts";

export const SANS_FONTS = "'PingFang SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif";

/** Outline and advance in font units; y points up. */
export interface Glyph {
  readonly d: string;
  readonly advance: number;
}

export interface GlyphOutlines {
  readonly unitsPerEm: number;
  /** The glyphs of a text, in order. Throws a RangeError when the font lacks one. */
  readonly glyphs: (text: string) => readonly Glyph[];
}

/** Writes Song text as outlines, so that it looks the same in browsers and drawing programs without the font. */
function outlined(text: TextMark, { unitsPerEm, glyphs }: GlyphOutlines): string {
  const shifts = squeezeShifts(text.text).map((shift) => shift * unitsPerEm);
  const run = glyphs(text.text).map((glyph, index) => ({ ...glyph, shift: shifts[index] ?? 0 }));
  const width = run.reduce((sum, { advance, shift }) => sum + advance + shift, 0);
  const start = text.anchor === "start" ? 0 : text.anchor === "middle" ? -width / 2 : -width;
  const { fill = "", opacity, transform, "font-size": size, x, y } = shapeAttributes(text);
  const scale = (Number(size) / unitsPerEm).toFixed(5);
  const turned = transform === undefined ? "" : `${transform} `;
  let at = start;
  const paths = run.map(({ d, advance, shift }) => {
    at += shift;
    const path = d === "" ? "" : svgElement("path", at === 0 ? { d } : { transform: `translate(${at})`, d });
    at += advance;
    return path;
  });
  return svgElement(
    "g",
    {
      "aria-label": text.text,
      fill,
      ...(opacity === undefined ? {} : { opacity }),
      transform: `${turned}translate(${x} ${y})scale(${scale} -${scale})`,
    },
    paths.join(""),
  );
}

function plain(shape: Shape, squeezed: boolean): string {
  const {
    "data-key": _key,
    "data-role": _role,
    "data-fact": _fact,
    class: _class,
    ...attributes
  } = shapeAttributes(shape);
  const punctuation = squeezed && shape.kind === "text" ? punctuationAttributes(shape) : {};
  return shapeToSvg(shape, { ...attributes, ...punctuation });
}

/** `png` squeezes the punctuation of sans text, too: the image has the project's own sans face. */
export type StandaloneFormat = ImageSpec["formats"][number];

export function toStandaloneSvg(
  { title, description, size, view, ground, drawing }: ImageSpec,
  outlines: GlyphOutlines,
  format: StandaloneFormat,
): string {
  const { x, y } = view ?? { x: 0, y: 0 };
  const attributes = {
    viewBox: `${x} ${y} ${size.width} ${size.height}`,
    xmlns: "http://www.w3.org/2000/svg",
    width: String(size.width),
    height: String(size.height),
    role: "img",
    "font-family": SANS_FONTS,
  };
  return pictureToSvg(drawing, size, attributes, {
    before:
      svgElement("title", {}, escapeHtml(title)) +
      svgElement("desc", {}, escapeHtml(description)) +
      svgElement("rect", { x: String(x), y: String(y), width: "100%", height: "100%", fill: toHex(ground) }),
    write: (shape) =>
      shape.kind === "text" && shape.face === "song" ? outlined(shape, outlines) : plain(shape, format === "png"),
  });
}
