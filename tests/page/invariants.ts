import story from "virtual:story";
import { adopt } from "../../src/draw/adopt.ts";
import { svg } from "../../src/draw/svg.ts";
import type { Position, Size, Theme } from "../../src/picture/model.ts";
import { stream } from "../../src/picture/random.ts";
import { painter } from "../../src/scenes/picture.ts";

/** Nodes below an element as lines, attributes in order of name. */
function lines(stage: Element): string {
  return [...stage.querySelectorAll("*")]
    .map(
      (node) =>
        `${node.localName} ${[...node.attributes]
          .map(({ name, value }) => `${name}=${value}`)
          .sort()
          .join(" ")} ${node.children.length === 0 ? node.textContent : ""}`,
    )
    .join("\n");
}

function parsed(text: string): SVGSVGElement {
  const holder = document.createElement("div");
  holder.innerHTML = text;
  const found = holder.firstElementChild;
  if (!(found instanceof SVGSVGElement)) throw new Error("no svg");
  return found;
}

/** Shows `pairs` random positions after one another on live nodes; returns those that differ from a fresh drawing. */
export function jumps(pairs: number, seed: string): readonly string[] {
  const paint = painter(story);
  const random = stream(seed);
  const any = (): { at: Position; size: Size; theme: Theme } => ({
    at: { step: Math.floor(random() * story.steps.length), progress: random() < 0.1 ? Math.round(random()) : random() },
    size: { width: 300 + Math.floor(random() * 900), height: 300 + Math.floor(random() * 700) },
    theme: random() < 0.5 ? "day" : "night",
  });
  const differing: string[] = [];
  for (let k = 0; k < pairs; k++) {
    const [a, b] = [any(), any()];
    const live = parsed(svg(paint(a.at, a.size, a.theme), a.size));
    adopt(live)(paint(b.at, b.size, b.theme), b.size);
    const fresh = parsed(svg(painter(story)(b.at, b.size, b.theme), b.size));
    if (lines(live) !== lines(fresh)) differing.push(JSON.stringify([a, b]));
  }
  return differing;
}

/** Pictures as text, for comparing with the same ones made elsewhere. */
export function texts(positions: readonly Position[], size: Size, theme: Theme): readonly string[] {
  const paint = painter(story);
  return positions.map((at) => svg(paint(at, size, theme), size));
}

Object.assign(window, { jumps, texts });
