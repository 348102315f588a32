import { describe, expect, test } from "vitest";
import { compareFiles, compareLines, compareMarkup } from "./compare.ts";
import { breakTags, joinTags } from "./layout.ts";

const GOLDEN =
  '<svg viewBox="0 0 9 9"><g></g><g><path d="M1 2" fill="#000"/><path d="M3 4" fill="#fff"/></g>' +
  '<g><rect data-key="a" x="1" y="2"/><rect data-key="b" x="3" y="4"/><text data-key="c" x="5">安源</text></g></svg>';

function compareChanged(from: string, to: string): string | null {
  expect(GOLDEN).toContain(from);
  return compareMarkup(GOLDEN, GOLDEN.replace(from, to));
}

describe("compareMarkup", () => {
  test("gives null for equal texts", () => {
    expect(compareMarkup(GOLDEN, GOLDEN)).toBeNull();
  });

  test("counts changed attributes by key, the most frequent first", () => {
    const made = GOLDEN.replace('x="1"', 'x="1.1"').replace('x="3" y="4"', 'x="3.1" y="4.1"');
    expect(compareMarkup(GOLDEN, made)).toBe("3 attributes differ: x 2, y 1");
    expect(compareChanged("M3 4", "M3 5")).toBe("1 attribute differs: d 1");
  });

  test("counts an attribute that was added or removed", () => {
    expect(compareChanged('x="1"', 'x="1" opacity="0.5"')).toBe("1 attribute differs: opacity 1");
    expect(compareChanged(' fill="#fff"', "")).toBe("1 attribute differs: fill 1");
  });

  test("counts an added element without blaming its neighbours", () => {
    expect(compareChanged('<rect data-key="b"', '<rect data-key="z" x="9"/><rect data-key="b"')).toBe(
      "1 element added",
    );
    expect(compareChanged('<path d="M3', '<path d="M9 9" fill="#000"/><path d="M3')).toBe("1 element added");
  });

  test("counts a removed element without blaming its neighbours", () => {
    expect(compareChanged('<rect data-key="a" x="1" y="2"/>', "")).toBe("1 element removed");
    expect(compareChanged('<path d="M1 2" fill="#000"/>', "")).toBe("1 element removed");
  });

  test("counts a changed text, that behind an inner element too", () => {
    expect(compareChanged("安源", "安 源")).toBe("1 text differs");
    expect(compareMarkup("<p>一<b>二</b>三</p>", "<p>一<b>二</b>四</p>")).toBe("1 text differs");
    expect(compareMarkup("<p>一<b>二</b>三</p>", "<p>零<b>二</b>四</p>")).toBe("2 texts differ");
  });

  test("counts a changed script or style sheet as a text, whatever tags its code holds", () => {
    const page = (code: string): string => `<head><script>${code}</script><style>a>b{}</style></head><p>一</p>`;
    expect(compareMarkup(page('if(1<2)"<p>"'), page('if(1<3)"<p>"'))).toBe("1 text differs");
    expect(compareMarkup(page("1"), page("1").replace("a>b", "a b"))).toBe("1 text differs");
  });

  test("lists all kinds of differences in one line", () => {
    const made = GOLDEN.replace('x="1"', 'x="2"')
      .replace('<rect data-key="b" x="3" y="4"/>', '<rect data-key="d"/><rect data-key="e"/>')
      .replace("安源", "安");
    expect(compareMarkup(GOLDEN, made)).toBe(
      "1 attribute differs: x 1; 2 elements added; 1 element removed; 1 text differs",
    );
  });

  test("reports another order of the same elements", () => {
    const [a, b] = ['<rect data-key="a" x="1" y="2"/>', '<rect data-key="b" x="3" y="4"/>'];
    expect(compareChanged(a + b, b + a)).toBe("the order of elements differs");
  });

  test("reports spaces, and attributes in another order", () => {
    expect(compareChanged("<g></g>", "<g> </g>")).toBe("the same elements are written in another way");
    expect(compareChanged('x="1" y="2"', 'y="2" x="1"')).toBe("the same elements are written in another way");
  });
});

describe("compareLines", () => {
  test("gives null for equal texts", () => {
    expect(compareLines("a\nb\n", "a\nb\n")).toBeNull();
  });

  test("counts the lines between the shared beginning and the shared end", () => {
    expect(compareLines("a\nb\nc\n", "a\nx\nc\n")).toBe("1 line became 1 at line 2");
    expect(compareLines("a\nb\nc\nd\n", "a\nx\nd\n")).toBe("2 lines became 1 at line 2");
    expect(compareLines("a\nc\n", "a\nb\nc\n")).toBe("no line became 1 at line 2");
    expect(compareLines("a\na\n", "a\n")).toBe("1 line became none at line 2");
    expect(compareLines("a\r\n", "a\n")).toBe("1 line became 1 at line 1");
  });
});

test("compareFiles reads markup as elements and other files as lines", () => {
  for (const file of ["a/b.svg", "index.html", "feed.xml"])
    expect(compareFiles(file, '<a href="b">', '<a href="c">'), file).toBe("1 attribute differs: href 1");
  for (const file of ["facts.csv", "facts.json", "frame.txt"])
    expect(compareFiles(file, '<a href="b">', '<a href="c">'), file).toBe("1 line became 1 at line 1");
});

describe("breakTags", () => {
  const texts = {
    "an SVG": GOLDEN,
    "a page with line breaks": "<!DOCTYPE html>\n<html>\n\n<head></head></html>\n",
    "escaped tags": "<c>&lt;p&gt;&lt;b&gt;一&lt;/b&gt;</c>",
  };

  test("begins a line with each tag", () => {
    expect(breakTags("<p><b>一</b></p>")).toBe("<p>\n<b>一</b>\n</p>");
    expect(breakTags("<c>&lt;p&gt;&lt;b&gt;")).toBe("<c>\n&lt;p&gt;\n&lt;b&gt;");
  });

  test("keeps texts apart that differ by a line break", () => {
    expect(breakTags("<p>\n<b>")).not.toBe(breakTags("<p><b>"));
  });

  test.each(Object.entries(texts))("is undone by joinTags in %s", (_, text) => {
    expect(breakTags(text)).not.toBe(text);
    expect(joinTags(breakTags(text))).toBe(text);
  });
});
