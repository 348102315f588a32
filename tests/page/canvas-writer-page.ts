import { config } from "virtual:scenes";
import lean from "virtual:story";
import "../../src/browser/style/story.css";
import { createSvgPatcher } from "../../src/browser/player/patch-svg.ts";
import { toHex } from "../../src/core/lib/color.ts";
import { songFamily } from "../../src/core/model/names.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { createSceneStore } from "../../src/core/picture/scene-store.ts";
import type { Moment, Task } from "./canvas-writer-worker.ts";

declare const STORY_NAME: string;

const FONT = { family: songFamily(STORY_NAME), url: new URL("/@story/song.woff2", location.href).href };
const scenes = createSceneStore({ ...lean, config });
await scenes.loadAll();
const paint = createPainter(scenes.story());
const worker = new Worker(new URL("./canvas-writer-worker.ts", import.meta.url), { type: "module" });
const stage = document.querySelector<HTMLElement>(".stage");
if (stage === null) throw new Error("no stage");
const shown: HTMLElement = stage;
const face = new FontFace(FONT.family, `url(${FONT.url})`, { weight: "900" });
document.fonts.add(face);

function property(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function frames(count: number): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => done(count > 1 ? frames(count - 1) : undefined)));
}

let shows = 0;

/** Gives a spot below the pictures a colour of its own for each show, so that a late screenshot is known. */
async function mark(): Promise<string> {
  const spot = document.querySelector<HTMLElement>("i");
  const colour = `#${(++shows * 0x51_0d_1b).toString(16).padStart(6, "0").slice(-6)}`;
  if (spot !== null) spot.style.background = colour;
  await frames(3);
  return colour;
}

function removeCanvases(): void {
  for (const canvas of document.querySelectorAll("canvas")) canvas.remove();
}

/** Shows the moment as the page's SVG; returns the colour of the spot. */
export async function showSvg({ step, progress, size, theme, words }: Moment): Promise<string> {
  await face.load();
  removeCanvases();
  const picture = paint({ step, progress }, size, theme);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.dataset["position"] = "";
  svg.setAttribute("style", `width: ${size.width}px; height: ${size.height}px`);
  const shapes = picture.shapes.filter(({ kind }) => words || kind !== "text");
  createSvgPatcher(svg)({ grains: picture.grains, shapes }, size);
  shown.replaceChildren(svg);
  shown.hidden = false;
  document.body.style.background = toHex(config.paletteAt(picture.elevation, theme).background);
  document.documentElement.style.background = document.body.style.background;
  await document.fonts.ready;
  return mark();
}

/** Shows the moment as the worker draws it on a canvas; returns the colour of the spot. */
export async function showCanvas(moment: Moment): Promise<string> {
  const canvas = document.createElement("canvas");
  const { width, height } = moment.size;
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  canvas.setAttribute("style", `width: ${width}px; height: ${height}px`);
  shown.hidden = true;
  removeCanvases();
  document.body.append(canvas);
  const offscreen = canvas.transferControlToOffscreen();
  const task: Task = {
    ...moment,
    canvas: offscreen,
    ratio: devicePixelRatio,
    faces: { song: property("--song"), sans: property("--sans") },
    font: FONT,
  };
  const answer = new Promise((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => (data === "drawn" ? done(data) : failed(new Error(data)));
    worker.onerror = ({ message }) => failed(new Error(message));
  });
  worker.postMessage(task, [offscreen]);
  await answer;
  return mark();
}

Object.assign(window, { showSvg, showCanvas });
