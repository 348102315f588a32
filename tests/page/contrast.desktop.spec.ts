import { test } from "./story-test.ts";
import { testContrast } from "./text-contrast.ts";

// The picture stands beside the text here too, and half as many pixels are read.
test.use({ viewport: { width: 1200, height: 720 } });

// Large screens are slow to read back, and their words are those of the phone.
testContrast([0, 1, 2, 3].map((rest) => ({ rest, tag: rest === 0 ? [] : "@wide" })));
