import type { Palette, Scene } from "../../../src/core/model/picture.ts";
import type { GROUPS } from "./groups.ts";

/** The harbour's own colours: one for each group. */
export type HarbourColor = (typeof GROUPS)[number]["name"];

export type HarbourPalette = Palette<HarbourColor>;

export type HarbourScene = Scene<HarbourColor>;
