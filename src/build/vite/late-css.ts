import postcss, { type ChildNode, type Container, type Root } from "postcss";

/** Parts that no first screen shows: the appendix and its tables, dialogs, and what a script lays over a picture. */
const LATE = new RegExp(
  "source-dialog|dialog-open|listen|data-heard|::highlight|\\bd[dt]\\b|mode-menu (?:fieldset|label|input)|\\.(?:point|number)-|" +
    "\\.(?:appendix|ending|fold|page|on-paper|ledger|glossary|uses|files|elsewhere|stage-layer|marks|marked|data-points|late-still|resume-prompt)(?![\\w-])",
);
/** Parts of the first screen, in whose selectors a late part may be named, too. */
const FIRST = /\.(?:step|card|cover|text|stage|past)(?![\w-])/;

function isPaper(node: ChildNode): boolean {
  return node.type === "atrule" && (node.name === "page" || (node.name === "media" && node.params === "print"));
}

function isLate(node: ChildNode): boolean {
  return (
    isPaper(node) ||
    (node.type === "rule" && node.selectors.every((selector) => LATE.test(selector) && !FIRST.test(selector)))
  );
}

/** Removes the rules that are late, or those that are not. Key frames, imports and fonts stay with the first. */
function keep(container: Container<ChildNode> | Root, late: boolean): void {
  container.each((node) => {
    const grouping = node.type === "atrule" && /^(?:media|supports|container)$/.test(node.name) && !isPaper(node);
    if (grouping) keep(node, late);
    if (grouping ? node.nodes?.length === 0 : isLate(node) !== late) node.remove();
  });
}

export interface SplitCss {
  /** For the page itself, since it blocks the first paint. */
  readonly first: string;
  /** For a file that the end of the page names. */
  readonly late: string;
}

/** Splits the page's style sheet. A late rule comes after every other, so it must not be there to be overridden. */
export function splitCss(css: string): SplitCss {
  const [first, late] = [postcss.parse(css), postcss.parse(css)];
  keep(first, false);
  keep(late, true);
  return { first: first.toString(), late: late.toString() };
}
