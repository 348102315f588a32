import { css, font, outline, tree } from "virtual:inline";
import { elementName, figureAttribute, songFamily, stagePolicy } from "../../../core/model/names.ts";
import { createElement } from "../../lib/dom.ts";
import { type ConnectStage, shareWorker } from "../../player/worker/stage-connection.ts";
import { trustScriptUrls } from "../../ui/trusted-url.ts";
import { createBlobScript } from "../blob-script.ts";
import { createSharedFont } from "./shared-font.ts";
import own from "./story-element.css?inline";
import { mountStoryElement, type SharedAssets } from "./story-element.ts";

const NAME = elementName(STORY_NAME);
const FILE = "embed/v1/inline.js";

function define(share: () => SharedAssets): void {
  class Story extends HTMLElement {
    static readonly observedAttributes = ["chapter", "theme", "top", "home", "worker"];
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

    /** When mounting fails, a slot shows the element's own children, a still and a link; the loader hears the event. */
    private start(): void {
      const controller = new AbortController();
      this.controller = controller;
      const mount = async (): Promise<void> =>
        mountStoryElement(this, this.shadowRoot ?? this.attachShadow({ mode: "open" }), share(), controller.signal);
      mount().catch((error: unknown) => {
        if (controller.signal.aborted) return;
        this.disconnectedCallback();
        this.shadowRoot?.replaceChildren(createElement(this.ownerDocument, "slot", {}));
        this.dispatchEvent(new Event("error"));
        throw error;
      });
    }
  }

  customElements.define(NAME, Story);
}

/** All stories of the page share a worker, which runs this very file: it is at hand, and asks nothing of a server. */
function connectTo(file: string, faces: SharedAssets["faces"]): ConnectStage {
  const policy = stagePolicy(STORY_NAME);
  let trusted: string | null = null;

  function script(): string {
    const blob = createBlobScript(file, policy);
    return trustScriptUrls(window, policy, [blob])(blob);
  }

  return shareWorker(() => new Worker((trusted ??= script())), faces.file).connect;
}

/**
 * A script that the loader imports does not know its own address: the loader's figures have the story's. None may be
 * left when the script comes, so an element looks for one.
 */
function addressByFigure(page: Document): string {
  const name = figureAttribute(STORY_NAME);
  const home = page.querySelector(`figure[${name}]`)?.getAttribute(name) ?? "";
  return home === "" ? "" : new URL(FILE, new URL(home, page.baseURI)).href;
}

function start(page: Document): void {
  const { currentScript } = page;
  const script = currentScript instanceof HTMLScriptElement ? currentScript.src : "";
  let made: CSSStyleSheet | null = null;
  let shared: SharedAssets | null = null;

  function sheet(): CSSStyleSheet {
    if (made === null) (made = new CSSStyleSheet()).replaceSync(css + own);
    return made;
  }

  function share(): SharedAssets {
    if (shared !== null) return shared;
    const src = script || addressByFigure(page);
    const home = src.slice(0, src.indexOf(FILE));
    const assets = { outline, tree, sheet, faces, home, connect: src === "" ? null : connectTo(src, faces) };
    return src === "" ? assets : (shared = assets);
  }

  // A second copy of the script, or a browser without `adoptedStyleSheets`, leaves the element's children visible: a
  // still and a link.
  if (customElements.get(NAME) !== undefined || !("adoptedStyleSheets" in page)) return;
  const faces = createSharedFont(songFamily(STORY_NAME), font, page);
  define(share);
}

// The build writes one classic script: what is imported by a call is evaluated only then.
if ("document" in globalThis) start(document);
else void import("virtual:stage-worker");
