import type { DataPoint, Point } from "../../../core/model/picture.ts";
import { READ_VALUES, VALUES_NAME } from "../../../core/model/strings.ts";
import type { Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import type { FactEntries } from "./fact-entries.ts";
import { createStageLayer, placeAtRest } from "./stage-layer.ts";

/** Index of the point whose box is nearest to a place of the stage, px. */
export function nearestPoint(points: readonly DataPoint[], { x, y }: Point): number {
  const away = points.map(({ box }) =>
    Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height)),
  );
  return away.indexOf(Math.min(...away));
}

/** Index after a key, or null for a key that is none of the slider's. */
export function pointAfterKey(key: string, index: number, count: number): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return Math.min(count - 1, index + 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return Math.max(0, index - 1);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

export interface StepPoints {
  readonly step: string;
  readonly points: () => readonly DataPoint[];
}

/**
 * Lays a slider over the picture that rests: a finger, the mouse or arrow keys read one point after the other, and the
 * point's value links to its source. The returned function takes the points of the step that rests, or null.
 */
export function createDataPoints(
  root: ParentNode,
  stage: SVGSVGElement,
  entries: FactEntries,
  mount: Mount,
): (at: StepPoints | null) => void {
  const { ownerDocument: page } = stage;
  const mark = createElement(page, "span", { class: "point-mark" });
  const area = createElement(page, "div", { class: "point-area", role: "slider", tabindex: "0" }, mark);
  area.setAttribute("aria-label", READ_VALUES);
  const value = createElement(page, "a", { class: "point-value" });
  const layer = createStageLayer(stage, "data-points");
  const { element: group } = layer;
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", VALUES_NAME);
  group.append(area, value);
  let points: readonly DataPoint[] = [];
  let index = 0;
  /** Corner of the area on the stage, px. */
  let corner: Point = { x: 0, y: 0 };

  function show(next: number): void {
    const point = points[next];
    if (point === undefined) return;
    index = next;
    group.dataset["reading"] = "";
    area.setAttribute("aria-valuenow", String(index + 1));
    area.setAttribute("aria-valuetext", point.text);
    const { box } = point;
    Object.assign(mark.style, {
      left: `${box.x - corner.x}px`,
      top: `${box.y - corner.y}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    value.textContent = point.text;
    value.setAttribute("href", entries.href(`fact-${point.fact}`));
    const room = stage.clientWidth - value.offsetWidth - 8;
    value.style.left = `${Math.max(8, Math.min(room, box.x + box.width / 2 - value.offsetWidth / 2))}px`;
    const above = box.y - value.offsetHeight - 6;
    value.style.top = `${above >= 0 ? above : box.y + box.height + 6}px`;
  }

  function readAt(event: PointerEvent): void {
    if (event.type === "pointermove" && event.pointerType !== "mouse" && !area.hasPointerCapture(event.pointerId))
      return;
    const { left, top } = area.getBoundingClientRect();
    show(nearestPoint(points, { x: event.clientX - left + corner.x, y: event.clientY - top + corner.y }));
  }

  function take(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    area.setPointerCapture(event.pointerId);
    readAt(event);
  }

  function press(event: KeyboardEvent): void {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : pointAfterKey(event.key, index, points.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    show("reading" in group.dataset ? next : index);
  }

  function place({ step, points: read }: StepPoints): void {
    const section = root.querySelector<HTMLElement>(`.step[data-step="${step}"]`);
    // A small stage shows its picture reduced.
    const zoom = stage.getScreenCTM()?.a ?? 1;
    const all = read().map(({ box, ...point }) => ({
      ...point,
      box: { x: box.x * zoom, y: box.y * zoom, width: box.width * zoom, height: box.height * zoom },
    }));
    if (section === null || all.length === 0) return;
    points = all;
    index = 0;
    delete group.dataset["reading"];
    const [right, bottom] = [
      Math.max(...all.map(({ box }) => box.x + box.width)),
      Math.max(...all.map(({ box }) => box.y + box.height)),
    ];
    corner = { x: Math.min(...all.map(({ box }) => box.x)), y: Math.min(...all.map(({ box }) => box.y)) };
    Object.assign(area.style, {
      left: `${corner.x}px`,
      top: `${corner.y}px`,
      width: `${right - corner.x}px`,
      height: `${bottom - corner.y}px`,
    });
    area.setAttribute("aria-valuemin", "1");
    area.setAttribute("aria-valuemax", String(all.length));
    area.setAttribute("aria-valuenow", "1");
    area.setAttribute("aria-valuetext", all[0]?.text ?? "");
    layer.showIn(section);
  }

  area.addEventListener("pointerdown", take, { signal: mount.signal });
  area.addEventListener("pointermove", readAt, { signal: mount.signal });
  area.addEventListener("keydown", press, { signal: mount.signal });
  return placeAtRest(stage, layer, entries, mount, place);
}
