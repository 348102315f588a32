import { parseArgs } from "node:util";

export const PARTS = ["load", "scroll", "taps", "heap", "embed", "size"] as const;
export type Part = (typeof PARTS)[number];

/** Speeds of a scroll, px/s. */
export const SPEEDS = { slow: 1200, fast: 8000 } as const;
export type Speed = keyof typeof SPEEDS;
const SPEED_NAMES = ["slow", "fast"] as const satisfies readonly Speed[];

export interface Options {
  readonly site: string;
  /** Folder of another build; undefined without one. */
  readonly against: string | undefined;
  readonly only: readonly Part[];
  readonly rounds: number;
  readonly slowness: readonly number[];
  readonly speeds: readonly Speed[];
  /** Length of a scroll, px; Infinity is the whole page. */
  readonly distance: number;
  /** Paths of deep links. */
  readonly places: readonly string[];
  /** Numbers of steps that the fixture story is built with. */
  readonly steps: readonly number[];
  readonly trace: boolean;
  readonly help: boolean;
}

export const USAGE = `npm run bench -- [--only ${PARTS.join()}] [--against DIR] [--trace] …

Opens the built story and a plain page of the same text in turn, as a slow phone would, and prints Markdown.
Times move with the machine and its other work: read the ratios of one run.
  --only      what to measure: ${PARTS.join(", ")}; everything without it
  --site      folder of the built story (dist)
  --against   folder of another build of it, measured in turn with both as a third column
  --rounds    how often each page is measured; the medians are printed (3)
  --slowness  slowdowns of the processor for scrolls (4,6)
  --speeds    speeds of scrolls: slow (${SPEEDS.slow} px/s), fast (${SPEEDS.fast} px/s) (slow,fast)
  --distance  length of a scroll, px (the whole page)
  --trace     also prints where the time of each scroll goes
  --places    paths of deep links (environment/firms/,coordinate/closing/)
  --steps     numbers of steps of the fixture story, for size (10,20,40,80,160,320)`;

const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean", default: false } as const;

/** Reads a command's arguments. Throws RangeError for a value that no part can use, TypeError for an unknown option. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      site: { ...TEXT, default: "dist" },
      against: TEXT,
      only: { ...TEXT, default: PARTS.join() },
      rounds: { ...TEXT, default: "3" },
      slowness: { ...TEXT, default: "4,6" },
      speeds: { ...TEXT, default: SPEED_NAMES.join() },
      distance: { ...TEXT, default: "Infinity" },
      places: { ...TEXT, default: "environment/firms/,coordinate/closing/" },
      steps: { ...TEXT, default: "10,20,40,80,160,320" },
      trace: FLAG,
      help: FLAG,
    },
  });
  const [rounds = NaN] = numbers("rounds", values.rounds);
  const [distance = NaN] = numbers("distance", values.distance);
  return {
    site: values.site,
    against: values.against,
    only: names("only", values.only, PARTS),
    rounds,
    slowness: numbers("slowness", values.slowness),
    speeds: names("speeds", values.speeds, SPEED_NAMES),
    distance,
    places: parted(values.places),
    steps: numbers("steps", values.steps),
    trace: values.trace,
    help: values.help,
  };
}

function parted(list: string): readonly string[] {
  return list.split(",").filter((one) => one !== "");
}

function numbers(option: string, list: string): readonly number[] {
  const found = parted(list).map(Number);
  if (found.length === 0 || !found.every((one) => one > 0))
    throw new RangeError(`--${option} ${list}: numbers above 0 are expected`);
  return found;
}

function names<T extends string>(option: string, list: string, known: readonly T[]): readonly T[] {
  return parted(list).map((one) => {
    const name = known.find((each) => each === one);
    if (name === undefined) throw new RangeError(`--${option} ${one}: ${known.join(", ")} are known`);
    return name;
  });
}
