import { expect, test } from "vitest";
import { createAnswerTimeout, type Clock } from "../../src/browser/player/worker/answer-timeout.ts";

/** A window whose frames come and whose time passes when the test says so. */
function createClock() {
  let now = 0;
  let hidden = false;
  let frame: (() => void) | null = null;
  let timer: { readonly at: number; readonly run: () => void } | null = null;
  const view: Clock = {
    performance: { now: () => now },
    document: {
      get hidden() {
        return hidden;
      },
    },
    requestAnimationFrame(run) {
      frame = run;
      return 1;
    },
    cancelAnimationFrame: () => (frame = null),
    setTimeout(run, wait) {
      timer = { at: now + wait, run };
      return 1;
    },
    clearTimeout: () => (timer = null),
  };

  /** Passes time up to the next timer, which runs `late` ms after its time. */
  function runTimer(late = 0): void {
    if (timer === null) return;
    const { at, run } = timer;
    timer = null;
    now = at + late;
    run();
  }

  function drawFrame(): void {
    const run = frame;
    frame = null;
    run?.();
  }

  return {
    view,
    hide: () => (hidden = true),
    runTimer,
    drawFrame,
    pending: () => [frame !== null, timer !== null],
    /** Passes two seconds and more of a page that has frames. */
    pass: (late = 0): void => {
      for (let pieces = 0; pieces < 10; pieces += 1) {
        drawFrame();
        runTimer(late);
      }
    },
  };
}

function createLost() {
  const clock = createClock();
  const controller = new AbortController();
  let times = 0;
  const timeout = createAnswerTimeout({ view: clock.view, signal: controller.signal }, () => (times += 1));
  return { ...clock, timeout, controller, lost: () => times };
}

test("an order without an answer is lost once, after two seconds in which the page has frames", () => {
  const { timeout, pass, lost, pending } = createLost();
  timeout.expect();
  pass();
  pass();
  expect(lost()).toBe(1);
  expect(pending()).toEqual([false, false]);
});

test("a page without frames counts no time and has no timer: an iframe out of view", () => {
  const { timeout, runTimer, lost, pending, pass } = createLost();
  timeout.expect();
  for (let turn = 0; turn < 40; turn += 1) runTimer();
  expect(pending()).toEqual([true, false]);
  expect(lost()).toBe(0);
  pass();
  expect(lost()).toBe(1);
});

test("time in which the page is hidden, or came too late by itself, does not count", () => {
  const busy = createLost();
  busy.timeout.expect();
  busy.pass(200);
  expect(busy.lost()).toBe(0);
  const hidden = createLost();
  hidden.hide();
  hidden.timeout.expect();
  hidden.pass();
  expect(hidden.lost()).toBe(0);
});

test("an answer, or the end of the page, ends the wait", () => {
  const answered = createLost();
  answered.timeout.expect();
  answered.pass(200);
  answered.timeout.clear();
  answered.pass();
  expect([answered.lost(), answered.pending()]).toEqual([0, [false, false]]);
  const ended = createLost();
  ended.timeout.expect();
  ended.controller.abort();
  ended.pass();
  expect([ended.lost(), ended.pending()]).toEqual([0, [false, false]]);
});
