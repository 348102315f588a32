import { escapeHtml } from "../lib/html.ts";
import type { Drawing, Shape, Size } from "../model/picture.ts";
import { grainPaths } from "./grain-paths.ts";
import { shapeAttributes, shapesInLayer, type SvgAttributes } from "./svg-attributes.ts";

/** Escapes attributes; `content` is markup already. */
export function svgElement(name: string, attributes: SvgAttributes, content = ""): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

export function shapeToSvg(shape: Shape, attributes: SvgAttributes = shapeAttributes(shape)): string {
  return svgElement(shape.kind, attributes, shape.kind === "text" ? escapeHtml(shape.text) : "");
}

interface GroupContents {
  readonly back: string;
  readonly grains: string;
  readonly front: string;
}

export function groupContents(
  drawing: Drawing,
  write: (shape: Shape) => string = (shape) => shapeToSvg(shape),
): GroupContents {
  return {
    back: shapesInLayer(drawing.shapes, "back").map(write).join(""),
    grains: grainPaths(drawing.grains)
      .map(({ attributes }) => svgElement("path", attributes))
      .join(""),
    front: shapesInLayer(drawing.shapes, "front").map(write).join(""),
  };
}

/** Writes a picture's three groups: back shapes, grains, front shapes. The page's script takes over exactly these. */
export function pictureGroups(drawing: Drawing, write?: (shape: Shape) => string): string {
  const { back, grains, front } = groupContents(drawing, write);
  return `<g>${back}</g><g>${grains}</g><g>${front}</g>`;
}

interface Manner {
  readonly before?: string;
  readonly write?: (shape: Shape) => string;
}

export function pictureToSvg(
  drawing: Drawing,
  size: Size,
  attributes: SvgAttributes = {},
  { before = "", write }: Manner = {},
): string {
  const content = before + pictureGroups(drawing, write);
  return svgElement("svg", { viewBox: `0 0 ${size.width} ${size.height}`, ...attributes }, content);
}
