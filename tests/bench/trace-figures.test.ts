import { expect, test } from "vitest";
import { readTrace } from "./trace-events.ts";
import { traceFigures } from "./trace-figures.ts";

/** ms → the microseconds of a trace. */
const us = (ms: number): number => ms * 1000;

function event(name: string, ph: string, [pid, tid]: readonly [number, number], ms: number, rest: object = {}): object {
  return { name, ph, pid, tid, ts: us(ms), args: {}, ...rest };
}

function span(
  name: string,
  thread: readonly [number, number],
  ms: number,
  dur: number,
  tdur: number,
  args = {},
): object {
  return event(name, "X", thread, ms, { dur: us(dur), tdur: us(tdur), args });
}

const MAIN = [1, 10] as const;
const WORKER = [1, 11] as const;
const OTHER = [2, 20] as const;
const COMPOSITOR = [1, 12] as const;

const screenFrame = (ms: number, state: string, smooth = true): object =>
  event("PipelineReporter", "b", COMPOSITOR, ms, { args: { frame_reporter: { state, affects_smoothness: smooth } } });

const TRACE = [
  event("thread_name", "M", WORKER, 0, { args: { name: "DedicatedWorker thread" } }),
  event("thread_name", "M", OTHER, 0, { args: { name: "CrRendererMain" } }),
  span("RunTask", MAIN, 1, 2, 2),
  event("bench-begin", "I", MAIN, 100),
  event("BeginMainThreadFrame", "I", MAIN, 101),
  span("RunTask", MAIN, 110, 20, 10),
  span("FunctionCall", MAIN, 111, 15, 7),
  span("EventDispatch", MAIN, 112, 2, 1, { data: { type: "scroll" } }),
  span("FunctionCall", MAIN, 113, 1, 0.75),
  span("Layout", MAIN, 115, 4, 3),
  span("MinorGC", MAIN, 127, 1, 1),
  // A loop of messages within a task.
  span("RunTask", MAIN, 129, 1, 0.5),
  span("RunTask", MAIN, 140, 5, 4),
  span("RunTask", OTHER, 150, 50, 50),
  span("RunTask", WORKER, 150, 30, 20),
  span("HandlePostMessage", WORKER, 151, 1, 1),
  span("FireAnimationFrame", WORKER, 160, 5, 2),
  event("SchedulePostMessage", "I", WORKER, 152),
  event("HandlePostMessage", "s", WORKER, 152),
  screenFrame(110, "STATE_PRESENTED_ALL"),
  screenFrame(120, "STATE_DROPPED"),
  screenFrame(130, "STATE_DROPPED", false),
  screenFrame(140, "STATE_PRESENTED_PARTIAL"),
  screenFrame(150, "STATE_NO_UPDATE_DESIRED"),
  event("bench-end", "I", MAIN, 600),
  span("RunTask", MAIN, 610, 20, 20),
];

test("the time between the marks is that of the page's own threads", () => {
  const figures = traceFigures(readTrace(JSON.stringify({ traceEvents: TRACE })));
  expect(figures.frames).toBeCloseTo(30);
  expect([figures.main, figures.worker, figures.mainFrames]).toEqual([14, 20, 1]);
  expect([figures.busy, figures.longestTask, figures.workerFrames]).toEqual([25, 20, 1]);
  expect([figures.toWorkers, figures.fromWorkers]).toEqual([2, 2]);
  expect([figures.dropped, figures.withoutMain]).toEqual([0.25, 0.25]);
});

test("an event's own time is without what it contains", () => {
  const { mainTimes, workerTimes } = traceFigures(readTrace(JSON.stringify({ traceEvents: TRACE })));
  expect(Object.fromEntries(mainTimes)).toEqual({
    "the task itself": 6,
    FunctionCall: 3,
    "EventDispatch scroll": 0.25,
    "FunctionCall in EventDispatch scroll": 0.75,
    Layout: 3,
    GC: 1,
  });
  expect(Object.fromEntries(workerTimes)).toEqual({
    "the task itself": 17,
    HandlePostMessage: 1,
    FireAnimationFrame: 2,
  });
});

test("two documents in two processes are counted together", () => {
  const both = [...TRACE, event("bench-begin", "I", OTHER, 100), event("bench-end", "I", OTHER, 600)];
  const { main, mains } = traceFigures(readTrace(JSON.stringify({ traceEvents: both })));
  expect([main, mains]).toEqual([64, [14, 50]]);
});

test("a trace without marks, and what is no trace, are refused", () => {
  expect(() => traceFigures([])).toThrow(RangeError);
  expect(() => readTrace("[]")).toThrow(TypeError);
});
