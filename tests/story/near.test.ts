import { describe, expect, test } from "vitest";
import { distance, near } from "../../src/story/near.ts";

describe("suggestions", () => {
  test.each([
    ["loans2", ["loans", "firms"], "did you mean loans?"],
    ["laons", ["loans", "firms"], "did you mean loans?"],
    ["sceen", ["scene", "seen"], "did you mean scene?"],
    ["Loans", ["loans"], "did you mean loans?"],
    ["预记", ["预计", "累计"], "did you mean 预计?"],
    ["households", ["loans", "firms"], undefined],
    ["五", ["一", "二"], undefined],
    ["x", [], undefined],
  ])("%s", (word, candidates, hint) => {
    expect(near(word, candidates)).toBe(hint);
  });

  test("do not depend on the order of the candidates", () => {
    expect(near("loan", ["loans", "loam"])).toBe(near("loan", ["loam", "loans"]));
  });

  test.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["abc", "ab", 1],
    ["abc", "xabc", 1],
    ["abc", "xyz", 3],
  ])("%s to %s", (a, b, edits) => {
    expect(distance(a, b)).toBe(edits);
    expect(distance(b, a)).toBe(edits);
  });
});
