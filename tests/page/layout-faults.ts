import type { Page } from "@playwright/test";
import { PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";

/** Less than this, px, is the edge of a glyph's cell, not of its ink. */
const CELL = 1.5;

/**
 * Faults of the page as the browser has laid it out now, in words: text that runs out of the window or is cut by an element around it, a
 * page or an element that scrolls sideways, controls that lie on each other, on the text or on a picture's labels, labels that are cut or
 * lie on each other, text on a picture's labels or grains, a picture without its title. `within` limits the search to one part of the page,
 * such as an open dialog.
 */
export async function layoutFaults(page: Page, within = "body"): Promise<readonly string[]> {
  const grainBoxes = await new StoryPage(page).grainBoxes();
  return page.evaluate(
    ({ cell, part, grains, parts }) => {
      interface Line {
        readonly name: string;
        readonly node: Element;
        readonly box: DOMRect;
      }
      const root = document.querySelector(part);
      if (root === null) return [`no ${part}`];
      const found: string[] = [];
      const { innerWidth: width, innerHeight: height } = window;
      const sideways = document.documentElement.scrollWidth;
      if (sideways > width) found.push(`the page is ${sideways} px wide in a window of ${width}`);

      const meet = (a: DOMRect, b: DOMRect): boolean =>
        a.left + cell < b.right - cell &&
        b.left + cell < a.right - cell &&
        a.top + cell < b.bottom - cell &&
        b.top + cell < a.bottom - cell;
      /** A line's cell is taller than its ink. */
      const ink = ({ left, top, width: w, height: h }: DOMRect): DOMRect =>
        new DOMRect(left, top + h * 0.15, w, h * 0.7);

      /** The box of a label's ink in the frame of another, around its corners. */
      const boxIn = (frame: SVGTextElement, node: SVGTextElement): DOMRect => {
        const back = frame
          .getScreenCTM()
          ?.inverse()
          .multiply(node.getScreenCTM() ?? new DOMMatrix());
        const { left, right, top, bottom } = ink(DOMRect.fromRect(node.getBBox()));
        const corners = [
          new DOMPoint(left, top),
          new DOMPoint(right, top),
          new DOMPoint(right, bottom),
          new DOMPoint(left, bottom),
        ].map((corner) => corner.matrixTransform(back));
        const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
        const [x, y] = [Math.min(...xs), Math.min(...ys)];
        return new DOMRect(x, y, Math.max(...xs) - x, Math.max(...ys) - y);
      };

      function lines(node: Node): readonly Line[] {
        const parent = node.parentElement;
        const text = (node.textContent ?? "").trim();
        if (parent === null || text === "" || parent.closest("svg, script, style") !== null) return [];
        if (!parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return [];
        for (let up: Element | null = parent; up !== null; up = up.parentElement)
          if (getComputedStyle(up).clipPath.startsWith("inset(50%")) return [];
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
        return boxes.map((box) => ({ name: text.slice(0, 12), node: parent, box: ink(box) }));
      }

      const texts: Line[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(...lines(node));

      for (const { name, node, box } of texts) {
        if (box.left < -0.5 || box.right > width + 0.5) found.push(`「${name}」 runs out of the window`);
        for (let up: Element | null = node; up !== null && up !== document.body; up = up.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(up);
          const holder = up.getBoundingClientRect();
          const held = `${up.tagName.toLowerCase()}.${up.className}`;
          if (/hidden|clip/.test(overflowX) && (box.left < holder.left - 1 || box.right > holder.right + 1))
            found.push(`「${name}」 is cut at a side by ${held}`);
          if (/hidden|clip/.test(overflowY) && (box.top < holder.top - 1 || box.bottom > holder.bottom + 1))
            found.push(`「${name}」 is cut by ${held}`);
          if (/auto|scroll/.test(overflowX) && up.scrollWidth > up.clientWidth + 1)
            found.push(`${held} scrolls sideways`);
          // Nothing around a scroll container cuts its content.
          if (/auto|scroll/.test(overflowY)) break;
        }
      }

      const onScreen = ({ box: { width: w, bottom, top } }: Line): boolean => w > 2 && bottom > 0 && top < height;
      const laid = (selector: string): readonly Line[] =>
        [...root.querySelectorAll(selector)]
          .filter((node) => node.checkVisibility({ visibilityProperty: true }))
          .map((node) => ({ name: selector, node, box: node.getBoundingClientRect() }))
          .filter(onScreen);
      const written = (selector: string): readonly Line[] =>
        texts.filter((line) => line.node.closest(selector) !== null && onScreen(line));

      // The pager is opaque: content passes below it.
      const pager = written(parts.pager);
      const foot = laid(parts.pager)[0]?.box.top ?? height;
      const fixed = [...laid(`${parts.modeButton} span`), ...written(parts.progressStop)];
      const passing = [
        ...written(`${parts.hint}, ${parts.resumePrompt}, ${parts.dataTable} summary`),
        ...laid("input[type=range]"),
      ].filter(({ box }) => box.top < foot);
      const controls = [...fixed, ...pager, ...passing];
      controls.forEach((one, index) => {
        for (const other of controls.slice(0, index))
          if (one.node !== other.node && meet(one.box, other.box)) found.push(`${one.name} lies on ${other.name}`);
      });

      const picture = document.querySelector(`.enhanced ${parts.picture}`);
      const stage = picture?.getBoundingClientRect();
      const beside = stage !== undefined && stage.left > width * 0.2;
      const over = (document.querySelector(parts.appendix)?.getBoundingClientRect().top ?? 0) < height;
      const stepHeadings = `${parts.step} > h2, ${parts.step} > h3`;
      const coverFoot = `${parts.deck}, ${parts.grammar}, ${parts.byline}`;
      const flowing = `${parts.text}, ${parts.coverText}, ${coverFoot}, ${parts.appendix}, ${stepHeadings}`;
      const running = texts.filter(({ node }) => node.closest(flowing));
      for (const line of running) {
        // Below a picture at the head of the window the text comes into sight under its edge.
        const head = line.node.closest(parts.text) === null || beside ? 0 : (stage?.bottom ?? 0);
        if (line.box.bottom > head && line.box.top < foot)
          for (const { name, node, box } of passing)
            if (!node.contains(line.node) && meet(line.box, box)) found.push(`「${line.name}」 lies on ${name}`);
        for (const { name, node, box } of fixed) {
          const inAppendix = line.node.closest(parts.appendix) !== null;
          if (box.bottom <= head || (inAppendix && node.closest(parts.progressNav) !== null)) continue;
          // Scrolled text comes to the height of a fixed control sooner or later.
          const level = new DOMRect(line.box.left, box.top, line.box.width, box.height);
          if (meet(level, box)) found.push(`「${line.name}」 passes under ${name}`);
        }
      }

      if (stage !== undefined && picture !== null && part === "body" && !over) {
        const cover = picture.getAttribute("data-step") === "cover";
        const labels = [...picture.querySelectorAll("text")]
          .filter((node) => Number(node.getAttribute("opacity") ?? 1) > 0.3)
          .map((node) => ({ node, name: node.textContent, box: ink(node.getBoundingClientRect()) }));
        // The upright boxes of two turned labels may meet where they themselves do not.
        const meetTurned = (one: SVGTextElement, other: SVGTextElement): boolean =>
          [one, other].every((frame) => {
            const [own, others] = [one, other].map((node) => boxIn(frame, node));
            return own !== undefined && others !== undefined && meet(own, others);
          });
        const title = labels.find(({ node }) => node.getAttribute("data-role") === "title")?.box;
        if (stage.height < height * 0.5 || stage.top < -1 || stage.bottom > height + 1)
          found.push("the picture is cut");
        const own = written(parts.title).length > 0;
        if (!cover && !own && (title === undefined || title.top < 0 || title.right > width))
          found.push("the title is not there");
        if (own && title !== undefined) found.push("the title is there twice");
        labels.forEach(({ name, node: label, box }, index) => {
          for (const other of labels.slice(0, index))
            if (meet(box, other.box) && meetTurned(label, other.node))
              found.push(`the label 「${name}」 lies on the label 「${other.name}」`);
          if (box.left < -cell || box.right > width + cell || box.top < -cell || box.bottom > stage.bottom + cell)
            found.push(`the label 「${name}」 is cut`);
          for (const { name: control, box: taken } of fixed)
            if (meet(box, taken)) found.push(`the label 「${name}」 lies under ${control}`);
        });
        const marks = [
          ...labels.map(({ name, box }) => ({ name: `the label 「${name}」`, box })),
          ...grains.map(({ left, top, right, bottom }) => ({
            name: "a grain",
            box: new DOMRect(left, top, right - left, bottom - top),
          })),
        ];
        // Under the edge of a picture above it the text fades out.
        for (const line of running.filter(({ box }) => cover || beside || box.top > stage.bottom - 8))
          for (const { name, box } of marks) if (meet(line.box, box)) found.push(`「${line.name}」 lies on ${name}`);
      }
      return [...new Set(found)];
    },
    { cell: CELL, part: within, grains: grainBoxes, parts: PARTS },
  );
}
