import { config } from "virtual:scenes";
import lean from "virtual:story";
import { createElement, createSvgElement } from "../../src/browser/lib/dom.ts";
import { createSvgPatcher } from "../../src/browser/player/patch-svg.ts";
import { toHex } from "../../src/core/lib/color.ts";
import { linearStep } from "../../src/core/lib/math.ts";
import type { Shape, Size, Theme } from "../../src/core/model/picture.ts";
import { ACTION_END, ENTER_END } from "../../src/core/model/timing.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { createSceneStore } from "../../src/core/picture/scene-store.ts";
import { layoutOf, sceneAt } from "../../src/core/picture/step-scene.ts";
import { beatChartSize, drawBeats, drawBoxes } from "./annotations.ts";
import { SIZES } from "./sizes.ts";

/** Every step at every size and the moments asked for, each drawn when it comes near the window. */
const scenes = createSceneStore({ ...lean, config });
await scenes.loadAll();
const story = scenes.story();
const form = document.forms[0];
const main = document.querySelector("main");
if (form === undefined || main === null) throw new Error("missing element: form or main");
const place = main;
const paint = createPainter(story);
const picker = form.elements.namedItem("step");
if (picker instanceof HTMLSelectElement) {
  for (const id of ["all", ...story.steps.map((step) => step.id)])
    picker.add(new Option(id, id, false, id === location.hash.slice(1)));
}

const waiting = new Map<Element, () => void>();
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      waiting.get(target)?.();
    }
  },
  { rootMargin: "600px" },
);

function createStage({ width, height }: Size, name: string): SVGSVGElement {
  return createSvgElement(document, "svg", { class: name, width: String(width), height: String(height) });
}

function annotate(stage: SVGSVGElement, shapes: readonly Shape[], size: Size): void {
  createSvgPatcher(stage)({ grains: [], shapes }, size);
}

interface Wanted {
  readonly theme: Theme;
  readonly boxes: boolean;
  readonly beats: boolean;
}

function figure(step: number, progress: number, name: string, size: Size, { theme, boxes }: Wanted): HTMLElement {
  const stage = createStage(size, "picture");
  const outlines = boxes ? [createStage(size, "boxes")] : [];
  const holder = createElement(
    document,
    "figure",
    {},
    createElement(document, "div", { class: "stage" }, stage, ...outlines),
    createElement(document, "figcaption", {}, `${story.steps[step]?.id} · ${name} · ${progress}`),
  );
  waiting.set(holder, () => {
    const picture = paint({ step, progress }, size, theme);
    stage.style.background = toHex(config.paletteAt(picture.elevation, theme).background);
    createSvgPatcher(stage)(picture, size);
    for (const over of outlines) annotate(over, drawBoxes(layoutOf(story, step, size) ?? {}), size);
  });
  near.observe(holder);
  return holder;
}

/** Draws a chart of a step's beats, with a line at the action's progress at each of the moments. */
function beatChart(step: number, moments: readonly number[]): readonly SVGSVGElement[] {
  const { beats } = sceneAt(story, step);
  if (beats === undefined) return [];
  const size = beatChartSize(beats);
  const chart = createStage(size, "beats");
  const ts = moments.map((progress) => linearStep(progress, ENTER_END, ACTION_END));
  annotate(chart, drawBeats(beats, ts), size);
  return [chart];
}

function field(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}

function show(fields: FormData): void {
  const only = field(fields, "step");
  const moments = field(fields, "moments")
    .split(/\s+/)
    .map(Number)
    .filter((value) => value >= 0 && value <= 1);
  const wanted: Wanted = {
    theme: field(fields, "theme") === "night" ? "night" : "day",
    boxes: fields.has("boxes"),
    beats: fields.has("beats"),
  };
  place.replaceChildren();
  story.steps.forEach((step, index) => {
    if (only !== "all" && only !== step.id) return;
    for (const [name, size] of Object.entries(SIZES)) {
      const figures = moments.map((progress) => figure(index, progress, name, size, wanted));
      place.append(createElement(document, "section", {}, ...figures));
      if (wanted.beats) place.append(...beatChart(index, moments));
    }
  });
}

form.addEventListener("change", () => show(new FormData(form)));
form.addEventListener("submit", (event) => event.preventDefault());
show(new FormData(form));
