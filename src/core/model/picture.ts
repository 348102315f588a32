import type { Rgb } from "../lib/color.ts";
import type { SceneFact, SceneLimit, SceneTable } from "./story.ts";

/** In CSS pixels, never device pixels; coordinates count from the top left corner of the stage. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** True for a stage beside which the page sets the step's title. */
  readonly untitled?: boolean;
  /** Margin of labels at the right edge, px, where the page has a progress nav wider than a phone's. */
  readonly navMargin?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The reader's position: step index, and progress through that step's text in [0, 1]. */
export interface Position {
  readonly step: number;
  readonly progress: number;
}

export type Theme = "day" | "night";

/** Colours that every story has, chosen for the background: `ink`, `muted` and `text…` meet WCAG AA on `background`. */
export interface BasePalette {
  readonly background: Rgb;
  readonly ink: Rgb;
  readonly muted: Rgb;
  readonly line: Rgb;
  readonly layer: Rgb;
  readonly ember: Rgb;
  readonly red: Rgb;
  readonly textEmber: Rgb;
  readonly textRed: Rgb;
}

/** Names of the colours that a story's scenes add. The built story declares its own by merging into this interface. */
export interface StoryColors {}

export type Palette<Own extends string = keyof StoryColors> = BasePalette & Readonly<Record<Own, Rgb>>;

export interface LayoutContext {
  readonly size: Size;
  /** The stage below badge and title. Marks outside it may only be background. */
  readonly box: Box;
  /** Throws for an unknown id, as `label` does: the compiler has checked the content, so this is a bug in a scene. */
  readonly fact: (id: string) => SceneFact;
  readonly label: (key: string) => string;
}

export interface SceneContext<Own extends string = keyof StoryColors> extends LayoutContext {
  readonly progress: number;
  /** The scene's own action: 0 up to ENTER_END, 1 from ACTION_END on, linear (not eased) between. */
  readonly t: number;
  /** Its fields that do not depend on the moment: the same object as long as stage and step are the same. */
  readonly layoutContext: LayoutContext;
  readonly palette: Palette<Own>;
  readonly theme: Theme;
}

/** One of the 240 marks that persist through the story. Its index tells its group; between two steps it may change. */
export interface Grain {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: Rgb;
  readonly opacity: number;
  /** 0 filled, 1 outline only (gone, or a goal). */
  readonly hollow: number;
}

interface Mark {
  /** Unique in the picture. Equal keys in two pictures are the same object and are interpolated. */
  readonly key: string;
  readonly opacity: number;
  /** Relative to the grains; default `front`. */
  readonly layer?: "back" | "front";
  /** Decorative hatching, left out of the prerendered first picture to keep the page small. */
  readonly texture?: boolean;
}

export interface PathMark extends Mark {
  readonly kind: "path";
  /** Absolute commands, numbers rounded to tenths; interpolated number by number when the commands agree. */
  readonly d: string;
  /** Offset of the path, px. A path that only moves keeps its `d`, which is expensive to build and to write. */
  readonly translate?: readonly [dx: number, dy: number];
  readonly fill: Rgb | null;
  readonly stroke: Rgb | null;
  readonly strokeWidth: number;
  readonly dash?: string;
}

export interface LineMark extends Mark {
  readonly kind: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Rgb;
  readonly strokeWidth: number;
  readonly dash?: string;
}

export interface RectMark extends Mark {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Rgb | null;
  readonly stroke: Rgb | null;
  readonly strokeWidth: number;
  readonly radius?: number;
  readonly dash?: string;
}

/** Role of a text, checked by the tests: schematics have no `value`, `unit` or `axis`. */
export type TextRole = "title" | "badge" | "label" | "note" | "value" | "unit" | "axis";

export interface TextMark extends Mark {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly face: "song" | "sans";
  readonly anchor: "start" | "middle" | "end";
  readonly fill: Rgb;
  readonly role: TextRole;
  /** Id of the fact it prints, when the digits alone are ambiguous. */
  readonly fact?: string;
  readonly rotate?: number;
}

export type Shape = PathMark | LineMark | RectMark | TextMark;

export interface Drawing {
  readonly grains: readonly Grain[];
  readonly shapes: readonly Shape[];
}

export interface Picture extends Drawing {
  /** 0 the coal seam, 1 open paper. */
  readonly elevation: number;
}

export interface Track {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

/** A control by which the reader moves the scene's own action; `at` is a value of `t`, 0 at the track's left end. */
export interface SceneSlider {
  readonly track: (size: Size, box: Box) => Track;
  readonly stops: readonly { readonly at: number; readonly name: (label: SceneContext<never>["label"]) => string }[];
}

/** A thing of a data picture that a finger or the arrow keys can read. */
export interface DataPoint {
  readonly box: Box;
  /** Value with its name and unit, e.g. 「2011年：第二产业65.9%」. */
  readonly text: string;
  readonly fact: string;
}

export interface Scene<Own extends string = keyof StoryColors> {
  /** Names of its labels and ids of its facts: the compiler requires both, and no other labels, of every step. */
  readonly labels: readonly string[];
  readonly facts?: readonly string[];
  /** Its room for values, and the tables that it draws: the compiler refuses a story that does not fit. */
  readonly limits?: readonly SceneLimit[];
  readonly tables?: readonly SceneTable[];
  readonly elevation: (progress: number) => number;
  /** `beats` and `layout` are shown in the gallery. */
  readonly beats?: Readonly<Record<string, { readonly from: number; readonly to: number; readonly each?: number }>>;
  readonly layout?: (at: LayoutContext) => object;
  readonly draw: (at: SceneContext<Own>) => Drawing;
  /** How closely a group's grains bunch on their way into this picture, 0–1; default 0. */
  readonly bundling?: number;
  readonly slider?: SceneSlider;
  /** In reading order. */
  readonly points?: (at: LayoutContext) => readonly DataPoint[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
