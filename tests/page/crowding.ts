import type { Page } from "@playwright/test";
import { grainBoxes } from "./reading.ts";

/** Less than this, px, is the edge of a glyph's cell, not of its ink. */
const CELL = 1.5;

/**
 * What is wrong with the page as the browser has laid it out now, in words: text that runs out of the window or is cut by what holds
 * it, a page or a box that scrolls sideways, controls that lie on each other, on the text or on a picture's labels, a picture whose
 * title cannot be seen. `within` limits the search to one part of the page, such as an open slip.
 */
export async function crowding(page: Page, within = "body"): Promise<readonly string[]> {
  return page.evaluate(
    ({ cell, part, grains }) => {
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
          // What a box scrolls is cut by nothing around it.
          if (/auto|scroll/.test(overflowY)) break;
        }
      }

      const seen = ({ box: { width: w, bottom, top } }: Line): boolean => w > 2 && bottom > 0 && top < height;
      const laid = (selector: string): readonly Line[] =>
        [...root.querySelectorAll(selector)]
          .filter((node) => node.checkVisibility({ visibilityProperty: true }))
          .map((node) => ({ name: selector, node, box: node.getBoundingClientRect() }))
          .filter(seen);
      const written = (selector: string): readonly Line[] =>
        texts.filter((line) => line.node.closest(selector) !== null && seen(line));

      // The pager is opaque, and what stands in the page passes below it.
      const pager = written(".pager");
      const foot = laid(".pager")[0]?.box.top ?? height;
      const standing = [...laid(".choice summary span"), ...written(".shaft a")];
      const passing = [
        ...written(".hint, .resumption, details.data summary, .pictures summary"),
        ...laid("input[type=range]"),
      ].filter(({ box }) => box.top < foot);
      const controls = [...standing, ...pager, ...passing];
      controls.forEach((one, index) => {
        for (const other of controls.slice(0, index))
          if (one.node !== other.node && meet(one.box, other.box)) found.push(`${one.name} lies on ${other.name}`);
      });

      const picture = document.querySelector(".live .stage svg");
      const stage = picture?.getBoundingClientRect();
      const beside = stage !== undefined && stage.left > width * 0.2;
      const over = (document.querySelector(".after")?.getBoundingClientRect().top ?? 0) < height;
      const running = texts.filter(({ node }) =>
        node.closest(".words, .titles, .byline, .after, .step > h2, .step > h3"),
      );
      for (const line of running) {
        // Below a picture at the head of the window the text comes into sight under its edge.
        const head = line.node.closest(".words") === null || beside ? 0 : (stage?.bottom ?? 0);
        if (line.box.bottom > head && line.box.top < foot)
          for (const { name, node, box } of passing)
            if (!node.contains(line.node) && meet(line.box, box)) found.push(`「${line.name}」 lies on ${name}`);
        for (const { name, node, box } of standing) {
          if (box.bottom <= head || (line.node.closest(".after") !== null && node.closest(".shaft") !== null)) continue;
          // What scrolls past a thing that stands still comes to its height sooner or later.
          const level = new DOMRect(line.box.left, box.top, line.box.width, box.height);
          if (meet(level, box)) found.push(`「${line.name}」 passes under ${name}`);
        }
      }

      if (stage !== undefined && picture !== null && part === "body" && !over) {
        const cover = picture.getAttribute("data-step") === "cover";
        const labels = [...picture.querySelectorAll("text")].filter(
          (node) => Number(node.getAttribute("opacity") ?? 1) > 0.3,
        );
        const title = labels.find((node) => node.getAttribute("data-role") === "title")?.getBoundingClientRect();
        if (stage.height < height * 0.5 || stage.top < -1 || stage.bottom > height + 1)
          found.push("the picture is cut");
        if (!cover && (title === undefined || title.top < 0 || title.right > width))
          found.push("the title is not there");
        if (cover)
          for (const { left, top, right, bottom } of grains)
            for (const { name, node, box } of running)
              if (node.closest(".titles") !== null && meet(new DOMRect(left, top, right - left, bottom - top), box))
                found.push(`「${name}」 lies on the seam`);
        const lying = [...standing, ...(beside || cover ? running : [])];
        for (const label of labels)
          for (const { name, box } of lying)
            if (meet(ink(label.getBoundingClientRect()), box))
              found.push(`「${name}」 lies on the picture's 「${label.textContent}」`);
      }
      return [...new Set(found)];
    },
    { cell: CELL, part: within, grains: await grainBoxes(page) },
  );
}
