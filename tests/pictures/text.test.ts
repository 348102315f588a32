import { describe, expect, test } from "vitest";
import { textMark } from "../../src/core/picture/marks.ts";
import { breakLines, hangingShift, squeezeShifts, textBox, textWidth } from "../../src/core/picture/text.ts";
import { shapeAttributes } from "../../src/core/render/svg-attributes.ts";

/** The characters that move half an em towards the one before them. */
function squeezed(text: string): string {
  const shifts = squeezeShifts(text);
  return Array.from(text)
    .filter((_, index) => (shifts[index] ?? 0) < 0)
    .join("");
}

describe("punctuation", () => {
  test.each([
    ["到“双轮”，再向", "，"],
    ["数智治理”。", "。"],
    ["“矿”：先是", "："],
    ["他说（“双轮”）", "“）"],
    ["“双轮”“两翼”", "“"],
    ["工业，服务业", ""],
    ["（一）", ""],
  ])("of %s loses the blank halves between its marks", (text, marks) => {
    expect(squeezed(text)).toBe(marks);
  });

  test("hangs at the edge that a line is set from", () => {
    expect(hangingShift("“夯实”双轮", "start")).toBe(-0.5);
    expect(hangingShift("“夯实”双轮", "end")).toBe(0);
    expect(hangingShift("架起了。", "start")).toBe(0);
    expect(hangingShift("架起了。", "end")).toBe(0.5);
    expect(hangingShift("“连心桥”", "middle")).toBe(0);
    expect(hangingShift("“架起”了", "middle")).toBe(-0.25);
  });

  test("makes lines of the Song face shorter, and those of a reader's face as long as they may be", () => {
    expect(textWidth("“矿”，", 10, "song")).toBe(30);
    expect(textWidth("“矿”，", 10)).toBe(40);
  });

  test("is counted as squeezed where lines of the Song face break", () => {
    expect(breakLines("“一二三”，“四五六”，七八九十", 10, 90)).toEqual(["“一二三”，“四五", "六”，七八九十"]);
    expect(breakLines("“一二三”，“四五六”，七八九十", 10, 90, "song")).toEqual(["“一二三”，“四五六”，", "七八九十"]);
  });

  test("does not leave one character and a closing mark alone on the last line", () => {
    expect(breakLines("“安源样板”，还在“加快打造”", 10, 125)).toEqual(["“安源样板”，还在“加快", "打造”"]);
  });

  test("is written for the Song face, and left to the browser for a reader's own", () => {
    const common = { key: "a", text: "“矿”，再", x: 20, y: 30, size: 10, fill: [0, 0, 0] } as const;
    expect(shapeAttributes(textMark({ ...common, face: "song" }))).toMatchObject({ x: "15", dx: "0 0 0 -5" });
    const sans = shapeAttributes(textMark(common));
    expect(sans["x"]).toBe("20");
    expect(sans["dx"]).toBeUndefined();
  });

  test("keeps a hung line's ink in its box", () => {
    const { x, width } = textBox(
      textMark({ key: "a", text: "“矿”，再", x: 20, y: 30, size: 10, fill: [0, 0, 0], face: "song" }),
    );
    expect([x, width]).toEqual([20, 40]);
  });
});

describe("a line", () => {
  test.each([
    ["平均每家约374万元", 40, ["平均每家", "约", "374万元"]],
    ["自2020年1—8月起", 60, ["自2020年", "1—8月起"]],
    ["日报，2017-09-25", 75, ["日报，", "2017-09-25"]],
  ])("of %s breaks beside its number, not in it", (text, width, lines) => {
    expect(breakLines(text, 10, width)).toEqual(lines);
  });

  test("does not hold a single character and its stop alone", () => {
    expect(breakLines("我们重读那篇访谈。", 10, 70)).toEqual(["我们重读那篇", "访谈。"]);
  });
});
