import type { Box } from "../../../core/model/picture.ts";

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function edges({ x, y, width, height }: Box): Edges {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function part(before: Edges, after: Edges, near: "right" | "bottom", far: "left" | "top", middle: number): void {
  before[near] = Math.min(before[near], middle);
  after[far] = Math.max(after[far], middle);
}

/** Grows boxes about their centres to `least` px both ways, within `bounds`, and at most halfway to a neighbour. */
export function hitAreas(boxes: readonly Box[], bounds: Box, least: number): readonly Box[] {
  const own = boxes.map(edges);
  const limit = edges(bounds);
  const grown = own.map(({ left, top, right, bottom }): Edges => {
    const dx = Math.max(0, least - (right - left)) / 2;
    const dy = Math.max(0, least - (bottom - top)) / 2;
    return {
      left: Math.min(left, Math.max(limit.left, left - dx)),
      top: Math.min(top, Math.max(limit.top, top - dy)),
      right: Math.max(right, Math.min(limit.right, right + dx)),
      bottom: Math.max(bottom, Math.min(limit.bottom, bottom + dy)),
    };
  });
  own.forEach((b, j) => {
    for (let i = 0; i < j; i++) {
      const [a, one, other] = [own[i], grown[i], grown[j]];
      if (a === undefined || one === undefined || other === undefined) continue;
      if (one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top)
        continue;
      const across = Math.max(b.left - a.right, a.left - b.right);
      const down = Math.max(b.top - a.bottom, a.top - b.bottom);
      if (across < 0 && down < 0) continue;
      if (across >= down) {
        if (a.left < b.left) part(one, other, "right", "left", (a.right + b.left) / 2);
        else part(other, one, "right", "left", (b.right + a.left) / 2);
      } else if (a.top < b.top) part(one, other, "bottom", "top", (a.bottom + b.top) / 2);
      else part(other, one, "bottom", "top", (b.bottom + a.top) / 2);
    }
  });
  return grown.map(({ left, top, right, bottom }) => ({ x: left, y: top, width: right - left, height: bottom - top }));
}
