import fc from "fast-check";
import { expect, test } from "vitest";
import { heightMessages } from "../../src/browser/embed/frame/report-height.ts";
import { readFigureOptions } from "../../src/browser/embed/host/figure-options.ts";
import {
  MAX_HEIGHT,
  parseFrameMessage,
  parseHostMessage,
  parseWelcome,
  VERSION,
} from "../../src/core/embed/protocol.ts";

const ROOM = { top: 60, svh: 664 };

/** Values of a message's fields: right ones, nearly right ones, and anything at all. */
const length = fc.oneof(
  fc.integer({ min: -10, max: MAX_HEIGHT + 10 }),
  fc.double(),
  fc.string(),
  fc.constant(null),
  fc.anything({ maxDepth: 1 }),
);
const word = fc.oneof(
  fc.constantFrom("y", "visible", "height", "scroll", "step", "error", "frame", "cards", "article", VERSION, "cover"),
  fc.constantFrom("__proto__", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "\u202e", "a".repeat(1e5)),
  fc.anything({ maxDepth: 1 }),
);
const message = fc.record(
  {
    v: word,
    type: word,
    mode: word,
    visible: word,
    value: length,
    top: length,
    svh: length,
    extra: fc.anything({ maxDepth: 1 }),
  },
  { requiredKeys: ["type"] },
);
const hostile = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
});

function within(value: number, most: number): boolean {
  return value >= 0 && value <= most;
}

test("ten thousand random and hostile values never throw and never become more than a valid message", () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: message }, { weight: 1, arbitrary: hostile }), (data) => {
      const [order, report, welcome] = [parseHostMessage(data), parseFrameMessage(data), parseWelcome(data)];
      for (const one of [order, report]) if (one !== null) expect(within(one.value, MAX_HEIGHT)).toBe(true);
      if (welcome !== null) expect(["frame", "cards", "article"]).toContain(welcome.mode);
      for (const read of [order, report, welcome])
        expect(Object.keys(read ?? {}).every((key) => key !== "extra" && key !== "__proto__")).toBe(true);
    }),
    { seed: 17, numRuns: 10_000 },
  );
});

test("messages of this version are parsed", () => {
  expect(parseWelcome({ v: VERSION, mode: "frame", ...ROOM })).toMatchObject({ mode: "frame", ...ROOM });
  expect(parseWelcome({ v: VERSION, mode: "inline", ...ROOM })).toBeNull();
  expect(parseWelcome({ v: VERSION, mode: "frame", top: 401, svh: 664 })).toBeNull();
  expect(parseHostMessage({ type: "y", value: 12 })).toEqual({ type: "y", value: 12 });
  expect(parseFrameMessage({ type: "height", value: MAX_HEIGHT + 1 })).toBeNull();
  expect(parseFrameMessage({ type: "scroll", value: -1 })).toBeNull();
  expect(parseFrameMessage({ type: "step", value: 3, id: "<b>" })).toEqual({ type: "step", value: 3 });
  expect(parseFrameMessage({ type: "open", value: 3, id: "<b>" })).toEqual({ type: "open", value: 3 });
});

test("a welcome of another version, or of none, is not taken", () => {
  expect(parseWelcome({ v: `${VERSION}0`, mode: "frame", ...ROOM })).toBeNull();
  expect(parseWelcome({ mode: "frame", ...ROOM })).toBeNull();
});

test("any string in any attribute of a figure gives something sane", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.constantFrom(
      "../../etc/",
      "//evil.example/",
      "javascript:alert(1)",
      '"><script>',
      "PATTERN",
      "a".repeat(1e4),
      "-1",
      "1e9",
    ),
  );
  const names = ["chapter", "step", "mode", "theme", "top", "height", "lang", "anyuan"];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), text), fc.integer({ min: 0, max: 5000 }), (data, width) => {
      const [path, edge, reserved] = readFigureOptions(data, width);
      expect(path).toMatch(/^embed\/([a-z][a-z0-9-]*\/){0,2}$/);
      expect(edge >= 0 && edge <= 400).toBe(true);
      expect(within(reserved, 999_999)).toBe(true);
    }),
    { seed: 23, numRuns: 2000 },
  );
});

test("a figure keeps the height free that its editor gave for its width", () => {
  const kept = (width: number): number => readFigureOptions({ height: "9000px@390, 12000px@1200" }, width)[2];
  expect([320, 390, 1199, 1200, 1600].map(kept)).toEqual([9000, 9000, 9000, 12000, 12000]);
  expect(readFigureOptions({}, 390)[2]).toBe(0);
});

test("heights are told in the words of AMP, and of pym and WordPress where they ask", () => {
  const said = (search: string, hash: string): readonly unknown[] =>
    heightMessages({ search, hash }).map((say) => say(640));
  const amp = { sentinel: "amp", type: "embed-size", height: 640 };
  expect(said("", "")).toEqual([amp]);
  expect(said("?childId=graphic-1", "")).toEqual([amp, "pymxPYMxgraphic-1xPYMxheightxPYMx640"]);
  expect(said("", "#?secret=aB3x")).toEqual([amp, { message: "height", value: 640, secret: "aB3x" }]);
  expect(said("?childId=%3Cb%3E", "#?secret=%22")).toEqual([amp]);
});
