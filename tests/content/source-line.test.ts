import { describe, expect, test } from "vitest";
import { publisherNotes, sortSources, sourceLine, sourceNotes } from "../../src/core/model/source-line.ts";
import type { Fact } from "../../src/core/model/story.ts";
import { realStory } from "../pictures/real-story.ts";

function fact(id: string, more: Partial<Fact> = {}): Fact {
  const blank = { name: "", value: 1, unit: "", text: "", period: "", status: "", speaker: "", quote: "", place: "" };
  return { id, origin: "interview", ...blank, ...more };
}

const source = { title: "统计公报", publisher: "统计局", url: "", date: "2021-04-07" };
const byline = "素材：一篇访谈";
const facts = [
  fact("said"),
  fact("outside", { origin: "context", source }),
  fact("again", { origin: "context", source }),
  fact("report", { origin: "context", source: { title: "一篇报道", url: "", date: "2026" } }),
  fact("gap", { origin: "derived", formula: "{outside} - {again}" }),
];
const story = { facts, byline };

describe("a picture's source line", () => {
  test("names the interview where the picture draws nothing else", () => {
    expect(sourceLine(story, { drawn: ["said"] })).toBe("素材：一篇访谈");
    expect(sourceLine(story, { drawn: [] })).toBe("素材：一篇访谈");
  });

  test("names only the outside sources, each once, where it draws outside facts alone", () => {
    expect(sourceLine(story, { drawn: ["outside", "again", "report"] })).toBe(
      "来源：统计局：统计公报，2021-04-07；一篇报道，2026",
    );
  });

  test("names both where it draws both", () => {
    expect(sourceNotes(story, ["outside", "said"])).toEqual(["素材：一篇访谈", "来源：统计局：统计公报，2021-04-07"]);
  });

  test("names the sources of the facts that a computed one stands on", () => {
    expect(sourceLine(story, { drawn: ["gap"] })).toBe("来源：统计局：统计公报，2021-04-07");
  });

  test("of the city does not name the interview, nor a report that only the text uses", () => {
    const real = realStory();
    const city = real.steps.find(({ id }) => id === "city");
    const firms = real.steps.find(({ id }) => id === "firms");
    expect(city && sourceLine(real, city)).toMatch(/^来源：/);
    expect(city && sourceLine(real, city)).not.toContain("访谈");
    expect(firms && sourceLine(real, firms)).toBe(real.byline);
  });
});

describe("the sources of an image with little room", () => {
  const gem = { ...source, publisher: "能源监测（Energy Monitor）", date: "2026" };
  const copy = { ...source, publisher: "统计局（转载件）" };
  const more = [fact("gem", { origin: "context", source: gem }), fact("copy", { origin: "context", source: copy })];
  const all = ["said", "outside", "again", "gem", "copy", "report"];

  test("stand by year, the newest first, each publisher once, without a foreign name", () => {
    expect(sortSources({ ...story, facts: [...facts, ...more] }, all)).toEqual({
      told: [byline],
      years: [
        ["2026", "能源监测；一篇报道"],
        ["2021", "统计局；统计局（转载件）"],
      ],
    });
  });

  test("are the interview alone where there is no other, and leave it out where nothing is from it", () => {
    expect(sortSources(story, ["said"])).toEqual({ told: [byline], years: [] });
    expect(sortSources(story, ["outside"])).toEqual({ told: [], years: [["2021", "统计局"]] });
  });

  test("are publishers alone where there is least", () => {
    expect(publisherNotes({ ...story, facts: [...facts, ...more] }, all)).toEqual([
      byline,
      "来源：统计局、能源监测、统计局（转载件）、一篇报道",
    ]);
  });
});
