import type { Element } from "hast";
import { h } from "hastscript";
import { viewModeKey } from "../../core/model/names.ts";
import { PAGER_WORDS, RESUME_WORDS, VIEW_MODE_WORDS } from "../../core/model/strings.ts";

export const MODE_LABELS = `${VIEW_MODE_WORDS.summary}${VIEW_MODE_WORDS.modes.map(([, name]) => name).join("")}/`;

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
  const rows = VIEW_MODE_WORDS.modes.map(([reading, name, what]) =>
    h("label", h("input", { type: "radio", name: "reading", value: reading }), h("b", name), " ", h("span", what)),
  );
  return h(
    "details.mode-menu",
    h("summary", h("span", VIEW_MODE_WORDS.summary)),
    h("fieldset", h("legend.visually-hidden", VIEW_MODE_WORDS.legend), ...rows),
  );
}

export function cardPager(): Element {
  return h(
    "nav.pager",
    { "aria-label": PAGER_WORDS.label },
    h("button", { type: "button", "data-page-turn": "-1" }, PAGER_WORDS.back),
    h("p", h("b", { "aria-hidden": "true" }), h("span.visually-hidden", { role: "status" })),
    h("button", { type: "button", "data-page-turn": "1" }, PAGER_WORDS.next),
  );
}

export function resumePrompt(): Element {
  return h(
    "div.resume-prompt",
    { hidden: true },
    h("p", RESUME_WORDS.place, h("b")),
    h("button", { type: "button" }, RESUME_WORDS.resume),
    h("button", { type: "button" }, RESUME_WORDS.restart),
  );
}
