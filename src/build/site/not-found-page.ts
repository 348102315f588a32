import type { Element, Root } from "hast";
import { h } from "hastscript";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { CHAPTERS_LABEL, NOT_FOUND_WORDS, offerStart } from "../../core/model/strings.ts";
import { themeRule } from "../../core/picture/theme-properties.ts";
import { buildPage, mapElements, namedMetas, parseMarkup } from "./html.ts";

/**
 * Finds the story's home: the nearest parent folder with the story's icon. A host serves this page at any depth, so
 * relative links cannot work.
 */
const SEEK =
  'var p=location.pathname.split("/"),l=document.querySelectorAll("a[data-path]");' +
  'function n(){p.pop();if(p.length){var h=p.join("/")+"/",i=new Image;i.onerror=n;' +
  'i.onload=function(){l.forEach(function(a){a.href=h+a.dataset.path})};i.src=h+"icon.svg"}}n()';

const STYLE =
  "body{background:var(--background);color:var(--ink);font:17px/1.75 sans-serif;margin:0 auto;max-width:26em;padding:12vh 24px}" +
  'h1{font:900 2em/1.3 "Noto Serif SC","Songti SC",STSong,serif;margin:0 0 .5em}' +
  "ul{border-top:2px solid;list-style:none;margin:2em 0 0;padding:.6em 0}" +
  "a{color:inherit;display:inline-block;padding:.5em 0;text-underline-offset:.28em}" +
  "li span{color:var(--ember);margin-right:.6em}p a{color:var(--link);font-weight:600}" +
  "svg{display:block;height:64px;margin:0 0 1.5em;width:64px}";

function decorate(icon: Root): Root {
  return mapElements(icon, (element) =>
    element.tagName === "svg"
      ? { ...element, properties: { ariaHidden: "true", focusable: "false", ...element.properties } }
      : element,
  );
}

export function notFoundPage(story: Illustrated<Story>, home: string, icon: string): Root {
  // Links before the script has found the home, or without it: the public URL's path, or the host's root.
  const root = home === "" ? "/" : home.replace(/^https?:\/\/[^/]+/, "");
  const link = (path: string, words: string): Element => h("a", { href: root + path, "data-path": path }, words);
  const chapters = story.chapters.map(({ id, numeral, title }) => h("li", h("span", numeral), link(`${id}/`, title)));
  const head = [
    h("meta", { charset: "utf-8" }),
    ...namedMetas({ viewport: "width=device-width, initial-scale=1", robots: "noindex" }),
    h("title", `${NOT_FOUND_WORDS.title} · ${story.title}`),
    h("style", themeRule(":root", story.config.paletteAt(0, "day")) + STYLE),
  ];
  const main = h(
    "main",
    decorate(parseMarkup(icon.trim())),
    h("h1", NOT_FOUND_WORDS.title),
    h("p", NOT_FOUND_WORDS.text),
    h("p", link("", offerStart(story.title))),
    h("nav", { "aria-label": CHAPTERS_LABEL }, h("ul", ...chapters)),
  );
  return buildPage(head, [main, h("script", SEEK)]);
}
