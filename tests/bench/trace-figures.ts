import type { TraceEvent } from "./trace-events.ts";

/** Marks that a document sets before and after what is measured: they name its threads and the time. */
export const BEGIN = "bench-begin";
export const END = "bench-end";

/** A screen frame, ms. */
const SCREEN_FRAME = 1000 / 60;
const TASK = "RunTask";

/** Time of tasks outside every event that has a name. A worker's canvas is drawn there, where no graphics card does it. */
export const TASK_ITSELF = "the task itself";

/** ms of a thread's processor, without what an event contains, by the event's name. */
export type SelfTimes = ReadonlyMap<string, number>;

/** Figures of a trace between its marks. All CPU times in ms. */
export interface TraceFigures {
  /** Screen frames of 1/60 s that would fit into the time. */
  readonly frames: number;
  /** Tasks of the main threads of every document that set the marks. */
  readonly main: number;
  /** The same for each of these threads, in the order of the marks. */
  readonly mains: readonly number[];
  /** The clock's time of the main threads' tasks, and of the longest of them. */
  readonly busy: number;
  readonly longestTask: number;
  /** Tasks of these documents' dedicated workers. */
  readonly worker: number;
  /** Frames that workers made. */
  readonly workerFrames: number;
  /** Frames that the main threads made. */
  readonly mainFrames: number;
  /** Messages that workers got, and that they sent, a second. */
  readonly toWorkers: number;
  readonly fromWorkers: number;
  /** Part of the screen frames that the compositor dropped visibly, 0–1; NaN without any. */
  readonly dropped: number;
  /** Part of them that it showed without the main thread's newest state, 0–1; NaN without any. */
  readonly withoutMain: number;
  readonly mainTimes: SelfTimes;
  readonly workerTimes: SelfTimes;
}

/** Reads a trace between the marks. Throws RangeError when they are missing. */
export function traceFigures(events: readonly TraceEvent[]): TraceFigures {
  const marks = events.filter(({ name }) => name === BEGIN || name === END).sort((a, b) => a.time - b.time);
  const [begins, ends] = [marks.filter(({ name }) => name === BEGIN), marks.filter(({ name }) => name === END)];
  const [from, to] = [begins[0]?.time, ends.at(-1)?.time];
  if (from === undefined || to === undefined) throw new RangeError("a trace without marks");
  const mains = [...new Set(begins.map(threadOf))];
  const processes = new Set(begins.map(({ process }) => process));
  const workers = new Set(
    events.filter(({ phase, detail }) => phase === "M" && detail === "DedicatedWorker thread").map(threadOf),
  );
  const during = events.filter(
    ({ time, process, phase }) => time >= from && time <= to && processes.has(process) && phase !== "M",
  );
  const ofMain = during.filter((event) => mains.includes(threadOf(event)));
  const ofWorkers = during.filter((event) => workers.has(threadOf(event)));
  const tasks = tasksIn(ofMain);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const count = (all: readonly TraceEvent[], name: string, phase: string): number =>
    all.filter((event) => event.name === name && event.phase === phase).length;
  const seconds = (to - from) / 1000;
  const shown = during.filter(
    ({ name, phase, detail }) => name === "PipelineReporter" && phase === "b" && detail !== "STATE_NO_UPDATE_DESIRED",
  );
  const part = (holds: (event: TraceEvent) => boolean): number => shown.filter(holds).length / shown.length;
  return {
    frames: (to - from) / SCREEN_FRAME,
    main: sum(tasks.map(({ cpu }) => cpu)),
    mains: mains.map((thread) => sum(tasks.filter((task) => threadOf(task) === thread).map(({ cpu }) => cpu))),
    busy: sum(tasks.map(({ duration }) => duration)),
    longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
    worker: sum(tasksIn(ofWorkers).map(({ cpu }) => cpu)),
    workerFrames: count(ofWorkers, "FireAnimationFrame", "X"),
    mainFrames: count(ofMain, "BeginMainThreadFrame", "I"),
    toWorkers: count(ofWorkers, "HandlePostMessage", "X") / seconds,
    fromWorkers: count(ofWorkers, "SchedulePostMessage", "I") / seconds,
    dropped: part(({ detail, visible }) => visible && detail === "STATE_DROPPED"),
    withoutMain: part(({ detail, visible }) => visible && detail === "STATE_PRESENTED_PARTIAL"),
    mainTimes: selfTimes(ofMain),
    workerTimes: selfTimes(ofWorkers),
  };
}

function threadOf({ process, thread }: TraceEvent): string {
  return `${process}:${thread}`;
}

/** Tasks that are not in another one: a task can run others inside itself. */
function tasksIn(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const tasks = events.filter(({ name, phase }) => name === TASK && phase === "X");
  return nested(tasks).flatMap(({ event, parent }) => (parent === undefined ? [event] : []));
}

function selfTimes(events: readonly TraceEvent[]): SelfTimes {
  const times = new Map<string, number>();
  const labels = new Map<TraceEvent, string>();
  const add = (label: string, cpu: number): void => void times.set(label, (times.get(label) ?? 0) + cpu);
  for (const { event, parent } of nested(events.filter(({ phase }) => phase === "X"))) {
    const around = parent === undefined ? TASK_ITSELF : (labels.get(parent) ?? TASK_ITSELF);
    const label = labelOf(event, around);
    labels.set(event, label);
    add(label, event.cpu);
    if (parent !== undefined) add(around, -event.cpu);
  }
  return times;
}

interface Nested {
  readonly event: TraceEvent;
  /** The event of the same thread that contains it most closely. */
  readonly parent: TraceEvent | undefined;
}

function nested(events: readonly TraceEvent[]): readonly Nested[] {
  const open = new Map<string, TraceEvent[]>();
  const ordered = [...events].sort((a, b) => a.time - b.time || b.duration - a.duration);
  return ordered.map((event) => {
    const key = threadOf(event);
    const parents = (open.get(key) ?? []).filter(({ time, duration }) => time + duration > event.time);
    open.set(key, [...parents, event]);
    return { event, parent: parents.at(-1) };
  });
}

/** Garbage collection has dozens of names. */
const COLLECTION = /^(?:V8\.GC|MinorGC|MajorGC|BlinkGC|CppGC|Heap::)/;

/** `around` is the label of the event that contains it: a function says nothing without it. */
function labelOf({ name, detail }: TraceEvent, around: string): string {
  if (name === TASK) return TASK_ITSELF;
  if (name === "EventDispatch") return `EventDispatch ${detail}`;
  if (name === "FunctionCall") return around.startsWith(name) || around === TASK_ITSELF ? name : `${name} in ${around}`;
  return COLLECTION.test(name) ? "GC" : name;
}
