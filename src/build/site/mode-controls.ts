import type { Element } from "hast";
import { h } from "hastscript";
import { positionKey, viewModeKey } from "../../core/model/names.ts";
import { PAGER_WORDS, RESUME_WORDS, VIEW_MODE_WORDS } from "../../core/model/strings.ts";

export const MODE_LABELS = `${VIEW_MODE_WORDS.summary}${VIEW_MODE_WORDS.modes.map(([, name]) => name).join("")}/`;

/** In-app browsers of WeChat, QQ and Weibo; other browsers of the maker of QQ have `QQBrowser`. */
const CHATS = String.raw`/MicroMessenger|\bQQ\/|Weibo/i`;

/**
 * Runs before the first paint. Applies the reader's own choice, or else the view mode that this tab was opened in:
 * cards for a shared link and for a step's address on a first visit from a chat. Takes it back when the page's own
 * script fails to load, or has not started (`data-started`) within 4 s of a page that can be seen.
 */
export function bootScript(name: string): string {
  const [mode, position] = [viewModeKey(name), positionKey(name)];
  return (
    `var d=document.documentElement,k="${mode}",g=function(s,n){try{return self[s].getItem(n)}catch(e){}},r;` +
    'if("noModule"in HTMLScriptElement.prototype){r=g("localStorage",k)||g("sessionStorage",k);' +
    "if(!r&&(/[?&]mode=cards\\b/.test(location.search)||" +
    `d.dataset.entryPath&&${CHATS}.test(navigator.userAgent)&&!g("localStorage","${position}")))` +
    'try{r="cards";sessionStorage.setItem(k,r)}catch(e){}' +
    'd.dataset.mode=r=r=="cards"||r=="article"?r:"scroll";if(r!="article")d.classList.add("enhanced");' +
    // A page that opens in the middle is still too short for the browser to restore its scroll position.
    'if(d.dataset.entryPath)try{history.scrollRestoration="manual"}catch(e){}' +
    'var o=function(){if(!("started"in d.dataset)){d.classList.remove("enhanced");delete d.dataset.mode;d.dataset.late=r}},' +
    'w=function(){setTimeout(function(){document.hidden?addEventListener("visibilitychange",w,{once:true}):o()},4e3)};' +
    // A script of an extension, or of WeChat, is not the page's own.
    'addEventListener("error",function(e){if(e.target.type==="module")o()},true);' +
    // A page that still loads has no script yet, but a reader may pass the cover.
    'addEventListener("scroll",w,{once:true});document.addEventListener("readystatechange",w,{once:true})}'
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

/** Builds the choice of the cover, where the menu at the head of the nav is not yet looked for. */
export function coverChoice(): Element {
  const offered = VIEW_MODE_WORDS.modes.filter(([mode]) => mode !== "article");
  const buttons = offered.map(([mode, name, what]) =>
    h("button", { type: "button", "data-read": mode }, h("b", name), " ", h("span", what)),
  );
  return h("div.choice", { role: "group", "aria-label": VIEW_MODE_WORDS.legend }, ...buttons);
}

export function cardPager(): Element {
  return h(
    "nav.pager",
    { "aria-label": PAGER_WORDS.label },
    h("button", { type: "button", "data-page-turn": "-1" }, PAGER_WORDS.back),
    // No paragraph: a reader's own spacing of paragraphs would raise the pager over the text.
    h("div", h("b", { "aria-hidden": "true" }), h("span.visually-hidden", { role: "status" })),
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
