import type { Drawing, Shape, Size } from "../picture/model.ts";
import { type Attributes, grainAttributes, layer, shapeAttributes, tag } from "./attributes.ts";

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function shape(mark: Shape): string {
  return element(tag(mark), shapeAttributes(mark), mark.kind === "text" ? escape(mark.text) : "");
}

/** Inner markup of a stage: marks behind, grains, marks before. The page adopts exactly these three groups. */
export function svgContent(drawing: Drawing): string {
  const back = layer(drawing.shapes, "back").map(shape).join("");
  const grains = drawing.grains.map((grain) => element("circle", grainAttributes(grain))).join("");
  const front = layer(drawing.shapes, "front").map(shape).join("");
  return `<g>${back}</g><g>${grains}</g><g>${front}</g>`;
}

/** A stage as text, `size` in CSS pixels, with further attributes of the root element. */
export function svg(drawing: Drawing, size: Size, attributes: Attributes = {}): string {
  return element("svg", { viewBox: `0 0 ${size.width} ${size.height}`, ...attributes }, svgContent(drawing));
}
