/** Half of what a finger needs, px. */
const REACH = 22;

/** A place on the stage where the drawn handle can be taken: laid over its track wherever the picture draws it. */
export interface Grip {
  /** Lays the grip over the track of the picture now shown, or takes it away where there is none. */
  readonly lay: (here: boolean) => void;
  readonly stop: () => void;
}

function number(node: Element | null, name: string): number {
  return Number(node?.getAttribute(name) ?? Number.NaN);
}

/**
 * `area` covers the track in `stage`; dragging it sideways gives `moved` a share of the track, 0–1, and drawing it up or down scrolls the
 * page as anywhere else. The stage is hidden from assistive technology, so this only doubles the range input.
 */
export function grip(area: HTMLElement, stage: SVGSVGElement, moved: (share: number) => void): Grip {
  let ends: readonly [from: number, to: number] = [0, 0];
  let laid = "";
  /** Left edge of the stage since the grip was taken: nothing is measured while it is drawn. */
  let left = 0;

  function lay(here: boolean): void {
    const track = here ? stage.querySelector('[data-key="closing:track"]') : null;
    const open = here ? stage.querySelector('[data-key="closing:open"]') : null;
    const [x1, x2, y] = [number(track, "x1"), number(open, "x2"), number(track, "y1")];
    const next = track === null || open === null ? "" : `${x1} ${x2} ${y}`;
    if (next === laid) return;
    laid = next;
    area.hidden = next === "";
    if (area.hidden) return;
    ends = [x1, x2];
    area.style.left = `${x1 - REACH}px`;
    area.style.width = `${x2 - x1 + 2 * REACH}px`;
    area.style.top = `${y - REACH}px`;
  }

  function drag(event: PointerEvent): void {
    if (!area.hasPointerCapture(event.pointerId)) return;
    moved(Math.min(1, Math.max(0, (event.clientX - left - ends[0]) / (ends[1] - ends[0]))));
  }

  function take(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    left = stage.getBoundingClientRect().left;
    area.setPointerCapture(event.pointerId);
    drag(event);
  }

  area.addEventListener("pointerdown", take);
  area.addEventListener("pointermove", drag);
  return {
    lay,
    stop() {
      area.removeEventListener("pointerdown", take);
      area.removeEventListener("pointermove", drag);
    },
  };
}
