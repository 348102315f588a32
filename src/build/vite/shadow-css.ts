import postcss, { type AtRule, type ChildNode, type Root, type Rule } from "postcss";

/** Replacement for `html`, `body` and `:root` in the shadow root, with colours, view mode and theme. */
const GROUND = ".theme-root";

/** Selectors of parts that only the story's own page has. */
const PAGE =
  /\.(?:dialog-open|dialog-open-scrollbar|deep-link|deep-link-joined|mode-menu|resume-prompt|share|skip|beginning|choice|direct|ending|fold|page|on-paper|uses|files|steps-before|steps-after|pager|past|card|picture)(?![\w-])|\[data-mode="?cards"?\]|svg:not\(\[data-position\]\)/;

/** The source dialog lies over the viewport, whatever the width of the column. */
const OVER = /\.source-dialog(?![\w-])/;

/** Column width, px, from which the landscape layout has room beside the text. */
const BESIDE = 500;

function selectorsOf(rule: Rule, wanted: (selector: string) => boolean): Rule | null {
  const selectors = rule.selectors.filter(wanted);
  return selectors.length === 0 ? null : rule.clone({ selectors });
}

function grounded(selector: string): string {
  return selector.replace(/(?:^|(?<=[\s,(>+~]))(?:html|body|:root)(?![\w-])/g, GROUND);
}

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

function parted(query: string): { readonly column: string; readonly window: string } {
  const parts = query.trim().split(/\s+and\s+/);
  const widths = parts.filter((part) => /^\((?:(?:min|max)-)?width/.test(part));
  const rest = parts.filter((part) => !widths.includes(part));
  if (widths.length === 0 && rest.some((part) => /orientation:\s*landscape/.test(part)))
    widths.push(`(min-width:${BESIDE}px)`);
  return { column: widths.join(" and "), window: rest.join(" and ") };
}

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
 * Rewrites the page's style sheet for a shadow root: drops the rules of page-only parts, and turns `vw` into `cqi`,
 * width queries into container queries and `prefers-color-scheme` into `data-theme`. Throws postcss's CssSyntaxError
 * for invalid CSS.
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
