import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { BASE_SCENES } from "./base.ts";
import { broken, said } from "./broken.ts";

const speaking = (words: string) =>
  broken("facts.yaml", ["    unit: 亿元\n", `    unit: 亿元\n    spoken: ${words}\n`]);

describe("the words of a fact for voices", () => {
  test("are the fact's", () => {
    const { story } = compileStory(speaking("五点八七亿"), BASE_SCENES);
    expect(story?.facts.find(({ id }) => id === "loans")?.spoken).toBe("五点八七亿");
    expect(story?.facts.find(({ id }) => id === "firms")).not.toHaveProperty("spoken");
  });

  test("say the fact's value", () => {
    expect(said(speaking("五点七八亿"))).toEqual([
      "story/facts.yaml:24:13 spoken 与 value 不一致：spoken 是“五点七八亿”，value 是 5.87亿元，应是同一个数",
    ]);
  });

  test("say something that the printed ones do not", () => {
    expect(said(speaking("5.87亿元"))).toEqual(["story/facts.yaml:24:13 spoken 多余：与印出来的一样，应删去 spoken"]);
  });

  test("are written as all words are", () => {
    expect(said(speaking("「5.87」亿"))).toHaveLength(2);
    expect(said(speaking(""))).toEqual([]);
  });
});
