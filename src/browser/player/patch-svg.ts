import { type BaseType, select } from "d3-selection";
import type { Drawing, Shape, Size } from "../../core/model/picture.ts";
import { type GrainPath, grainPaths } from "../../core/render/grain-paths.ts";
import { shapeAttributes, shapesInLayer, type SvgAttributes } from "../../core/render/svg-attributes.ts";
import { createSvgElement } from "../lib/dom.ts";

type Written = WeakMap<Element, SvgAttributes>;

function read(node: Element): SvgAttributes {
  return Object.fromEntries([...node.attributes].map((attribute) => [attribute.name, attribute.value]));
}

function write(node: Element, next: SvgAttributes, written: Written): void {
  const last = written.get(node) ?? read(node);
  for (const name in next) if (last[name] !== next[name]) node.setAttribute(name, next[name] ?? "");
  for (const name in last) if (!(name in next)) node.removeAttribute(name);
  written.set(node, next);
}

function keyOf(node: BaseType): string {
  return node instanceof Element ? `${node.localName} ${node.getAttribute("data-key") ?? ""}` : "";
}

function group(stage: SVGSVGElement, index: number): SVGGElement {
  const found = stage.children[index];
  if (found instanceof SVGGElement) return found;
  return stage.appendChild(createSvgElement(stage.ownerDocument, "g", {}));
}

/**
 * Returns the only writer of a stage. It takes over the nodes that the static SVG renderer writes, and creates missing
 * groups.
 */
export function createSvgPatcher(stage: SVGSVGElement): (drawing: Drawing, size: Size) => void {
  const written: Written = new WeakMap();
  const shown = new WeakMap<Element, Shape>();
  /** Nodes of each layer after its last join: as long as keys and order are the same, the join is skipped. */
  const nodes = new WeakMap<SVGGElement, readonly SVGElement[]>();
  const back = group(stage, 0);
  const grains = group(stage, 1);
  const front = group(stage, 2);
  const paths: Element[] = [...grains.children];
  let box = "";
  let last: Drawing | null = null;

  function showGrains(all: readonly GrainPath[]): void {
    all.forEach(({ attributes }, index) => {
      const node = (paths[index] ??= grains.appendChild(createSvgElement(stage.ownerDocument, "path", {})));
      write(node, attributes, written);
    });
    for (const node of paths.splice(all.length)) node.remove();
  }

  function showShape(node: SVGElement, shape: Shape): void {
    if (shown.get(node) === shape) return;
    shown.set(node, shape);
    write(node, shapeAttributes(shape), written);
    if (shape.kind === "text" && node.textContent !== shape.text) node.textContent = shape.text;
  }

  function showShapes(parent: SVGGElement, shapes: readonly Shape[]): void {
    const bound = nodes.get(parent);
    if (
      bound !== undefined &&
      bound.length === shapes.length &&
      shapes.every(
        (shape, index) =>
          shown.get(bound[index] ?? parent)?.key === shape.key && bound[index]?.localName === shape.kind,
      )
    ) {
      shapes.forEach((shape, index) => {
        const node = bound[index];
        if (node !== undefined) showShape(node, shape);
      });
      return;
    }
    const joined = select(parent)
      .selectChildren<SVGElement, Shape>()
      .data(shapes, function (shape) {
        return shape === undefined ? keyOf(this) : `${shape.kind} ${shape.key}`;
      })
      .join((enter) => enter.append((shape) => createSvgElement(stage.ownerDocument, shape.kind, {})))
      .order()
      .each(function (shape) {
        showShape(this, shape);
      });
    nodes.set(parent, joined.nodes());
  }

  return (drawing, size) => {
    const nextBox = `0 0 ${size.width} ${size.height}`;
    if (nextBox !== box) stage.setAttribute("viewBox", (box = nextBox));
    if (drawing === last) return;
    showShapes(back, shapesInLayer(drawing.shapes, "back"));
    if (drawing.grains !== last?.grains) showGrains(grainPaths(drawing.grains));
    showShapes(front, shapesInLayer(drawing.shapes, "front"));
    last = drawing;
  };
}
