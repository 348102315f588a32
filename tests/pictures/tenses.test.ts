import { describe, expect, test } from "vitest";
import type { Grain, TextMark } from "../../src/core/model/picture.ts";
import { readPicture } from "./read-picture.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const { facts } = realStory();

/** Statuses of the facts that may hang under each tense. */
const STATUSES = {
  formed: ["已形成", "事实", "已出台"],
  moving: ["推进中"],
  demand: ["要求"],
  goal: ["目标"],
  problem: ["问题"],
} as const;

const statusOf = (id: string | undefined): string => facts.find((fact) => fact.id === id)?.status ?? "";

function idsWith(statuses: readonly string[], parts: readonly string[]): readonly string[] {
  return facts.flatMap(({ id, status, place }) =>
    statuses.includes(status) && parts.some((part) => place.startsWith(part)) ? [id] : [],
  );
}

describe("the board of tenses", () => {
  const { picture } = readPicture("tenses", { width: 893, height: 900 });
  const hung = (tense: string): readonly string[] =>
    picture.shapes.flatMap((shape) =>
      shape.kind === "text" && shape.key.startsWith(`tenses:item:${tense}-`) ? [shape.fact ?? ""] : [],
    );

  test("hangs every thing under the tense of its status in the facts", () => {
    for (const [tense, statuses] of Object.entries(STATUSES)) {
      expect(hung(tense).length, tense).toBeGreaterThan(0);
      expect([...new Set(hung(tense).map(statusOf))].sort(), tense).toEqual([...statuses].sort());
    }
  });

  test("leaves no goal, no demand of part four and no problem out", () => {
    const { goal, demand, problem } = STATUSES;
    const flags = ["valley-power", "valley-chip"];
    const all = ["重塑新格局", "优化新环境", "贯彻新理念", "锚定新坐标"];
    expect([...hung("goal"), ...flags].sort()).toEqual([...idsWith(goal, all)].sort());
    expect(hung("problem")).toEqual(idsWith(problem, all));
    // The three headings of part four are no things to do.
    const headings = ["watch-industry", "watch-green", "watch-innovation"];
    expect([...hung("demand"), ...headings].sort()).toEqual([...idsWith(demand, ["锚定新坐标"])].sort());
  });
});

describe.each(Object.entries(SIZES))("at %s", (_, size) => {
  const { picture } = readPicture("tenses", size);
  const items = picture.shapes.filter(
    (shape): shape is TextMark => shape.kind === "text" && shape.key.startsWith("tenses:item:"),
  );
  /** The grain in the hole of an item's tag. */
  const holeOf = (item: TextMark): readonly Grain[] =>
    picture.grains.filter(
      (grain) =>
        grain.x < item.x &&
        grain.x > item.x - 1.3 * item.size &&
        Math.abs(grain.y - item.y + 0.36 * item.size) < 1 &&
        grain.opacity === 1,
    );

  test("counts the tags of each tense", () => {
    for (const tense of Object.keys(STATUSES)) {
      const count = picture.shapes.find(({ key }) => key === `tenses:count:${tense}`);
      const tags = items.filter(({ key }) => key.startsWith(`tenses:item:${tense}-`));
      const counted = count?.kind === "text" ? "零一二三四五六七八九十".indexOf(count.text) : 0;
      expect(counted, tense).toBe(tags.length);
    }
  });

  test("leaves hollow what is hoped, demanded or under way, and fills nothing else", () => {
    const hollows = items.map((item) => [item.text, ...holeOf(item).map(({ hollow }) => hollow)]);
    expect(hollows).toEqual(
      items.map((item) => [item.text, ["目标", "推进中", "要求"].includes(statusOf(item.fact)) ? 1 : 0]),
    );
  });

  test("sets six grains round the hole of every tag, half of them filled where a thing is under way", () => {
    for (const item of items) {
      const [hole] = holeOf(item);
      if (hole === undefined) throw new Error(`no hole: ${item.text}`);
      const around = picture.grains.filter(
        (grain) => grain !== hole && grain.opacity > 0 && Math.hypot(grain.x - hole.x, grain.y - hole.y) < hole.r * 2.5,
      );
      const filled = { 目标: 0, 要求: 0, 推进中: 3 }[statusOf(item.fact)] ?? 6;
      expect([around.length, around.filter(({ hollow }) => hollow === 0).length], item.text).toEqual([6, filled]);
    }
  });

  test("hangs equal tags", () => {
    const tags = picture.shapes.filter(({ key }) => /^tenses:tag:[a-z]+-[a-z]$/.test(key));
    const breadths = tags.map((tag) => {
      const xs = tag.kind === "path" ? [...tag.d.matchAll(/(-?[\d.]+),/g)].map(([, x]) => Number(x)) : [];
      return Math.max(...xs) - Math.min(...xs);
    });
    expect(tags).toHaveLength(items.length);
    for (const breadth of breadths) expect(Math.abs(breadth - (breadths[0] ?? 0))).toBeLessThan(0.25);
  });

  test("sets no tag under 12 px on a stage 360 px wide or wider", () => {
    if (size.width < 340) return;
    expect(Math.min(...items.map((item) => item.size))).toBeGreaterThanOrEqual(12);
  });
});
