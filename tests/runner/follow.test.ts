import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestEvent, writeEvent } from "./events.mjs";
import { followEvents } from "./follow.mjs";

const FIRST: TestEvent = { event: "begun", id: "第一" };
const SECOND: TestEvent = { event: "begun", id: "第二" };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anyuan-follow-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("followEvents", () => {
  test("hands over an event soon after its line is complete", async () => {
    const file = join(folder, "events.jsonl");
    const taken: TestEvent[] = [];
    const finish = followEvents(file, (event) => taken.push(event));
    const bytes = Buffer.from(writeEvent(FIRST) + writeEvent(SECOND));
    // The cut is inside a character.
    const cut = bytes.lastIndexOf("二") + 1;
    appendFileSync(file, bytes.subarray(0, cut));
    await expect.poll(() => taken, { timeout: 20_000 }).toEqual([FIRST]);
    appendFileSync(file, bytes.subarray(cut));
    await expect.poll(() => taken, { timeout: 20_000 }).toEqual([FIRST, SECOND]);
    finish();
    expect(taken).toEqual([FIRST, SECOND]);
  });

  test("reads at its end what is still there", () => {
    const file = join(folder, "events.jsonl");
    const taken: TestEvent[] = [];
    const finish = followEvents(file, (event) => taken.push(event));
    appendFileSync(file, writeEvent(FIRST));
    finish();
    expect(taken).toEqual([FIRST]);
  });

  test("finds nothing in a file that nobody writes", () => {
    const taken: TestEvent[] = [];
    followEvents(join(folder, "events.jsonl"), (event) => taken.push(event))();
    expect(taken).toEqual([]);
  });
});
