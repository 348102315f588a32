import { ELEMENT_HOSTS, stepsOf, tagged } from "./host-sites.ts";
import { ELEMENT_SHOWN, elementsDrawn, readElements, showStep } from "./host-page.ts";
import { PARTS } from "./parts.ts";
import { callIn, expect, test, VIEW } from "./webkit-sites.ts";

test.use({ view: VIEW });

for (const host of ELEMENT_HOSTS)
  test(`${host.name}: ${ELEMENT_SHOWN[host.shown]}`, tagged(host, "webkit"), async ({ webkit, sites }) => {
    await webkit.get(sites.address + host.name);
    await webkit.executeScript("document.querySelector('article > figure').scrollIntoView()");
    if (host.shown === "article") {
      await expect
        .poll(() => callIn(webkit, drawnSteps, PARTS))
        .toEqual({ mode: "article", drawn: (await stepsOf(sites)).length - 1 });
      return;
    }
    await expect.poll(() => callIn(webkit, elementsDrawn, PARTS)).toBe(true);
    await readElements(host, await stepsOf(sites), (wanted) => callIn(webkit, showStep, wanted), expect);
  });

/** Runs in the page: the mode of its element, and the number of steps that have their picture. */
function drawnSteps(parts: typeof PARTS): { readonly mode: string | undefined; readonly drawn: number } {
  const root = document.querySelector(parts.element)?.shadowRoot;
  return {
    mode: root?.querySelector<HTMLElement>(parts.elementRoot)?.dataset["mode"],
    drawn: root?.querySelectorAll(`${parts.step} figure:has(svg path)`).length ?? 0,
  };
}
