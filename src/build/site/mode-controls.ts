import { element, voidElement } from "../../core/lib/html.ts";
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

export function modeMenu(): string {
  const rows = CHOICES.map(([reading, name, what]) =>
    element(
      "label",
      {},
      voidElement("input", { type: "radio", name: "reading", value: reading }),
      element("b", {}, name),
      " ",
      element("span", {}, what),
    ),
  );
  return element(
    "details",
    { class: "mode-menu" },
    element("summary", {}, element("span", {}, "读法")),
    element("fieldset", {}, element("legend", { class: "visually-hidden" }, "用哪种读法"), ...rows),
  );
}

export function cardPager(): string {
  return element(
    "nav",
    { class: "pager", "aria-label": "翻页" },
    element("button", { type: "button", "data-page-turn": "-1" }, "上一页"),
    element(
      "p",
      {},
      element("b", { "aria-hidden": "true" }),
      element("span", { class: "visually-hidden", role: "status" }),
    ),
    element("button", { type: "button", "data-page-turn": "1" }, "下一页"),
  );
}

export function resumePrompt(): string {
  return element(
    "div",
    { class: "resume-prompt", hidden: true },
    element("p", {}, "上次读到 ", element("b", {})),
    element("button", { type: "button" }, "继续阅读"),
    element("button", { type: "button" }, "从头读"),
  );
}
