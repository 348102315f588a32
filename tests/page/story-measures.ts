import { ENTER_START } from "../../src/core/model/timing.ts";
import { PARTS } from "./parts.ts";
import { StoryParts } from "./story-parts.ts";

/** A rectangle in the window, px. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A reader's position: the number of a step and the share of it that is above the deciding line. */
export interface ReaderPosition {
  readonly step: number;
  readonly progress: number;
}

/** Runs in the page: the nodes below an element as lines, attributes in order of name. */
export function describeNodes(element: Element): string {
  const lines: string[] = [];
  for (const node of element.querySelectorAll("*")) {
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    lines.push(`${node.localName} ${attributes.join(" ")} ${node.localName === "text" ? node.textContent : ""}`);
  }
  return lines.join("\n");
}

/** The story's parts, with what the page shows and where. */
export class StoryMeasures extends StoryParts {
  /** Ids of all steps, in reading order. */
  stepIds(): Promise<readonly string[]> {
    return this.root.$$eval(PARTS.step, (steps) => steps.map((step) => step.getAttribute("data-step") ?? ""));
  }

  /** Addresses of all steps relative to the site, in reading order. */
  stepAddresses(): Promise<readonly string[]> {
    return this.root.$$eval(
      PARTS.step,
      (steps, chapter) =>
        steps.map((step) => {
          const parent = step.closest(chapter);
          return parent === null ? "./" : `./${parent.id}/${step.getAttribute("data-step")}/`;
        }),
      PARTS.chapter,
    );
  }

  /** Document y that puts the deciding line at `progress` of a step, px. */
  offsetOf(step: number | string, progress: number): Promise<number> {
    return this.root.evaluate(
      ({ parts, which, share }) => {
        const steps = [...document.querySelectorAll<HTMLElement>(parts.step)];
        const found = typeof which === "number" ? steps[which] : steps.find((one) => one.dataset["step"] === which);
        if (found === undefined) throw new Error(`no step ${which}`);
        const box = found.getBoundingClientRect();
        const line = document.querySelector<HTMLElement>(parts.line)?.offsetTop ?? 0;
        return Math.round(box.top + scrollY + box.height * share - line);
      },
      { parts: PARTS, which: step, share: progress },
    );
  }

  scrollOffset(): Promise<number> {
    return this.root.evaluate(() => scrollY);
  }

  /** The reader's position, as the layout has it. */
  position(): Promise<ReaderPosition> {
    return this.root.evaluate((parts) => {
      const line = document.querySelector<HTMLElement>(parts.line)?.offsetTop ?? 0;
      const boxes = [...document.querySelectorAll(parts.step)].map((step) => step.getBoundingClientRect());
      const step = boxes.filter((box) => box.top <= line + 0.5).length - 1;
      const box = boxes[step];
      return box === undefined ? { step: -1, progress: 0 } : { step, progress: (line - box.top) / box.height };
    }, PARTS);
  }

  /** Index of the step whose picture is due: it holds until the next one begins to come. */
  async pictureDue(): Promise<number> {
    const { step, progress } = await this.position();
    return progress < ENTER_START ? Math.max(0, step - 1) : step;
  }

  /** The stage's marks as text, equal for equal pictures. */
  drawn(): Promise<string> {
    return this.picture.evaluate(describeNodes);
  }

  /** Id of the step whose picture stands on the stage. */
  shownStep(): Promise<string | null> {
    return this.picture.getAttribute("data-step");
  }

  /** Boxes of the visible grains of the stage: each grain is a subpath of the few paths that draw them. */
  grainBoxes(): Promise<readonly Rectangle[]> {
    return this.root.evaluate((selector) => {
      const stage = document.querySelector<SVGSVGElement>(selector);
      const view = stage?.getScreenCTM() ?? new DOMMatrix();
      const paths = [...(stage?.querySelectorAll("g:nth-of-type(2) path") ?? [])];
      return paths
        .filter((path) => Number(path.getAttribute("opacity") ?? 1) > 0.3)
        .flatMap((path) => [...(path.getAttribute("d") ?? "").matchAll(/M(\S+) ([^a]+)a(\S+)/g)])
        .map((found) => {
          const [left = 0, middle = 0, r = 0] = found.slice(1).map(Number);
          const from = new DOMPoint(left, middle - r).matrixTransform(view);
          const to = new DOMPoint(left + 2 * r, middle + r).matrixTransform(view);
          return { left: from.x, top: from.y, right: to.x, bottom: to.y };
        });
    }, PARTS.picture);
  }

  groundColour(): Promise<string> {
    return this.root.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  }

  /** Positions that the stage shows in the next frames, each as step + progress. */
  shownPositions(frames: number): Promise<readonly string[]> {
    return this.root.evaluate(
      ({ picture, count }) =>
        new Promise<readonly string[]>((done) => {
          const shown: string[] = [];
          const look = (): void => {
            shown.push(document.querySelector(picture)?.getAttribute("data-position") ?? "");
            if (shown.length < count) requestAnimationFrame(look);
            else done(shown);
          };
          requestAnimationFrame(look);
        }),
      { picture: PARTS.picture, count: frames },
    );
  }
}
