import { type BuilderData, parseBuilderData } from "../../../core/embed/builder-data.ts";
import type { ElementTree } from "../../../core/embed/element-tree.ts";
import {
  type EmbedFormat,
  formatsOf,
  isImageFormat,
  snippetHtml,
  snippetTree,
  THEME_CHOICES,
  type ThemeChoice,
} from "../../../core/embed/snippet.ts";
import { COPIED, SNIPPET_NOT_COPIED } from "../../../core/model/strings.ts";
import { createElement } from "../../lib/dom.ts";
import { trustedScriptUrl } from "../../ui/trusted-url.ts";

function elementOf({ name, attributes, children }: ElementTree): HTMLElement {
  const nodes = children.map((child) => (typeof child === "string" ? child : elementOf(child)));
  return createElement(document, name, attributes, ...nodes);
}

function part<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`missing element: ${selector}`);
  return found;
}

function chosen(name: string): string {
  return document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? "";
}

function theme(): ThemeChoice {
  return THEME_CHOICES.find((one) => one === chosen("theme")) ?? "auto";
}

function handOut({ home, unknown, extents, ways, figure }: BuilderData): void {
  const here = new URL("../../", location.href).href;
  // The preview's loader sets this script URL, which Trusted Types must allow.
  trustedScriptUrl(window, "default", `${here}embed/v1/inline.js`);
  const publicHome = home === "" ? here : home;
  const choice = part("#choice", HTMLElement);
  const select = part("#part", HTMLSelectElement);
  const top = part("#top", HTMLInputElement);
  const code = part("#code", HTMLTextAreaElement);
  const status = part('[role="status"]', HTMLElement);
  const view = part(".window", HTMLElement);

  function offer(possible: readonly EmbedFormat[], single: boolean): void {
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name="way"]')) {
      const way = possible.find((one) => one === input.value);
      const label = input.closest("label");
      if (label === null) continue;
      label.hidden = way === undefined;
      if (way === undefined) continue;
      const [name, meaning] = (single ? figure[way] : undefined) ?? ways[way];
      label.querySelector("b")?.replaceChildren(name);
      label.querySelector("span")?.replaceChildren(meaning);
    }
    if (possible.some((way) => way === chosen("way"))) return;
    const first = document.querySelector<HTMLInputElement>('input[name="way"][value="frame"]');
    if (first !== null) first.checked = true;
  }

  function filler(count: number): readonly HTMLElement[] {
    return Array.from({ length: count }, () => createElement(document, "i", { "aria-hidden": "true" }));
  }

  function show(): void {
    const extent = extents.find(({ path }) => path === select.value);
    if (extent === undefined) return;
    const possible = formatsOf(extent);
    offer(possible, extent.step !== null);
    const way = possible.find((one) => one === chosen("way")) ?? "frame";
    const asked = { theme: theme(), top: Math.min(400, Math.max(0, Math.round(top.valueAsNumber || 0))) };
    code.value = snippetHtml(extent, { home: publicHome, name: STORY_NAME }, way, asked);
    code.rows = code.value.split("\n").length + (isImageFormat(way) ? 1 : 3);
    status.textContent = "";
    // The preview has no sticky header.
    view.replaceChildren(
      ...filler(1),
      elementOf(snippetTree(extent, { home: here, name: STORY_NAME }, way, { ...asked, top: 0 })),
      ...filler(3),
    );
    view.scrollTop = 0;
  }

  function widen(): void {
    const width = chosen("width");
    view.style.width = width === "" ? "100%" : `${width}px`;
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(code.value);
      status.textContent = COPIED;
    } catch {
      code.focus();
      code.select();
      status.textContent = SNIPPET_NOT_COPIED;
    }
  }

  if (home === "")
    for (const block of document.querySelectorAll("pre code"))
      block.textContent = (block.textContent ?? "").replaceAll(unknown, here);
  choice.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "width") widen();
    else show();
  });
  part("#copy", HTMLButtonElement).addEventListener("click", () => void copy());
  choice.hidden = false;
  widen();
  show();
}

handOut(parseBuilderData(part("#parts", HTMLScriptElement).text));
