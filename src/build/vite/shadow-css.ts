import postcss, { type AtRule, type ChildNode, type Root, type Rule } from "postcss";

/** The element that stands for the page within a shadow root: it carries the colours, the reading and the theme. */
const GROUND = ".ground";

/** What only a page of its own has: rules about it are left out. */
const PAGE =
  /\.(?:slipped|slipped-bar|amid|joined|choice|resumption|share|skip|beginning|contents|files|pictures|earlier|later|pager|past|card|picture)(?![\w-])|\[data-mode="?cards"?\]|svg:not\(\[data-shown\]\)/;

/** A slip lies over the window, whatever the width of the column that the story stands in. */
const OVER = /\.slip(?![\w-])/;

/** A phone on its side: the layout beside the text needs so much of a column, px. */
const BESIDE = 500;

function selectorsOf(rule: Rule, wanted: (selector: string) => boolean): Rule | null {
  const selectors = rule.selectors.filter(wanted);
  return selectors.length === 0 ? null : rule.clone({ selectors });
}

/** A page's own selectors as those of the ground. */
function grounded(selector: string): string {
  return selector.replace(/(?:^|(?<=[\s,(>+~]))(?:html|body|:root)(?![\w-])/g, GROUND);
}

/** The same for a reader who reads by night, which within a page may be another than the system's. */
function atNight(selector: string): string {
  const night = `${GROUND}[data-theme="night"]`;
  return selector.startsWith(GROUND) ? night + selector.slice(GROUND.length) : `${night} ${selector}`;
}

function inKeyframes(rule: Rule): boolean {
  return rule.parent?.type === "atrule" && "name" in rule.parent && rule.parent.name.endsWith("keyframes");
}

function wrap(name: string, params: string, nodes: readonly ChildNode[]): readonly ChildNode[] {
  if (params === "" || nodes.length === 0) return nodes;
  return [postcss.atRule({ name, params, nodes: [...nodes] })];
}

/** One query of a list: what it asks of the column's width, and what it asks of the window. */
function parted(query: string): { readonly column: string; readonly window: string } {
  const parts = query.trim().split(/\s+and\s+/);
  const widths = parts.filter((part) => /^\((?:(?:min|max)-)?width/.test(part));
  const rest = parts.filter((part) => !widths.includes(part));
  if (widths.length === 0 && rest.some((part) => /orientation:\s*landscape/.test(part)))
    widths.push(`(min-width:${BESIDE}px)`);
  return { column: widths.join(" and "), window: rest.join(" and ") };
}

/** A query of the window's width becomes one of the column's, but for what lies over the window. */
function columned(media: AtRule): readonly ChildNode[] {
  const rules = (wanted: (selector: string) => boolean): ChildNode[] =>
    (media.nodes ?? []).flatMap((node) => (node.type === "rule" ? (selectorsOf(node, wanted) ?? []) : node.clone()));
  const over = rules((selector) => OVER.test(selector));
  const column = media.params
    .split(",")
    .map(parted)
    .flatMap((query) =>
      wrap(
        "media",
        query.window,
        wrap(
          "container",
          query.column,
          rules((selector) => !OVER.test(selector)),
        ),
      ),
    );
  return [...column, ...wrap("media", media.params, over)];
}

function emptied(sheet: Root): void {
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
}

/**
 * The page's style sheet for a shadow root in another's page: rules about the page are about the ground, the window's width is the column's,
 * `vw` is a hundredth of the column, the system's choice of day or night is the ground's `data-theme`, and what only a page of its own has is
 * left out. Throws postcss's CssSyntaxError for text that is no style sheet.
 */
export function toShadowCss(css: string): string {
  const sheet = postcss.parse(css);
  sheet.walkAtRules(/^(?:page|font-face|charset|import)$/, (rule) => void rule.remove());
  sheet.walkRules((rule) => {
    if (inKeyframes(rule)) return;
    const selectors = rule.selectors.filter((selector) => !PAGE.test(selector)).map(grounded);
    if (selectors.length === 0) {
      rule.remove();
      return;
    }
    rule.selectors = selectors;
    if (selectors.every((selector) => OVER.test(selector))) return;
    rule.walkDecls((decl) => {
      decl.value = decl.value.replace(/(?<=[\d.])vw\b/g, "cqi").replace(/env\(safe-area-inset-[a-z]+\)/g, "0px");
    });
  });
  sheet.walkAtRules("media", (media) => {
    if (/prefers-color-scheme:\s*dark/.test(media.params)) {
      media.walkRules((rule) => {
        rule.selectors = rule.selectors.map(atNight);
      });
      media.replaceWith(...(media.nodes ?? []));
    } else if (/width|landscape/.test(media.params)) media.replaceWith(...columned(media));
  });
  emptied(sheet);
  return sheet.toString();
}
