import { testContrast } from "./text-contrast.ts";

// Large screens are slow to read back, and their words are those of the phone.
testContrast([0, 1, 2, 3].map((rest) => ({ rest, tag: rest === 0 ? [] : "@wide" })));
