import type { Element } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** Reports elements set in the Song face; keep in step with the style sheets. */
function isHeading({ tagName, properties: { className } }: Element): boolean {
  const names = Array.isArray(className) ? className : [];
  if (tagName === "td") return names.length === 1 && names[0] === "value";
  return /^(?:h[1-3]|caption)$/.test(tagName) || (tagName === "p" && names.includes("deck"));
}

function isSubtitle({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes("subtitle");
}

export function headingText(tree: Element): string {
  const found: string[] = [];
  visit(tree, "element", (element) => {
    if (!isHeading(element)) return undefined;
    visit(element, (node) => {
      if (node.type === "element" && isSubtitle(node)) return SKIP;
      if (node.type === "text") found.push(node.value);
      return undefined;
    });
    return SKIP;
  });
  return found.join("");
}
