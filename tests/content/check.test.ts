import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { main } from "../../src/build/cli/check.ts";

const said = { out: "", err: "" };

beforeEach(() => {
  Object.assign(said, { out: "", err: "" });
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((said.out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((said.err += String(text)), true));
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("the published story passes the check, and nothing in it is warned of", async () => {
  expect([await main([]), said.err]).toEqual([0, ""]);
  expect(said.out).toMatch(/^没有要改的：\d+ 幕，\d+ 项事实，\d+ 条小注\n$/);
});

test("a text that is not the interview fails every quote, each at its line", async () => {
  expect(await main(["--source", "package.json"])).toBe(1);
  const lines = said.err.trimEnd().split("\n");
  expect(lines.at(-1)).toBe(`一共 ${lines.length - 1} 处要改`);
  for (const fault of ["访谈里没有这句引文", "访谈里找不到这一部分", "计数与访谈不符"])
    expect(lines.filter((line) => line.includes(fault)).length, fault).toBeGreaterThan(0);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^story\/facts\.yaml:\d+:\d+ [^:]*访谈/);
});

test.each([[["--sources", "a"]], [["--source"]], [["--source", "a", "b"]]])("%j is no way to call it", async (args) => {
  expect([await main(args), said.err]).toEqual([
    2,
    "参数认不出，应不写参数，或写 --source 访谈文本的路径，或 --publish\n",
  ]);
});

test("a missing interview is said to be missing", async () => {
  expect([await main(["--source", "nowhere.txt"]), said.err]).toEqual([
    2,
    "没有这个文件：nowhere.txt，应是访谈的文本\n",
  ]);
});
