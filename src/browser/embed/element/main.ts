import { config } from "virtual:scenes";
import { css, font, story, tree } from "virtual:inline";
import { elementName, songFamily } from "../../../core/model/names.ts";
import { createElement } from "../../lib/dom.ts";
import { createSharedFont } from "./shared-font.ts";
import own from "./story-element.css?inline";
import { mountStoryElement, type SharedAssets } from "./story-element.ts";

const NAME = elementName(STORY_NAME);
const FILE = "embed/v1/inline.js";

function define(shared: SharedAssets): void {
  class Story extends HTMLElement {
    static readonly observedAttributes = ["chapter", "theme", "top", "home"];
    private controller: AbortController | null = null;

    connectedCallback(): void {
      this.start();
    }

    disconnectedCallback(): void {
      this.controller?.abort();
      this.controller = null;
    }

    attributeChangedCallback(): void {
      if (this.controller === null) return;
      this.disconnectedCallback();
      this.start();
    }

    /** When mounting fails, a slot shows the element's own children: a still and a link. */
    private start(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      this.controller = new AbortController();
      try {
        mountStoryElement(this, root, shared, this.controller.signal);
      } catch (error) {
        this.disconnectedCallback();
        root.replaceChildren(createElement(this.ownerDocument, "slot", {}));
        throw error;
      }
    }
  }

  customElements.define(NAME, Story);
}

const script = document.currentScript;
const { src } = script instanceof HTMLScriptElement ? script : { src: "" };
let made: CSSStyleSheet | null = null;

function sheet(): CSSStyleSheet {
  if (made === null) (made = new CSSStyleSheet()).replaceSync(css + own);
  return made;
}

// A second copy of the script, or a browser without `adoptedStyleSheets`, leaves the element's children visible: a
// still and a link.
if (customElements.get(NAME) === undefined && "adoptedStyleSheets" in document)
  define({
    story: { ...story, config },
    tree,
    sheet,
    faces: createSharedFont(songFamily(STORY_NAME), font, document),
    home: src.slice(0, src.indexOf(FILE)),
  });
