const NAME = "spoken";

/** Ink on a tint of the ember: links within keep their line. */
const RULE = `::highlight(${NAME}) {
  background-color: color-mix(in srgb, var(--ember) 30%, var(--background));
  color: var(--ink);
}`;

/**
 * Marks ranges with the rule. The page's own sheet has it not: there it more than doubles the elements whose style a
 * change of inks computes, heard or not.
 */
function createHighlight(page: Document): (printed: readonly Range[]) => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULE);
  return (printed) => {
    const sheets = page.adoptedStyleSheets;
    if (printed.length === 0) {
      CSS.highlights.delete(NAME);
      page.adoptedStyleSheets = sheets.filter((one) => one !== sheet);
      return;
    }
    CSS.highlights.set(NAME, new Highlight(...printed));
    if (!sheets.includes(sheet)) page.adoptedStyleSheets = [...sheets, sheet];
  };
}

/**
 * Marks stretches of text without a change of layout: by a highlight, or else by an attribute of their blocks.
 * The returned function marks others, or none.
 */
export function createMark(page: Document): (printed: readonly Range[]) => void {
  let marked: readonly Element[] = [];

  if ("Highlight" in globalThis && "highlights" in CSS) return createHighlight(page);
  return (printed) => {
    for (const block of marked) block.removeAttribute("data-heard");
    marked = printed.flatMap(({ startContainer }) => {
      const block = startContainer.parentElement?.closest("p, li, h1, h3");
      return block ? [block] : [];
    });
    for (const block of marked) block.setAttribute("data-heard", "");
  };
}
