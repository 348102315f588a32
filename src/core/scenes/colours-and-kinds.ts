import { parseHex, type Rgb } from "../lib/color.ts";
import type { StoryColors } from "../model/picture.ts";
import type { StoryArt } from "../picture/define-config.ts";
import { GROUPS } from "./groups.ts";

declare module "../model/picture.ts" {
  interface StoryColors {
    readonly industry: Rgb;
    readonly services: Rgb;
    readonly rural: Rgb;
    readonly textIndustry: Rgb;
    readonly textServices: Rgb;
    readonly textRural: Rgb;
  }
}

/** The art of this story without its scenes. */
export const art: Omit<StoryArt<keyof StoryColors>, "scenes"> = {
  groups: GROUPS,
  // From the seam through rock (figures from outside) and dusk to a workshop's light and open paper. The night ends in
  // dawn, lighter than it began. Between dusk and paper the colours are grey-rose: a straight mix would be khaki.
  backgrounds: {
    day: [
      [0, parseHex("#171513")],
      [0.2, parseHex("#211a15")],
      [0.4, parseHex("#2c2422")],
      [0.5, parseHex("#3a3539")],
      [0.66, parseHex("#b39e93")],
      [0.8, parseHex("#f0e4d0")],
      [0.9, parseHex("#f6eedf")],
      [1, parseHex("#fdfaf2")],
    ],
    night: [
      [0, parseHex("#171513")],
      [0.2, parseHex("#1f1915")],
      [0.4, parseHex("#251f1f")],
      [0.5, parseHex("#232430")],
      [0.66, parseHex("#22242f")],
      [0.8, parseHex("#2b2a31")],
      [0.9, parseHex("#35323a")],
      [1, parseHex("#423d44")],
    ],
  },
  onDark: {
    ink: parseHex("#f5ecdd"),
    muted: parseHex("#bfb19d"),
    line: parseHex("#6f5f4e"),
    layer: parseHex("#43362b"),
    ember: parseHex("#d8a35a"),
    red: parseHex("#e0593b"),
    industry: parseHex("#4aa3c9"),
    services: parseHex("#eab045"),
    rural: parseHex("#7bb665"),
    textEmber: parseHex("#e2b26c"),
    textRed: parseHex("#ff8a6e"),
    textIndustry: parseHex("#7cc5e6"),
    textServices: parseHex("#f0bb4e"),
    textRural: parseHex("#93cd80"),
  },
  onLight: {
    ink: parseHex("#1d1a16"),
    muted: parseHex("#645a4d"),
    line: parseHex("#c4b59c"),
    layer: parseHex("#e8dcc6"),
    ember: parseHex("#c4863a"),
    red: parseHex("#c8402a"),
    industry: parseHex("#2c7da0"),
    services: parseHex("#e3a32b"),
    rural: parseHex("#5e9c4a"),
    textEmber: parseHex("#85560f"),
    textRed: parseHex("#b03019"),
    textIndustry: parseHex("#1c6181"),
    textServices: parseHex("#845600"),
    textRural: parseHex("#3b7029"),
  },
  kinds: {
    data: { badge: "数据图", name: "数据图", meaning: "图上的数都有出处；颗粒若计数，写着一粒是什么。" },
    schematic: {
      badge: "示意图 · 图形大小不代表产值或占比",
      name: "示意图",
      meaning: "只画说法里的结构，图形大小不代表产值或占比。",
    },
  },
};
