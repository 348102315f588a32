import type { StoryRenderer } from "../../player/easel.ts";

/** Makes what draws a chapter, or the whole story, in the page itself. */
export type CreateSvgRenderer = (chapter: string | null, signal: AbortSignal) => StoryRenderer;

/** The event by which the script hands its function to the page: it defines no global. */
const EVENT = "renderer";

export function handOver(script: Element | null, create: CreateSvgRenderer): void {
  script?.dispatchEvent(new CustomEvent(EVENT, { detail: create }));
}

function isMaker(detail: unknown): detail is CreateSvgRenderer {
  return typeof detail === "function";
}

/**
 * Runs the script at a trusted address, which hands its function over; rejects when it does not. A document without an
 * origin may run a classic script without CORS.
 */
export function loadSvgScript(page: Document, address: string): Promise<CreateSvgRenderer> {
  return new Promise((done, fail) => {
    const script = page.createElement("script");
    script.addEventListener(EVENT, (event) => {
      if (event instanceof CustomEvent && isMaker(event.detail)) done(event.detail);
    });
    // A script has run when its `load` comes: one that was empty or broken has handed nothing over.
    for (const end of ["load", "error"]) script.addEventListener(end, () => fail(new Error(`not loaded: ${address}`)));
    script.src = address;
    page.head.append(script);
  });
}
