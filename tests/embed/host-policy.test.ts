import { expect, test } from "vitest";
import { allowsBlobWorkers } from "../../src/browser/embed/element/host-policy.ts";

test.each([
  ["", true],
  ["img-src 'none'; style-src 'self'", true],
  ["worker-src blob:", true],
  ["default-src 'none'; script-src 'self'; worker-src 'self' BLOB:", true],
  ["script-src 'self' blob:", true],
  ["default-src 'none'", false],
  ["script-src 'self'", false],
  ["script-src 'self' blob:; worker-src 'self'", false],
  ["child-src 'none'; script-src blob:", false],
  ["default-src blob:; script-src 'self'", false],
  ["worker-src blob:; worker-src 'self'", true],
  ["worker-src 'self'; worker-src blob:", false],
])("the policy %j lets a page begin a worker from a blob: %s", (policy, allows) => {
  expect(allowsBlobWorkers(policy)).toBe(allows);
});
