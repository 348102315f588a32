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
  /** An address, or the file itself. */
  readonly source: string | Uint8Array<ArrayBuffer>;
}

/** Canvases that a page has given away. */
export interface StageCanvases {
  readonly picture: OffscreenCanvas;
  /** Shows `CanvasStage.below`. */
  readonly below: OffscreenCanvas | null;
  /** One pixel in the colour of the ground, behind the whole story. */
  readonly ground: OffscreenCanvas;
  /** One column in the colour of the ground, clear at its ends: the lower edge of the stage, over picture and text. */
  readonly edge: OffscreenCanvas;
}

export function listCanvases({ picture, below, ground, edge }: StageCanvases): readonly OffscreenCanvas[] {
  return [picture, ground, edge, ...(below === null ? [] : [below])];
}

/** A page's wish for a picture. Positions are numbers, as `toScalar` writes them; the newest request decides. */
export type PictureRequest =
  | {
      readonly type: "start";
      readonly canvases: StageCanvases;
      readonly stage: CanvasStage;
      readonly number: number;
      readonly faces: { readonly song: string; readonly sans: string };
      readonly font: StageFont | null;
    }
  | { readonly type: "fit"; readonly stage: CanvasStage }
  | { readonly type: "show"; readonly number: number }
  | { readonly type: "play"; readonly to: number; readonly seconds: number };

/** Orders of the page to the worker. `request` counts a stage's requests; an answer has that of its request. */
export type StageOrder =
  | (PictureRequest & { readonly request: number })
  /** The page's nodes show the words of the answer to a request: the canvas leaves them out until it moves. */
  | { readonly type: "words-shown"; readonly answered: number }
  | { readonly type: "load" }
  | { readonly type: "plates"; readonly sizes: readonly Size[] }
  /** The page needs the stage no longer. */
  | { readonly type: "end" };

/** Colours of the page around the picture, as CSS custom properties. */
export type PageColours = Readonly<Record<string, string>>;

/** A picture that has not changed for a moment, with everything that the page lays over it. */
export interface RestingPicture {
  readonly request: number;
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
  /** Scenes are still to come: the canvas keeps its picture, and where `rests`, the page's nodes have its words. */
  | { readonly type: "waiting"; readonly rests: boolean }
  | { readonly type: "colours"; readonly colours: PageColours; readonly track: Track | null }
  | ({ readonly type: "rest" } & RestingPicture)
  /** Addresses of the files that the worker has loaded; null when one of them fails to load. */
  | { readonly type: "loaded"; readonly files: readonly string[] | null }
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
  "end",
] satisfies StageOrder["type"][];
const REPORTS: readonly string[] = [
  "begun",
  "drawn",
  "moving",
  "waiting",
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
