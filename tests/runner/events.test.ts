import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEvents, type TestEvent, writeEvent } from "./events.mjs";

const words = fc.string({ unit: "binary", maxLength: 12 });
const event: fc.Arbitrary<TestEvent> = fc.oneof(
  fc.record({ event: fc.constant("group" as const), group: words }),
  fc.record({ event: fc.constant("planned" as const), id: words, group: words, title: words }),
  fc.record({ event: fc.constant("begun" as const), id: words }),
  fc.record({
    event: fc.constant("result" as const),
    id: words,
    group: words,
    title: words,
    status: words,
    seconds: fc.integer({ min: 0, max: 1000 }),
    errors: fc.array(words, { maxLength: 2 }),
  }),
  fc.record({ event: fc.constant("error" as const), text: words }),
);
const cutFile = fc.array(event, { maxLength: 8 }).chain((events) => {
  const bytes = Buffer.from(events.map(writeEvent).join(""));
  return fc.record({ events: fc.constant(events), bytes: fc.constant(bytes), cut: fc.nat({ max: bytes.length }) });
});

describe("a file of events", () => {
  test("loses no more than the line being written, wherever it is cut", () => {
    fc.assert(
      fc.property(cutFile, ({ events, bytes, cut }) => {
        const written = bytes.subarray(0, cut);
        const found = readEvents(written);
        expect(found.events).toEqual(events.slice(0, found.events.length));
        const whole = Buffer.from(found.events.map(writeEvent).join(""));
        expect(Buffer.concat([whole, found.rest]).equals(written)).toBe(true);
        expect(found.rest.includes("\n")).toBe(false);
      }),
    );
  });

  test("reads the same in two parts as in one", () => {
    fc.assert(
      fc.property(cutFile, ({ events, bytes, cut }) => {
        const first = readEvents(bytes.subarray(0, cut));
        const second = readEvents(Buffer.concat([first.rest, bytes.subarray(cut)]));
        expect([...first.events, ...second.events]).toEqual(events);
        expect(second.rest).toHaveLength(0);
      }),
    );
  });

  test("holds an error for each line that is no event", () => {
    const { events } = readEvents(Buffer.from('{"event":"begun"}\nnot JSON\n{"event":"begun","id":"1"}\n'));
    expect(events).toEqual([
      { event: "error", text: 'a line of the results cannot be read: {"event":"begun"}' },
      { event: "error", text: "a line of the results cannot be read: not JSON" },
      { event: "begun", id: "1" },
    ]);
  });
});
