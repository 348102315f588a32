import { config } from "virtual:scenes";
import lean from "virtual:story";
import { createSvgPatcher } from "../../src/browser/player/patch-svg.ts";
import { toHex } from "../../src/core/lib/color.ts";
import type { Size, Theme } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { SIZES } from "./sizes.ts";

/** Every step at every size and the moments asked for, each drawn when it comes near the window. */
const story = { ...lean, config };
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

function figure(step: number, progress: number, name: string, size: Size, theme: Theme): HTMLElement {
  const holder = document.createElement("figure");
  const stage = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  stage.setAttribute("width", String(size.width));
  stage.setAttribute("height", String(size.height));
  const caption = document.createElement("figcaption");
  caption.textContent = `${story.steps[step]?.id} · ${name} · ${progress}`;
  holder.append(stage, caption);
  waiting.set(holder, () => {
    const picture = paint({ step, progress }, size, theme);
    stage.style.background = toHex(config.paletteAt(picture.elevation, theme).background);
    createSvgPatcher(stage)(picture, size);
  });
  near.observe(holder);
  return holder;
}

function field(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}

function show(fields: FormData): void {
  const wanted = field(fields, "step");
  const moments = field(fields, "moments")
    .split(/\s+/)
    .map(Number)
    .filter((value) => value >= 0 && value <= 1);
  const theme: Theme = field(fields, "theme") === "night" ? "night" : "day";
  place.replaceChildren();
  story.steps.forEach((step, index) => {
    if (wanted !== "all" && wanted !== step.id) return;
    for (const [name, size] of Object.entries(SIZES)) {
      const row = document.createElement("section");
      row.append(...moments.map((progress) => figure(index, progress, name, size, theme)));
      place.append(row);
    }
  });
}

form.addEventListener("change", () => show(new FormData(form)));
form.addEventListener("submit", (event) => event.preventDefault());
show(new FormData(form));
