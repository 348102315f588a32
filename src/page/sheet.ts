/** A style sheet as it stands in a page: without comments and line breaks. */
export function inlined(css: string): string {
  return css.replace(/\/\*.*?\*\//gs, "").replace(/\s*\n\s*/g, "");
}
