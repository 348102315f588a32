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

/** `area` covers the track in `stage`; dragging it gives `moved` a share of the track, 0–1. The stage is hidden from assistive technology, so this only doubles the range input. */
export function grip(area: HTMLElement, stage: SVGSVGElement, moved: (share: number) => void): Grip {
  let ends: readonly [from: number, to: number] = [0, 0];

  function lay(here: boolean): void {
    const track = here ? stage.querySelector('[data-key="closing:track"]') : null;
    const open = here ? stage.querySelector('[data-key="closing:open"]') : null;
    area.hidden = track === null || open === null;
    if (area.hidden) return;
    ends = [number(track, "x1"), number(open, "x2")];
    area.style.left = `${ends[0] - REACH}px`;
    area.style.width = `${ends[1] - ends[0] + 2 * REACH}px`;
    area.style.top = `${number(track, "y1") - REACH}px`;
  }

  function drag(event: PointerEvent): void {
    if (event.type === "pointerdown") area.setPointerCapture(event.pointerId);
    else if (!area.hasPointerCapture(event.pointerId)) return;
    const x = event.clientX - stage.getBoundingClientRect().left;
    moved(Math.min(1, Math.max(0, (x - ends[0]) / (ends[1] - ends[0]))));
  }

  area.addEventListener("pointerdown", drag);
  area.addEventListener("pointermove", drag);
  return {
    lay,
    stop() {
      area.removeEventListener("pointerdown", drag);
      area.removeEventListener("pointermove", drag);
    },
  };
}
