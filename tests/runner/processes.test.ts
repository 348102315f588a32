import { describe, expect, test } from "vitest";
import { findFamily, listProcesses } from "./processes.mjs";

function list(...rows: readonly (readonly [pid: number, parent: number, group: number])[]) {
  return rows.map(([pid, parent, group]) => ({ pid, parent, group }));
}

describe("findFamily", () => {
  test.each([
    ["children and their children", list([10, 1, 10], [11, 10, 10], [12, 11, 10]), [10, 11, 12]],
    ["a child that leads a group of its own", list([10, 1, 10], [11, 10, 11], [12, 11, 11]), [10, 11, 12]],
    ["the group of a leader that has ended", list([11, 1, 10]), [11]],
    ["an orphan in the group of a descendant", list([10, 1, 10], [11, 10, 11], [12, 1, 11]), [10, 11, 12]],
    ["children that are listed before their parents", list([7, 8, 8], [8, 10, 8], [10, 1, 10]), [7, 8, 10]],
  ])("finds %s", (_, processes, running) => {
    const strangers = list([1, 0, 1], [2, 1, 2], [3, 2, 2]);
    expect(findFamily([...strangers, ...processes], [10]).running).toEqual(running);
  });

  test("remembers the groups of those that have ended", () => {
    const { ids } = findFamily(list([10, 1, 10], [11, 10, 11]), [10]);
    expect(findFamily(list([12, 1, 11]), ids).running).toEqual([12]);
  });
});

test("listProcesses finds this process and its parent", () => {
  const own = listProcesses().find(({ pid }) => pid === process.pid);
  expect(own?.parent).toBe(process.ppid);
});
