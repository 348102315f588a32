import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Picture, Size } from "../../src/core/model/picture.ts";
import { REST_AT } from "../../src/core/model/timing.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { scenes } from "../../src/core/scenes/config.ts";
import { realStory } from "./real-story.ts";

const FOLDER = "src/core/scenes";

interface Source {
  readonly file: string;
  readonly text: string;
}

const sources: readonly Source[] = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(join(FOLDER, file), "utf8") }));

/** Places of a pattern in the sources, as `file:line`. */
function findPlaces(pattern: RegExp, among: readonly Source[] = sources): readonly string[] {
  return among.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(({ index }) => `${file}:${text.slice(0, index).split("\n").length}`),
  );
}

/** A part of the action with its moments where it is used, instead of in the scene's `BEATS`. */
const LITERAL_BEAT = /linearStep\(\s*(?:at\.)?(?:t|act)\s*,/g;

/** A path command followed by a value, in a template string. */
const TEMPLATE_PATH = /[MLHVCSQAZ]\$\{/g;

/** Half a letter's height, which `baseline: "middle"` adds. */
const BASELINE =
  /\b(?:size|type|em|note|name|small|display|numeral|letter)\s*\*\s*0?\.36\b|\b0?\.36\s*\*\s*\w*\.?size\b/g;

/** Its strokes are thousands and written anew in every frame; their parts are rounded once, before. */
const PRE_ROUNDED = "props/strata.ts";

describe("the sources of scenes", () => {
  test("are found", () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  test("time their action by beats", () => {
    expect(findPlaces(LITERAL_BEAT)).toEqual([]);
  });

  test("write path data with the kit", () => {
    const isRounded = ({ file }: Source): boolean => file === PRE_ROUNDED;
    expect(findPlaces(TEMPLATE_PATH, sources.filter(isRounded))).not.toEqual([]);
    expect(
      findPlaces(
        TEMPLATE_PATH,
        sources.filter((source) => !isRounded(source)),
      ),
    ).toEqual([]);
  });

  test("leave the middle of a letter to the kit", () => {
    expect(findPlaces(BASELINE)).toEqual([]);
  });

  test("take no library for movement", () => {
    expect(findPlaces(/["']gsap\b/g)).toEqual([]);
  });
});

describe("every scene but the cover", () => {
  test.each(Object.keys(scenes).filter((name) => name !== "cover"))("has beats: %s", (name) => {
    expect(Object.keys(scenes[name]?.beats ?? {})).not.toEqual([]);
  });
});

const STAGES: Readonly<Record<string, Size>> = {
  phone: { width: 390, height: 558 },
  desktop: { width: 850, height: 900, untitled: true },
};

/** In the entry, in the action, and at rest. */
const TIMES = [0.2, 0.6, REST_AT];

/** A number with more than one decimal, or one too small or large to be written without an exponent. */
const UNROUNDED = /\.\d{2}|\de/;

function findUnrounded({ shapes }: Picture): readonly string[] {
  return shapes.flatMap((shape) => (shape.kind === "path" && UNROUNDED.test(shape.d) ? [shape.key] : []));
}

describe.each(Object.entries(STAGES))("path data on a %s", (_, size) => {
  const story = realStory();
  const paint = createPainter(story);

  test.each(story.steps.map(({ id }, step) => ({ id, step })))("has at most one decimal: $id", ({ step }) => {
    const faults = TIMES.flatMap((progress) =>
      findUnrounded(paint({ step, progress }, size, "day")).map((key) => `${key} at ${progress}`),
    );
    expect(faults).toEqual([]);
  });
});
