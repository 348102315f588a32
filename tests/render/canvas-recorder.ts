import type { CanvasContext } from "../../src/core/render/canvas-context.ts";

/** A call that leaves a trace, with the state that it leaves it in. */
export interface Trace {
  readonly by: "fill" | "stroke" | "text" | "image";
  readonly paint: string;
  readonly alpha: number;
  readonly transform: readonly number[];
  /** The `d` of a path, the commands of a traced one, the numbers of a rectangle or of an image, or the text. */
  readonly shape: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly font?: string;
}

export interface Recorder {
  readonly context: CanvasContext;
  readonly traces: Trace[];
  /** Number of states that were saved and not restored. */
  readonly saved: () => number;
  /** The dashes that the last stroke left. */
  readonly dashes: () => readonly number[];
}

/** A path as the recorder knows it. */
export function recordedPath(d: string): { readonly d: string } {
  return { d };
}

/** Width of every character for `measureText`, px. */
export const ADVANCE = 10;

function colour(style: string | object): string {
  return typeof style === "string" ? style : "no colour";
}

/** Returns a context that draws nothing and writes down what it would have drawn. */
export function createRecorder(): Recorder {
  const traces: Trace[] = [];
  let transform: readonly number[] = [1, 0, 0, 1, 0, 0];
  let dash: readonly number[] = [];
  let commands: string[] = [];
  let saved = 0;
  const shapeOf = (path?: object): string =>
    path === undefined ? commands.join(" ") : "d" in path ? String(path.d) : "?";
  const add = (trace: Pick<Trace, "by" | "shape">): void => {
    const common = { ...trace, alpha: context.globalAlpha, transform };
    if (trace.by === "stroke")
      traces.push({ ...common, paint: colour(context.strokeStyle), width: context.lineWidth, dash });
    else if (trace.by === "text") traces.push({ ...common, paint: colour(context.fillStyle), font: context.font });
    else traces.push({ ...common, paint: trace.by === "image" ? "" : colour(context.fillStyle) });
  };
  const command =
    (name: string) =>
    (...numbers: number[]): void => {
      commands.push(`${name}${numbers.join(",")}`);
    };
  const context: CanvasContext = {
    fillStyle: "",
    strokeStyle: "",
    globalAlpha: 1,
    lineWidth: 1,
    lineCap: "",
    lineJoin: "",
    miterLimit: 10,
    font: "",
    textAlign: "",
    textBaseline: "",
    setTransform: (...numbers) => (transform = numbers),
    clearRect: () => undefined,
    fillRect: (...box) => add({ by: "fill", shape: box.join(" ") }),
    strokeRect: (...box) => add({ by: "stroke", shape: box.join(" ") }),
    beginPath: () => (commands = []),
    moveTo: command("M"),
    lineTo: command("L"),
    rect: command("R"),
    bezierCurveTo: command("C"),
    closePath: command("Z"),
    arc: command("A"),
    fill: (path?: object) => add({ by: "fill", shape: shapeOf(path) }),
    stroke: (path?: object) => add({ by: "stroke", shape: shapeOf(path) }),
    clip: () => undefined,
    save: () => saved++,
    restore: () => saved--,
    setLineDash: (lengths) => (dash = lengths),
    fillText: (text, x, y) => add({ by: "text", shape: `${text} ${x} ${y} ${context.textAlign}` }),
    measureText: (text) => ({ width: ADVANCE * text.length }),
    drawImage: (_, ...numbers) => add({ by: "image", shape: numbers.join(" ") }),
  };
  return { context, traces, saved: () => saved, dashes: () => dash };
}
