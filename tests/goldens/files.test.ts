import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findStale, judgeGoldens, refuseDifferences, renewGoldens } from "./files.ts";

const OLD = '<svg>\n<path d="M1 2"/>\n</svg>\n';
const NEW = '<svg>\n<path d="M1 3"/>\n</svg>\n';

let folder = "";
const inFolder = (file: string): string => join(folder, file);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldens-"));
  renewGoldens(folder, new Map([["firms/rest.svg", OLD]]));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("judgeGoldens gives no line for equal texts", () => {
  expect(judgeGoldens(folder, new Map([["firms/rest.svg", OLD]]))).toEqual([]);
  expect(existsSync(inFolder("firms/rest-changed.svg"))).toBe(false);
});

test("judgeGoldens writes a text that differs beside its golden, and removes it when both agree again", () => {
  expect(judgeGoldens(folder, new Map([["firms/rest.svg", NEW]]))).toEqual(["firms/rest: 1 attribute differs: d 1"]);
  expect(readFileSync(inFolder("firms/rest-changed.svg"), "utf8")).toBe(NEW);
  expect(readFileSync(inFolder("firms/rest.svg"), "utf8")).toBe(OLD);
  expect(findStale(folder, ["firms/rest.svg"])).toEqual([]);
  judgeGoldens(folder, new Map([["firms/rest.svg", OLD]]));
  expect(existsSync(inFolder("firms/rest-changed.svg"))).toBe(false);
});

test("judgeGoldens asks for a golden that is missing", () => {
  expect(judgeGoldens(folder, new Map([["bridge/rest.svg", OLD]]))).toEqual([
    "bridge/rest: there is no golden of it: run npm run goldens",
  ]);
});

test("findStale names each golden that nothing is compared with, and a changed file left behind", () => {
  writeFileSync(inFolder("firms/old-changed.svg"), OLD);
  expect(findStale(folder, ["bridge/rest.svg"])).toEqual([
    "firms/old-changed: nothing is compared with this golden: run npm run goldens",
    "firms/rest: nothing is compared with this golden: run npm run goldens",
  ]);
  expect(findStale(inFolder("none"), [])).toEqual([]);
});

test("renewGoldens removes a changed file", () => {
  judgeGoldens(folder, new Map([["firms/rest.svg", NEW]]));
  expect(existsSync(inFolder("firms/rest-changed.svg"))).toBe(true);
  renewGoldens(folder, new Map([["firms/rest.svg", NEW]]));
  expect(existsSync(inFolder("firms/rest-changed.svg"))).toBe(false);
});

test("renewGoldens writes, changes and removes goldens, and tells which", () => {
  const made = new Map([
    ["firms/rest.svg", NEW],
    ["bridge/rest.svg", OLD],
  ]);
  expect(renewGoldens(folder, made)).toEqual({
    added: ["bridge/rest.svg"],
    changed: ["firms/rest: 1 attribute differs: d 1"],
    removed: [],
  });
  expect(judgeGoldens(folder, made)).toEqual([]);
  expect(existsSync(inFolder("firms/rest-changed.svg"))).toBe(false);
  expect(renewGoldens(folder, new Map([["bridge/rest.svg", OLD]]))).toEqual({
    added: [],
    changed: [],
    removed: ["firms/rest.svg"],
  });
  expect(findStale(folder, ["bridge/rest.svg"])).toEqual([]);
});

test("refuseDifferences throws one line for each difference", () => {
  expect(() => refuseDifferences([])).not.toThrow();
  expect(() => refuseDifferences(["a: 1 text differs", "b: 1 element added"])).toThrow(
    /^a: 1 text differs\nb: 1 element added\n.*npm run goldens.*$/,
  );
});
