/** The parts of a trace's event that the bench reads; times in ms. */
export interface TraceEvent {
  readonly name: string;
  /** `X` is an event with a duration; `M` names a thread, the others are moments. */
  readonly phase: string;
  readonly process: number;
  readonly thread: number;
  readonly time: number;
  /** By the clock; 0 for a moment. */
  readonly duration: number;
  /** Time of the thread's processor; 0 for a moment. */
  readonly cpu: number;
  /** Name of a thread, type of a dispatched event, state of a screen frame; otherwise empty. */
  readonly detail: string;
  /** True when the reader would see that a screen frame is missing. */
  readonly visible: boolean;
}

/** Reads a trace as Chromium writes it. Throws TypeError for other JSON. */
export function readTrace(json: string): readonly TraceEvent[] {
  const trace: unknown = JSON.parse(json);
  const events = memberOf(trace, "traceEvents");
  if (!Array.isArray(events)) throw new TypeError("a trace without events");
  return events.map(readEvent);
}

function readEvent(event: unknown): TraceEvent {
  const args = memberOf(event, "args");
  const frame = memberOf(args, "frame_reporter") ?? memberOf(args, "chrome_frame_reporter");
  const details = [memberOf(args, "name"), memberOf(memberOf(args, "data"), "type"), memberOf(frame, "state")];
  return {
    name: textOf(memberOf(event, "name")),
    phase: textOf(memberOf(event, "ph")),
    process: numberOf(memberOf(event, "pid")),
    thread: numberOf(memberOf(event, "tid")),
    time: numberOf(memberOf(event, "ts")) / 1000,
    duration: numberOf(memberOf(event, "dur")) / 1000,
    cpu: numberOf(memberOf(event, "tdur")) / 1000,
    detail: textOf(details.find((detail) => typeof detail === "string")),
    visible: memberOf(frame, "affects_smoothness") === true,
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
