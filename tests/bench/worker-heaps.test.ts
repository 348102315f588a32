import { expect, test } from "vitest";
import { usedSize } from "./worker-heaps.ts";

test("the bytes of a heap are those in use", () => {
  expect(usedSize('{"id":2,"result":{"usedSize":1399776,"totalSize":1835008}}')).toBe(1_399_776);
  expect(() => usedSize('{"id":2,"error":{"code":-32601}}')).toThrow(RangeError);
});
