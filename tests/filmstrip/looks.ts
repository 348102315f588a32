import type { Theme } from "../../src/core/model/picture.ts";

/** A screen the story is read on; `scale` is how many pixels of the photograph a CSS pixel becomes. */
export interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly touch: boolean;
  readonly scale: number;
}

/** How the page is asked for, beyond screen and theme. */
export type Manner =
  "plain" | "large text" | "reduced motion" | "no script" | "print" | "forced colors" | "cards" | "article";

/** One column of the filmstrip. */
export interface Look {
  readonly name: string;
  readonly screen: Screen;
  readonly theme: Theme;
  readonly manner: Manner;
}

const PHONE: Screen = { name: "390×844", width: 390, height: 844, touch: true, scale: 1.5 };

const SCREENS: readonly Screen[] = [
  { name: "360×640", width: 360, height: 640, touch: true, scale: 1.5 },
  PHONE,
  { name: "844×390", width: 844, height: 390, touch: true, scale: 1 },
  { name: "768×1024", width: 768, height: 1024, touch: true, scale: 1 },
  { name: "1440×900", width: 1440, height: 900, touch: false, scale: 1 },
];

/** An A4 sheet at 96 pixels to the inch. */
const SHEET: Screen = { name: "A4", width: 794, height: 1123, touch: false, scale: 1 };

const MANNERS: readonly (readonly [Manner, Screen])[] = [
  ["large text", PHONE],
  ["reduced motion", PHONE],
  ["no script", PHONE],
  ["cards", PHONE],
  ["article", PHONE],
  ["forced colors", PHONE],
  ["print", SHEET],
];

/** Every step is photographed in each of these, in this order. */
export const LOOKS: readonly Look[] = [
  ...SCREENS.flatMap((screen) =>
    (["day", "night"] as const).map((theme): Look => ({
      name: `${screen.name} ${theme}`,
      screen,
      theme,
      manner: "plain",
    })),
  ),
  ...MANNERS.map(([manner, screen]): Look => ({ name: manner, screen, theme: "day", manner })),
];

/** Moments on the way into a picture and through its action, as shares of each. */
export const BETWEEN = [0.25, 0.5, 0.75] as const;
