import { test } from "./story-page.ts";
import { testContrast } from "./text-contrast.ts";

// Thin strokes need two device pixels to be painted in their own colour.
test.use({ deviceScaleFactor: 2 });

// Large screens are slow to read back, and their words are those of the phone.
testContrast([0, 1, 2, 3].map((rest) => ({ rest, tag: rest === 0 ? [] : "@wide" })));
