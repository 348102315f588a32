import svgPath from "svgpath";

/**
 * Returns path data of the same shape with relative coordinates, whose digits repeat more often, so that a page weighs
 * less. The result has no more decimals than `d`.
 */
export function shortenPath(d: string): string {
  const decimals = Math.max(0, ...[...d.matchAll(/\.(\d+)/g)].map(([, digits]) => digits?.length ?? 0));
  return svgPath(d).rel().round(decimals).toString();
}

/** Shortens the path data of an SVG's markup. */
export function shortenPaths(markup: string): string {
  return markup.replace(/(?<= d=")[^"]*/g, shortenPath);
}
