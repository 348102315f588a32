import type { Drawing, Shape, Size } from "../picture/model.ts";
import { type Attributes, layer, shapeAttributes, tag } from "./attributes.ts";
import { grainPaths } from "./grains.ts";

/** Text made safe for the content of an element and for quoted attributes. */
export function textContent(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** An element with its content, already markup, as markup. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${textContent(value)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A shape as markup, with all its attributes unless others are given. */
export function shapeMarkup(shape: Shape, attributes: Attributes = shapeAttributes(shape)): string {
  return element(tag(shape), attributes, shape.kind === "text" ? textContent(shape.text) : "");
}

/**
 * Inner markup of a stage: marks behind, grains, marks before. The page adopts exactly these three groups.
 * `write` may write shapes in another way.
 */
export function svgContent(drawing: Drawing, write: (shape: Shape) => string = (shape) => shapeMarkup(shape)): string {
  const back = layer(drawing.shapes, "back").map(write).join("");
  const grains = grainPaths(drawing.grains)
    .map(({ attributes }) => element("path", attributes))
    .join("");
  const front = layer(drawing.shapes, "front").map(write).join("");
  return `<g>${back}</g><g>${grains}</g><g>${front}</g>`;
}

/** How a stage is written otherwise than the page's own. */
interface Manner {
  /** Markup that stands before the three groups. */
  readonly before?: string;
  readonly write?: (shape: Shape) => string;
}

/** A stage as text, `size` in CSS pixels, with further attributes of the root element. */
export function svg(
  drawing: Drawing,
  size: Size,
  attributes: Attributes = {},
  { before = "", write }: Manner = {},
): string {
  const content = before + svgContent(drawing, write);
  return element("svg", { viewBox: `0 0 ${size.width} ${size.height}`, ...attributes }, content);
}
