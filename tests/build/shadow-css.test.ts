import { readFileSync } from "node:fs";
import postcss from "postcss";
import { describe, expect, test } from "vitest";
import { toShadowCss } from "../../src/build/vite/shadow-css.ts";

/** The page's own style sheets as one, each within the medium that it is imported for. */
const PAGE = [...readFileSync("src/browser/style/story.css", "utf8").matchAll(/@import "\.\/([^"]+)"\s*(\w*);/g)]
  .map(([, file = "", medium = ""]) => {
    const css = readFileSync(`src/browser/style/${file}`, "utf8");
    return medium === "" ? css : `@media ${medium} {${css}}`;
  })
  .join("\n");

/** White space does not count. */
function plain(css: string): string {
  return css
    .replace(/\s+/g, " ")
    .replace(/ ?([{}:;,>]) ?/g, "$1")
    .trim();
}

describe("the page's own style for a shadow root", () => {
  const sheet = postcss.parse(toShadowCss(PAGE));

  test("has no rule about a page, nor about what only a page of its own has", () => {
    const selectors: string[] = [];
    sheet.walkRules((rule) => void selectors.push(...rule.selectors));
    expect(selectors.length).toBeGreaterThan(200);
    expect(selectors.filter((one) => /(?:^|[\s,(>+~])(?:html|body|:root)(?![\w-])/.test(one))).toEqual([]);
    expect(selectors.filter((one) => /dialog-open|\.mode-menu|\.resume-prompt|\.share|cards/.test(one))).toEqual([]);
    expect(selectors).toContain(".theme-root");
    expect(selectors).toContain(".enhanced .stage");
  });

  test("asks the window's width only for what lies over the window, and measures by it only there", () => {
    const asked: string[] = [];
    sheet.walkAtRules("media", (media) => {
      if (!/width/.test(media.params)) return;
      media.walkRules((rule) => void asked.push(...rule.selectors));
    });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((selector) => !/\.source-dialog/.test(selector))).toEqual([]);
    const measured: string[] = [];
    sheet.walkDecls((decl) => {
      const { parent } = decl;
      if (/\dvw|safe-area|\drem/.test(decl.value) && parent?.type === "rule" && "selector" in parent)
        measured.push(parent.selector);
    });
    expect(measured.filter((selector) => !/\.source-dialog/.test(selector))).toEqual([]);
    expect(sheet.toString()).not.toMatch(/@(?:page|font-face|import)/);
  });
});

describe.each([
  ["html, :root, body, .body { margin: 0 }", ".theme-root,.theme-root,.theme-root,.body{margin:0}"],
  ["html:not(.enhanced) .step { a: b }", ".theme-root:not(.enhanced) .step{a:b}"],
  ["@media (min-width: 600px) { .a { b: c } }", "@container (min-width:600px){.a{b:c}}"],
  [
    "@media screen and (min-width: 600px) and (max-height: 9px) { .a { b: c } }",
    "@media screen and (max-height:9px){@container (min-width:600px){.a{b:c}}}",
  ],
  [
    "@media (min-width: 9px), (orientation: landscape) and (max-height: 5px) { .a, .source-dialog { b: c } }",
    "@container (min-width:9px){.a{b:c}}" +
      "@media (orientation:landscape) and (max-height:5px){@container (min-width:500px){.a{b:c}}}" +
      "@media (min-width:9px),(orientation:landscape) and (max-height:5px){.source-dialog{b:c}}",
  ],
  ["@media print { body, .a { b: c } }", "@media print{.theme-root,.a{b:c}}"],
  [
    "@media screen and (prefers-color-scheme: dark) { :root { --ink: red } .appendix { b: c } }",
    '.theme-root[data-theme="night"]{--ink:red}.theme-root[data-theme="night"] .appendix{b:c}',
  ],
  [".a { width: min(14vw, env(safe-area-inset-left)) }", ".a{width:min(14cqi,0px)}"],
  [".source-dialog { width: 100vw }", ".source-dialog{width:100vw}"],
  ["@media (min-width: 600px) { .mode-menu { b: c } .dialog-open { d: e } }", ""],
  ["@keyframes k { from { opacity: 0 } }", "@keyframes k{from{opacity:0}}"],
])("%s", (css, expected) => {
  test("becomes a rule for a column", () => expect(plain(toShadowCss(css))).toBe(expected));
});
