/** The tree that a node stands in, page or shadow root: each knows its own focus, and what of it lies at a point of the window. */
export function treeOf(node: Node): DocumentOrShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot || root instanceof Document ? root : document;
}
