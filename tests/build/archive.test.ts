import { createHash } from "node:crypto";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { CHECKSUM_FILE, zipWithChecksums } from "../../src/build/cli/archive.ts";

const page = strToU8("<!doctype html><title>安源转身</title>");
const picture = Uint8Array.from({ length: 300 }, (_, index) => index % 7);
const files = new Map([
  ["pattern/wings/index.html", page],
  ["index.html", page],
  ["posters/wings.png", picture],
]);

test("an archive gives back every file, each with its checksum", () => {
  const opened = unzipSync(zipWithChecksums(files, "story-1"));
  expect(Object.keys(opened).sort()).toEqual([...files.keys(), CHECKSUM_FILE].map((path) => `story-1/${path}`).sort());
  for (const [path, bytes] of files) expect(opened[`story-1/${path}`]).toEqual(bytes);
  const lines = strFromU8(opened[`story-1/${CHECKSUM_FILE}`] ?? new Uint8Array())
    .trimEnd()
    .split("\n");
  expect(lines).toEqual(
    [...files.keys()].sort().map((path) => {
      const sum = createHash("sha256")
        .update(files.get(path) ?? "")
        .digest("hex");
      return `${sum}  ${path}`;
    }),
  );
});

test("the same files make the same bytes, in whatever order they come", () => {
  expect(zipWithChecksums(new Map([...files].reverse()), "story-1")).toEqual(zipWithChecksums(files, "story-1"));
});
