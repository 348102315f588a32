import { describe, expect, test } from "vitest";
import type { Shape, Size } from "../../src/core/model/picture.ts";
import { beat, stagger } from "../../src/core/picture/beats.ts";
import { layoutOf } from "../../src/core/picture/step-scene.ts";
import { drawBeats, findBoxes } from "./annotations.ts";
import { realStory } from "./real-story.ts";

const PHONE: Size = { width: 390, height: 490 };
const DESKTOP: Size = { width: 893, height: 900 };
const box = { x: 1, y: 2, width: 3, height: 4 };

describe("the boxes of a layout", () => {
  test("are found in records, arrays and other boxes, by their paths", () => {
    const layout = {
      type: 12,
      x: (k: number) => k,
      card: { ...box, inner: { ...box } },
      bars: [{ id: "a", box: { ...box } }],
    };
    expect(findBoxes(layout)).toEqual([
      { name: "card", box },
      { name: "card.inner", box },
      { name: "bars.0.box", box },
    ]);
  });

  test("are finite in every step of the story on phone and desktop, and some step has one", () => {
    const story = realStory();
    const boxes = story.steps.flatMap((_, index) =>
      [PHONE, DESKTOP].flatMap((size) => findBoxes(layoutOf(story, index, size) ?? {})),
    );
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.filter(({ box: each }) => !Object.values(each).every(Number.isFinite))).toEqual([]);
  });
});

describe("the chart of a scene's beats", () => {
  const shapes = drawBeats({ rise: beat(0.25, 0.5), fall: beat(1, 0.5), row: stagger(0.25, 0, 0.5) }, [0.5, 1, 1]);
  const keys = (prefix: string): readonly string[] =>
    shapes.map(({ key }) => key).filter((key) => key.startsWith(prefix));
  const bar = (name: string): Shape | undefined => shapes.find(({ key }) => key === `beat:${name}:bar`);

  test("has a bar from the beat's beginning to its end, hollow where it runs back", () => {
    const [rise, fall] = [bar("rise"), bar("fall")];
    if (rise?.kind !== "rect" || fall?.kind !== "rect") throw new Error("no bars");
    expect(rise.width * 2).toBeCloseTo(fall.width);
    expect(rise.fill).not.toBeNull();
    expect(fall.fill).toBeNull();
  });

  test("has a tick where each later item starts, and a line at each moment", () => {
    expect(keys("beat:row:")).toEqual(["beat:row:name", "beat:row:bar", "beat:row:1", "beat:row:2"]);
    expect(keys("t:")).toEqual(["t:0.5", "t:0.5:name", "t:1", "t:1:name"]);
  });
});
