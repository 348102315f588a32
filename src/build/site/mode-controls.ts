import type { Element } from "hast";
import { h } from "hastscript";
import { viewModeKey } from "../../core/model/names.ts";
import type { ViewMode } from "../../core/model/view-mode.ts";

const CHOICES = [
  ["scroll", "滚动", "图跟着手走"],
  ["cards", "翻页", "一步一屏"],
  ["article", "全文", "文字和静图"],
] as const satisfies readonly (readonly [ViewMode, string, string])[];

/** Characters of the controls set in the Song face, for the font subset. */
export const MODE_LABELS = `读法${CHOICES.map(([, name]) => name).join("")}/`;

/**
 * Runs before the first paint. Applies the view mode stored on this device, and removes it again if a script fails to
 * load.
 */
export function bootScript(name: string): string {
  return (
    // A page that opens in the middle is still too short for the browser to restore its scroll position.
    `var d=document.documentElement,r;if("noModule"in HTMLScriptElement.prototype){try{r=localStorage.getItem("${viewModeKey(name)}")}catch(e){}` +
    'd.dataset.mode=r=r=="cards"||r=="article"?r:"scroll";if(r!="article")d.classList.add("enhanced");' +
    'if(d.dataset.entryPath)try{history.scrollRestoration="manual"}catch(e){}' +
    'addEventListener("error",function(e){if(e.target.localName==="script"){d.classList.remove("enhanced");delete d.dataset.mode}},true)}'
  );
}

export function modeMenu(): Element {
  const rows = CHOICES.map(([reading, name, what]) =>
    h("label", h("input", { type: "radio", name: "reading", value: reading }), h("b", name), " ", h("span", what)),
  );
  return h(
    "details.mode-menu",
    h("summary", h("span", "读法")),
    h("fieldset", h("legend.visually-hidden", "用哪种读法"), ...rows),
  );
}

export function cardPager(): Element {
  return h(
    "nav.pager",
    { "aria-label": "翻页" },
    h("button", { type: "button", "data-page-turn": "-1" }, "上一页"),
    h("p", h("b", { "aria-hidden": "true" }), h("span.visually-hidden", { role: "status" })),
    h("button", { type: "button", "data-page-turn": "1" }, "下一页"),
  );
}

export function resumePrompt(): Element {
  return h(
    "div.resume-prompt",
    { hidden: true },
    h("p", "上次读到 ", h("b")),
    h("button", { type: "button" }, "继续阅读"),
    h("button", { type: "button" }, "从头读"),
  );
}
