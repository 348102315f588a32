import { describe, expect, test } from "vitest";
import { didYouMean, editDistance } from "../../src/build/content/suggest.ts";

describe("suggestions", () => {
  test.each([
    ["loans2", ["loans", "firms"], "是不是 loans？"],
    ["laons", ["loans", "firms"], "是不是 loans？"],
    ["sceen", ["scene", "seen"], "是不是 scene？"],
    ["Loans", ["loans"], "是不是 loans？"],
    ["预记", ["预计", "累计"], "是不是 预计？"],
    ["households", ["loans", "firms"], undefined],
    ["五", ["一", "二"], undefined],
    ["x", [], undefined],
  ])("%s", (word, candidates, hint) => {
    expect(didYouMean(word, candidates)).toBe(hint);
  });

  test("do not depend on the order of the candidates", () => {
    expect(didYouMean("loan", ["loans", "loam"])).toBe(didYouMean("loan", ["loam", "loans"]));
  });

  test.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["abc", "ab", 1],
    ["abc", "xabc", 1],
    ["abc", "xyz", 3],
  ])("%s to %s", (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
    expect(editDistance(b, a)).toBe(edits);
  });
});
