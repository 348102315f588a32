import { h, s } from "hastscript";
import { expect, test } from "vitest";
import { toElementTuples } from "../../src/build/vite/element-tuples.ts";
import { parsed } from "../html-tree.ts";
import { toHtml } from "../../src/build/site/html.ts";

const tree = h(
  "section.step.card",
  { tabindex: "-1", "data-step": "a", "aria-hidden": "true", hidden: true },
  "b",
  "c",
  h("label", { for: "d" }, h("input", { type: "range", value: "1000", checked: false })),
  s("svg", { viewBox: "0 0 1 1", preserveAspectRatio: "none" }, s("g", { id: "e" }, s("path", { strokeWidth: 2 }))),
);

test("attributes have the names and values that a browser reads in the page's HTML", () => {
  const [read] = parsed(toHtml(tree));
  const [made] = toElementTuples(tree, (tag) => tag);
  if (made === undefined || read === undefined) throw new RangeError("no element");
  const [name, attributes, text, label, picture] = made;
  expect([name, attributes, text]).toEqual([read.name, read.attributes, "bc"]);
  expect(label).toEqual(["label", { for: "d" }, ["input", { type: "range", value: "1000" }]]);
  expect(picture).toEqual([
    "svg",
    { viewBox: "0 0 1 1", preserveAspectRatio: "none" },
    ["g", { id: "e" }, ["path", { "stroke-width": "2" }]],
  ]);
});

test("an element is renamed, emptied or removed by its tag", () => {
  const made = toElementTuples(tree, (tag) => {
    if (tag.name === "label") return null;
    return { ...tag, name: tag.name === "section" ? "div" : tag.name, bare: tag.name === "svg" };
  });
  expect(made).toEqual([
    [
      "div",
      { class: "step card", tabindex: "-1", "data-step": "a", "aria-hidden": "true", hidden: "" },
      "bc",
      ["svg", { viewBox: "0 0 1 1", preserveAspectRatio: "none" }],
    ],
  ]);
});
