export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

export type NodeTree = string | ElementTuple;
export type ElementTuple = readonly [
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: NodeTree[],
];
