import { escapeHtml } from "../lib/html.ts";
import type { Drawing, Shape, Size } from "../model/picture.ts";
import { grainPaths } from "./grain-paths.ts";
import { shapeAttributes, shapesInLayer, type SvgAttributes } from "./svg-attributes.ts";

/** An element with its content, already markup, as markup. */
export function svgElement(name: string, attributes: SvgAttributes, content = ""): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A shape as markup, with all its attributes unless others are given. */
export function shapeToSvg(shape: Shape, attributes: SvgAttributes = shapeAttributes(shape)): string {
  return svgElement(shape.kind, attributes, shape.kind === "text" ? escapeHtml(shape.text) : "");
}

/**
 * Inner markup of a stage: marks behind, grains, marks before. The page adopts exactly these three groups.
 * `write` may write shapes in another way.
 */
export function pictureGroups(
  drawing: Drawing,
  write: (shape: Shape) => string = (shape) => shapeToSvg(shape),
): string {
  const back = shapesInLayer(drawing.shapes, "back").map(write).join("");
  const grains = grainPaths(drawing.grains)
    .map(({ attributes }) => svgElement("path", attributes))
    .join("");
  const front = shapesInLayer(drawing.shapes, "front").map(write).join("");
  return `<g>${back}</g><g>${grains}</g><g>${front}</g>`;
}

/** How a stage is written otherwise than the page's own. */
interface Manner {
  /** Markup that stands before the three groups. */
  readonly before?: string;
  readonly write?: (shape: Shape) => string;
}

/** A stage as text, `size` in CSS pixels, with further attributes of the root element. */
export function pictureToSvg(
  drawing: Drawing,
  size: Size,
  attributes: SvgAttributes = {},
  { before = "", write }: Manner = {},
): string {
  const content = before + pictureGroups(drawing, write);
  return svgElement("svg", { viewBox: `0 0 ${size.width} ${size.height}`, ...attributes }, content);
}
