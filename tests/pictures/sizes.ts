import type { Size } from "../../src/core/model/picture.ts";

/** Stage sizes, px, as the page's style makes them on the screens the story promises to fit. */
export const SIZES: Readonly<Record<string, Size>> = {
  "320×568": { width: 320, height: 329 },
  "360×640": { width: 360, height: 371 },
  "390×844": { width: 390, height: 490 },
  // In another page's column, beside its margins.
  "390×844 in a column": { width: 358, height: 490 },
  "1280×800 in a column": { width: 688, height: 464 },
  "430×932": { width: 430, height: 541 },
  "844×390": { width: 523, height: 390 },
  "768×1024": { width: 768, height: 594 },
  "1000×700": { width: 620, height: 700 },
  "1440×900": { width: 893, height: 900 },
};
