import { config } from "virtual:scenes";
import lean from "virtual:story";
import { createSvgPatcher } from "../../src/browser/player/patch-svg.ts";
import { seededRandom } from "../../src/core/lib/random.ts";
import type { Position, Size, Theme } from "../../src/core/model/picture.ts";
import { pictureToSvg } from "../../src/core/render/svg-string.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { createSceneStore } from "../../src/core/picture/scene-store.ts";

const scenes = createSceneStore({ ...lean, config });
await scenes.loadAll();
const story = scenes.story();

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
  const paint = createPainter(story);
  const random = seededRandom(seed);
  const any = (): { at: Position; size: Size; theme: Theme } => ({
    at: { step: Math.floor(random() * story.steps.length), progress: random() < 0.1 ? Math.round(random()) : random() },
    size: { width: 300 + Math.floor(random() * 900), height: 300 + Math.floor(random() * 700) },
    theme: random() < 0.5 ? "day" : "night",
  });
  const differing: string[] = [];
  for (let k = 0; k < pairs; k++) {
    const [a, b] = [any(), any()];
    const live = parsed(pictureToSvg(paint(a.at, a.size, a.theme), a.size));
    createSvgPatcher(live)(paint(b.at, b.size, b.theme), b.size);
    const fresh = parsed(pictureToSvg(createPainter(story)(b.at, b.size, b.theme), b.size));
    if (lines(live) !== lines(fresh)) differing.push(JSON.stringify([a, b]));
  }
  return differing;
}

/** Pictures as text, for comparing with the same ones made elsewhere. */
export function texts(positions: readonly Position[], size: Size, theme: Theme): readonly string[] {
  const paint = createPainter(story);
  return positions.map((at) => pictureToSvg(paint(at, size, theme), size));
}

Object.assign(window, { jumps, texts });
