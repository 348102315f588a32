import type { Rgb } from "../lib/color.ts";
import type { SceneFact } from "./story.ts";

/** CSS pixels of the stage; device pixels never appear. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box on the stage, CSS pixels, origin top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the reader is: step index and progress in [0, 1] through that step's text. */
export interface Position {
  readonly step: number;
  readonly progress: number;
}

export type Theme = "day" | "night";

/** Every colour a scene may use, already fit for the ground it stands on: `ink…` and `text…` meet WCAG AA on `ground`. */
export interface Palette {
  readonly background: Rgb;
  /** Body ink and its quieter sibling, both AA for small text. */
  readonly ink: Rgb;
  readonly muted: Rgb;
  /** Hairlines and rules; not for text. */
  readonly line: Rgb;
  /** A step away from the ground: fills behind marks, strata, slabs. */
  readonly layer: Rgb;
  readonly ember: Rgb;
  readonly red: Rgb;
  readonly industry: Rgb;
  readonly services: Rgb;
  readonly rural: Rgb;
  readonly textEmber: Rgb;
  readonly textRed: Rgb;
  readonly textIndustry: Rgb;
  readonly textServices: Rgb;
  readonly textRural: Rgb;
}

/** What a scene is told. */
export interface SceneContext {
  /** In [0, 1] through the step. A scene acts between ENTER and ACT_END and then holds. */
  readonly progress: number;
  /** 0 until the entry is over, 1 when the scene has said what it says; eased by nobody: linear between ENTER and ACT_END. */
  readonly t: number;
  readonly size: Size;
  /** The part of the stage below badge and title where the scene composes; marks outside it must be mere background. */
  readonly box: Box;
  readonly palette: Palette;
  readonly theme: Theme;
  /** Throws `unknown fact: id` for a fault in the code; the compiler has checked the content. */
  readonly fact: (id: string) => SceneFact;
  /** Words of the picture, from the step's file. Throws `unknown word: key`. */
  readonly label: (key: string) => string;
}

/** One of the 240 marks with an identity for the whole story; its index in the array is that identity. */
export interface Grain {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: Rgb;
  readonly opacity: number;
  /** 0 solid … 1 outlined only (gone, or a goal). */
  readonly hollow: number;
}

interface Mark {
  /** Unique in the picture; the same key in two pictures is the same thing. */
  readonly key: string;
  readonly opacity: number;
  /** Behind the grains or before them; `front` when absent. */
  readonly layer?: "back" | "front";
  /** Engraver's texture: nothing is lost when the first screen, which must be light, comes without it. */
  readonly texture?: boolean;
}

export interface PathMark extends Mark {
  readonly kind: "path";
  /** SVG path data, absolute commands; numbers are mixed when the letters agree. */
  readonly d: string;
  /** The numbers in `d` are already whole tenths: they need no rounding when they are written. */
  readonly tenths?: boolean;
  /** Moves the whole path, px; what only moves keeps its data, which is dear to make and to write. */
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

/** What a text is, so that rules can be tested: schematics carry no `value`, `unit` or `axis`. */
export type TextRole = "title" | "badge" | "label" | "note" | "value" | "unit" | "axis";

export interface TextMark extends Mark {
  readonly kind: "text";
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  /** Font size, px. */
  readonly size: number;
  /** `song`: the heavy Song face (titles, numerals); `sans`: the system's Chinese sans. */
  readonly face: "song" | "sans";
  readonly anchor: "start" | "middle" | "end";
  readonly fill: Rgb;
  readonly role: TextRole;
  /** Id of the fact it stands for, where its own digits do not tell. */
  readonly fact?: string;
  /** Degrees clockwise about (x, y). */
  readonly rotate?: number;
}

export type Shape = PathMark | LineMark | RectMark | TextMark;

/** What a scene gives back: 240 grains and everything else, in drawing order. */
export interface Drawing {
  readonly grains: readonly Grain[];
  readonly shapes: readonly Shape[];
}

/** A drawing on its ground, framed with badge and title. */
export interface Picture extends Drawing {
  /** 0 the seam … 1 open paper. */
  readonly elevation: number;
}

/** A picture of the story as a function of a moment. */
export interface Scene {
  /** Names of the words it draws; the compiler demands exactly these of every step that uses the scene. */
  readonly labels: readonly string[];
  /** Facts it draws to scale or prints as numerals, by id; the compiler demands them of the step. */
  readonly facts?: readonly string[];
  /** How far the climb has come, 0–1, as a function of progress. */
  readonly elevation: (progress: number) => number;
  readonly draw: (at: SceneContext) => Drawing;
  /** How closely the grains of a group draw together on their way into this picture, 0–1; each on its own when absent. */
  readonly bundling?: number;
}

/** One spot in a formation, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
