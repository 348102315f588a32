import type { ElementContent, Properties, Root } from "hast";
import { h } from "hastscript";
import { mapElements } from "../site/html.ts";
import type { StoryPage } from "../site/render-site.ts";

const RELATIVE = /^(?![#/]|[a-z]+:)/;

const LINKS = ["href", "src", "srcSet"] as const;

export function relativeHome(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

function rebase(properties: Properties, way: string): Properties {
  const links = LINKS.flatMap((name) => {
    const link = properties[name];
    return typeof link === "string" && RELATIVE.test(link) ? [[name, way + link.replace(/^\.\//, "")] as const] : [];
  });
  return links.length === 0 ? properties : { ...properties, ...Object.fromEntries(links) };
}

export function rebaseLinks(page: Root, path: string): Root {
  const way = relativeHome(path);
  if (way === "") return page;
  return mapElements(page, (element) => ({ ...element, properties: rebase(element.properties, way) }));
}

/** Copies the shell with a page in it: its comments `head` and `body` stand for what comes there. */
export function fillShell(shell: Root, { root, head, body }: StoryPage, face: string): Root {
  const filling = new Map<string, readonly ElementContent[]>([
    ["head", [...head, h("style", face)]],
    ["body", body],
  ]);
  return mapElements(shell, (element) => {
    if (element.tagName === "html") return { ...element, properties: { ...element.properties, ...root } };
    const content = filling.get(element.tagName);
    if (content === undefined) return element;
    return {
      ...element,
      children: element.children.flatMap((child) =>
        child.type === "comment" && child.value === element.tagName ? content : [child],
      ),
    };
  });
}

/**
 * Copies the shell with the style sheet's first part inline, so that no other request blocks the first paint, and with
 * a link to the file of its late part at the end.
 */
export function inlineStylesheet(shell: Root, first: string, lateFile: string): Root {
  const styled = mapElements(shell, (element) => {
    const { rel } = element.properties;
    return Array.isArray(rel) && rel.includes("stylesheet") ? h("style", first.trim()) : element;
  });
  const late = h("link", { rel: "stylesheet", href: lateFile });
  return mapElements(styled, (element) =>
    element.tagName === "body" ? { ...element, children: [...element.children, late] } : element,
  );
}
