import { expect, test } from "vitest";
import { PARTS, readOptions } from "./options.ts";

test("without arguments everything is measured, over the whole page", () => {
  const options = readOptions([]);
  expect(options.only).toEqual(PARTS);
  expect([options.rounds, options.distance, options.against, options.trace]).toEqual([3, Infinity, undefined, false]);
  expect([options.slowness, options.speeds]).toEqual([
    [4, 6],
    ["slow", "fast"],
  ]);
});

test("lists are parted by commas", () => {
  const options = readOptions(["--only", "load,size", "--slowness", "4", "--places", "", "--steps", "10,20"]);
  expect([options.only, options.slowness, options.places, options.steps]).toEqual([
    ["load", "size"],
    [4],
    [],
    [10, 20],
  ]);
});

test("a value that cannot be used is refused", () => {
  expect(() => readOptions(["--only", "lod"])).toThrow("--only lod: load, scroll");
  expect(() => readOptions(["--rounds", "0"])).toThrow(RangeError);
  expect(() => readOptions(["--slowness", "x"])).toThrow(RangeError);
  expect(() => readOptions(["--rides", "2"])).toThrow(TypeError);
});
