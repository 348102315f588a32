import { type BaseType, select } from "d3-selection";
import type { Drawing, Shape, Size } from "../picture/model.ts";
import { type Attributes, grainAttributes, layer, rounded, shapeAttributes, tag } from "./attributes.ts";

const SVG = "http://www.w3.org/2000/svg";

/** What was last written to a node, so that only changes are written. */
type Written = WeakMap<Element, Attributes>;

function read(node: Element): Attributes {
  return Object.fromEntries([...node.attributes].map((attribute) => [attribute.name, attribute.value]));
}

function write(node: Element, next: Attributes, written: Written): void {
  const last = written.get(node) ?? read(node);
  for (const name in next) if (last[name] !== next[name]) node.setAttribute(name, next[name] ?? "");
  for (const name in last) if (!(name in next)) node.removeAttribute(name);
  written.set(node, next);
}

/** A rounding of path data that answers at once when a node is given the data it has. */
function rememberingRound(): (node: Element) => (d: string) => string {
  const last = new WeakMap<Element, { readonly raw: string; readonly written: string }>();
  return (node) => (d) => {
    const known = last.get(node);
    if (known?.raw === d) return known.written;
    const written = rounded(d);
    last.set(node, { raw: d, written });
    return written;
  };
}

function keyOf(node: BaseType): string {
  return node instanceof Element ? `${node.localName} ${node.getAttribute("data-key") ?? ""}` : "";
}

function group(stage: SVGSVGElement, index: number): SVGGElement {
  const found = stage.children[index];
  if (found instanceof SVGGElement) return found;
  return stage.appendChild(stage.ownerDocument.createElementNS(SVG, "g"));
}

/**
 * Takes over the nodes of a drawn stage (three groups: back, grains, front; empty ones are made) and returns the only writer to them.
 * `show` may be given any drawing after any other and leaves the same nodes as `svg` would write.
 */
export function adopt(stage: SVGSVGElement): (drawing: Drawing, size: Size) => void {
  const written: Written = new WeakMap();
  const shown = new WeakMap<Element, Shape>();
  const round = rememberingRound();
  const back = group(stage, 0);
  const grains = group(stage, 1);
  const front = group(stage, 2);
  let box = "";
  let last: Drawing | null = null;

  function showShapes(parent: SVGGElement, shapes: readonly Shape[]): void {
    select(parent)
      .selectChildren<SVGElement, Shape>()
      .data(shapes, function (shape) {
        return shape === undefined ? keyOf(this) : `${tag(shape)} ${shape.key}`;
      })
      .join((enter) => enter.append((shape) => stage.ownerDocument.createElementNS(SVG, tag(shape))))
      .order()
      .each(function (shape) {
        if (shown.get(this) === shape) return;
        shown.set(this, shape);
        write(this, shapeAttributes(shape, round(this)), written);
        if (shape.kind === "text" && this.textContent !== shape.text) this.textContent = shape.text;
      });
  }

  return (drawing, size) => {
    const nextBox = `0 0 ${size.width} ${size.height}`;
    if (nextBox !== box) stage.setAttribute("viewBox", (box = nextBox));
    if (drawing === last) return;
    showShapes(back, layer(drawing.shapes, "back"));
    drawing.grains.forEach((grain, index) => {
      if (last?.grains[index] === grain) return;
      const node = grains.children[index] ?? grains.appendChild(stage.ownerDocument.createElementNS(SVG, "circle"));
      write(node, grainAttributes(grain), written);
    });
    showShapes(front, layer(drawing.shapes, "front"));
    last = drawing;
  };
}
