import { formatProgress } from "../../content/film-summary.ts";

/** Share of a film after which a line is written where there is no terminal. */
const STEP = 0.1;

type Out = Pick<NodeJS.WriteStream, "isTTY"> & { readonly write: (line: string) => boolean };

/** Returns the function that says how many frames of a film are done: on one line in a terminal, else in tenths. */
export function sayProgress(id: string, frames: number, out: Out = process.stdout): (done: number) => void {
  const start = performance.now();
  let next = STEP;
  return (done) => {
    const line = formatProgress(id, done, frames, (performance.now() - start) / 1000);
    if (out.isTTY) {
      out.write(`\r\u001B[K${line}${done === frames ? "\n" : ""}`);
    } else if (done / frames >= next) {
      out.write(`${line}\n`);
      next = (Math.floor(done / frames / STEP) + 1) * STEP;
    }
  };
}
