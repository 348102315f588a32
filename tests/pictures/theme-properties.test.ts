import { describe, expect, test } from "vitest";
import { needsRestyle } from "../../src/core/picture/theme-properties.ts";

const DARK = { "--background": "#171513", "--ink": "#f5ecdd" };

describe("a page that follows a picture's colours", () => {
  test("takes inks at once, and a ground when the difference would show", () => {
    expect(needsRestyle(DARK, DARK)).toBe(false);
    expect(needsRestyle(DARK, { ...DARK, "--ink": "#f5ecdc" })).toBe(true);
    expect(needsRestyle(DARK, { ...DARK, "--background": "#2a1513" })).toBe(false);
    expect(needsRestyle(DARK, { ...DARK, "--background": "#171527" })).toBe(true);
  });

  test("takes every colour that it has not had", () => {
    expect(needsRestyle({}, DARK)).toBe(true);
  });
});
