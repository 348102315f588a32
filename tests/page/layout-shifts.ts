import type { Page } from "@playwright/test";

/** Writes down every layout shift of the page's next load, with the nodes that moved. */
export async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(document, { shifts: seen });
    const boxText = (part: unknown): string =>
      part instanceof DOMRectReadOnly ? [part.x, part.y, part.width, part.height].join(" ") : "";
    const sourceText = (source: object): string => {
      const node: unknown = Reflect.get(source, "node");
      const name = node instanceof Element ? `${node.localName} ${node.getAttribute("class") ?? ""}` : "a text";
      return `${name}: ${boxText(Reflect.get(source, "previousRect"))} → ${boxText(Reflect.get(source, "currentRect"))}`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: unknown = Reflect.get(entry, "sources");
        seen.push(
          `${String(Reflect.get(entry, "value"))} ${Array.isArray(sources) ? sources.map(sourceText).join(", ") : ""}`,
        );
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The shifts so far, one a line. */
export function shifts(page: Page): Promise<unknown> {
  return page.evaluate((): unknown => Reflect.get(document, "shifts"));
}
