import { parseHex } from "../../../src/core/lib/color.ts";
import { defineConfig } from "../../../src/core/picture/define-config.ts";
import { boats } from "./boats.ts";
import { GROUPS } from "./groups.ts";
import { lighthouse } from "./lighthouse.ts";
import type { HarbourColor } from "./palette.ts";
import { ships } from "./ships.ts";

/** The art of the fixture story: other scenes, groups and colours than those of the story that is shipped. */
export const config = defineConfig<HarbourColor>({
  scenes: { lighthouse, ships, boats },
  groups: GROUPS,
  backgrounds: {
    day: [
      [0, parseHex("#10202b")],
      [0.5, parseHex("#35586b")],
      [1, parseHex("#f2f7f8")],
    ],
    night: [
      [0, parseHex("#10202b")],
      [1, parseHex("#1b2b36")],
    ],
  },
  onDark: {
    ink: parseHex("#eef4f6"),
    muted: parseHex("#b4c6cf"),
    line: parseHex("#5b7584"),
    layer: parseHex("#24414f"),
    ember: parseHex("#f0c25a"),
    red: parseHex("#f0785a"),
    textEmber: parseHex("#f3cd76"),
    textRed: parseHex("#ffa18a"),
    day: parseHex("#f7dfa0"),
    night: parseHex("#8fb8d6"),
  },
  onLight: {
    ink: parseHex("#14222b"),
    muted: parseHex("#52646e"),
    line: parseHex("#b3c4cc"),
    layer: parseHex("#d9e6ea"),
    ember: parseHex("#c98a1e"),
    red: parseHex("#c8432a"),
    textEmber: parseHex("#7d5308"),
    textRed: parseHex("#a8321c"),
    day: parseHex("#d9a032"),
    night: parseHex("#2f6f99"),
  },
  kinds: {
    data: { badge: "有数的图", name: "有数的图", meaning: "一粒是一艘船。" },
    schematic: { badge: "没有数的图 · 大小不作数", name: "没有数的图", meaning: "只画先后，大小不作数。" },
  },
});
