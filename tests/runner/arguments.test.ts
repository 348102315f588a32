import { describe, expect, test } from "vitest";
import { addNeeds, parseArguments } from "./arguments.mjs";

const TABLE = [
  { name: "browsers" },
  { name: "lint" },
  { name: "unit" },
  { name: "build" },
  { name: "markup", needs: ["build"] },
  { name: "page", needs: ["browsers", "build"] },
];
const NAMES = TABLE.map(({ name }) => name);
const STAGES = NAMES.join(", ");

describe("parseArguments", () => {
  test.each([
    ["", { wide: false, stages: NAMES, passedOn: [] }],
    ["page lint page", { wide: false, stages: ["lint", "page"], passedOn: [] }],
    ["--wide", { wide: true, stages: ["unit", "page"], passedOn: [] }],
    ["--wide page", { wide: true, stages: ["page"], passedOn: [] }],
    ["unit --", { wide: false, stages: ["unit"], passedOn: [] }],
    ["page -- slip --wide -- lint", { wide: false, stages: ["page"], passedOn: ["slip", "--wide", "--", "lint"] }],
  ])("reads '%s'", (words, order) => {
    expect(parseArguments(words.split(" ").filter(Boolean), NAMES)).toEqual(order);
  });

  test.each([
    ["lnt", `no stage is named "lnt"; the stages are ${STAGES}`],
    ["lint --fast", `no stage is named "--fast"; the stages are ${STAGES}`],
    ["lint -- src", 'arguments after "--" go to one stage alone, unit or page'],
    ["unit page -- slip", 'arguments after "--" go to one stage alone, unit or page'],
    ["-- slip", 'arguments after "--" go to one stage alone, unit or page'],
  ])("says in one line what is wrong in '%s'", (words, message) => {
    expect(parseArguments(words.split(" "), NAMES)).toBe(message);
  });
});

describe("addNeeds", () => {
  test.each([
    [["lint"], [], ["lint"]],
    [["markup"], [], ["build", "markup"]],
    [["page", "lint"], [], ["browsers", "lint", "build", "page"]],
    [["page"], ["build"], ["browsers", "page"]],
    [["build", "markup"], ["build"], ["build", "markup"]],
  ])("of %j without %j are %j", (chosen, spared, stages) => {
    expect(addNeeds(chosen, TABLE, spared)).toEqual(stages);
  });
});
