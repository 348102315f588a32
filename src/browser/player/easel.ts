import type { Drawing, Size, Theme } from "../../core/model/picture.ts";
import type { StoryPicture } from "../../core/picture/painter-loading-scenes.ts";

/** The picture that an easel shows now. */
export interface Shown extends Omit<StoryPicture, "picture" | "background"> {
  /** The position, as `toScalar` writes it. */
  readonly number: number;
  /** False while the picture moves: its nodes are those of an earlier one. */
  readonly still: boolean;
  /** Set where the picture's scenes have not come, or do not load: an earlier picture stays. */
  readonly missing?: "late" | "lost" | undefined;
}

/** Draws the pictures of a story on a stage. The newest call decides, and nothing queues. */
export interface Easel {
  /** Prepares the picture of a position, and shows nothing. */
  readonly prepare: (number: number) => void;
  readonly show: (number: number) => void;
  /** Moves from the position that is shown to another. */
  readonly play: (to: number, seconds: number) => void;
  /** Shows the same position on a stage of another size, or in the other theme. */
  readonly fit: (size: Size, theme: Theme) => void;
  /** The position that is shown, or moved through. */
  readonly value: () => number;
}

export interface StageShape {
  readonly size: Size;
  readonly theme: Theme;
}

/** Makes the easel of a stage; `tell` hears of every picture that it shows. */
export type EaselMaker = (stage: SVGSVGElement, shape: StageShape, tell: (shown: Shown) => void) => Easel;

/** Tells of steps that pass a line of the viewport. */
export interface StepObserver {
  /** `line`: px from the viewport's top. */
  readonly restart: (line: number) => void;
  readonly stop: () => void;
}

export type StepObserverMaker = (steps: readonly HTMLElement[], onMove: () => void) => StepObserver;

/** Draws a step's finished picture for print, or returns null when its scene is not at hand. */
export type DrawPlate = (step: number, size: Size) => Drawing | null;

/** Draws a story: on a stage, and on paper. */
export interface StoryRenderer {
  readonly createEasel: EaselMaker;
  /** Null where scroll events are enough: an observer of each step costs time in every frame. */
  readonly createStepObserver: StepObserverMaker | null;
  readonly createPlates: () => DrawPlate;
  /**
   * Prepares what `createPlates` draws at once: a printer does not wait. Steps whose scenes do not load have no plate.
   */
  readonly preparePlates: (sizes: readonly Size[]) => Promise<void>;
  /** Loads every scene. Returns addresses of files that the page itself has not loaded; rejects when one fails. */
  readonly loadAll: () => Promise<readonly string[]>;
}
