import type { Box, DataPoint, Drawing, Picture, Size, Theme, Track } from "./picture.ts";

/** A canvas over a stage, and the pictures that it shows. */
export interface CanvasStage {
  readonly size: Size;
  /** The part of the picture that the canvas shows, px of the stage: a picture may reach beyond its stage. */
  readonly view: Box;
  /** The part that the second canvas shows, below the stage on the cover. Null while it is out of view. */
  readonly below: Box | null;
  /** Device pixels of a CSS pixel. */
  readonly ratio: number;
  readonly theme: Theme;
}

/** A face that the worker loads for itself: a worker has none of its page's. */
export interface StageFont {
  readonly family: string;
  readonly weight: string;
  readonly address: string;
}

/** Orders of the page to the worker. Positions are numbers, as `toScalar` writes them; the newest decides. */
export type StageOrder =
  | {
      readonly type: "start";
      readonly canvas: OffscreenCanvas;
      readonly canvasBelow: OffscreenCanvas | null;
      readonly stage: CanvasStage;
      readonly number: number;
      readonly faces: { readonly song: string; readonly sans: string };
      readonly font: StageFont | null;
    }
  | { readonly type: "fit"; readonly stage: CanvasStage }
  | { readonly type: "show"; readonly number: number }
  | { readonly type: "play"; readonly to: number; readonly seconds: number }
  /** The page's nodes show the words of the picture at rest: the canvas leaves them out until it moves. */
  | { readonly type: "words-shown"; readonly number: number }
  | { readonly type: "load" }
  | { readonly type: "plates"; readonly sizes: readonly Size[] };

/** Colours of the page around the picture, as CSS custom properties. */
export type PageColours = Readonly<Record<string, string>>;

/** A picture that has not changed for a moment, with everything that the page lays over it. */
export interface RestingPicture {
  readonly number: number;
  readonly size: Size;
  readonly picture: Picture;
  readonly colours: PageColours;
  readonly track: Track | null;
  readonly points: readonly DataPoint[];
}

/** Reports of the worker to the page. */
export type StageReport =
  /** The script has come; pictures follow. */
  | { readonly type: "begun" }
  | { readonly type: "drawn" }
  /** The canvas has words again. */
  | { readonly type: "moving" }
  | { readonly type: "colours"; readonly colours: PageColours; readonly track: Track | null }
  | ({ readonly type: "rest" } & RestingPicture)
  /** Addresses of the files that the worker has loaded. */
  | { readonly type: "loaded"; readonly files: readonly string[] }
  | { readonly type: "plate"; readonly step: number; readonly drawing: Drawing }
  | { readonly type: "plates-drawn" }
  | { readonly type: "failed"; readonly reason: string };

const ORDERS: readonly string[] = [
  "start",
  "fit",
  "show",
  "play",
  "words-shown",
  "load",
  "plates",
] satisfies StageOrder["type"][];
const REPORTS: readonly string[] = [
  "begun",
  "drawn",
  "moving",
  "colours",
  "rest",
  "loaded",
  "plate",
  "plates-drawn",
  "failed",
] satisfies StageReport["type"][];

function typeOf(data: unknown): string {
  return typeof data === "object" && data !== null && "type" in data ? String(data.type) : "";
}

export function isStageOrder(data: unknown): data is StageOrder {
  return ORDERS.includes(typeOf(data));
}

export function isStageReport(data: unknown): data is StageReport {
  return REPORTS.includes(typeOf(data));
}
