import type { Size } from "../../src/core/model/picture.ts";

/** Stage sizes, px, as the page's style makes them on the screens the story promises to fit. */
export const SIZES: Readonly<Record<string, Size>> = {
  "320×568": { width: 320, height: 329 },
  "360×640": { width: 360, height: 371 },
  "390×844": { width: 390, height: 558 },
  // In another page's column, beside its margins.
  "390×844 in a column": { width: 358, height: 526 },
  "1280×800 in a column": { width: 688, height: 514, navMargin: 53 },
  "430×932": { width: 430, height: 629 },
  "844×390": { width: 523, height: 390, navMargin: 53 },
  "768×1024": { width: 768, height: 737, navMargin: 53 },
  "1000×700": { width: 582, height: 700, untitled: true, navMargin: 53 },
  "1440×900": { width: 850, height: 900, untitled: true, navMargin: 53 },
  "2560×1440": { width: 1088, height: 1440, untitled: true, navMargin: 53 },
};
