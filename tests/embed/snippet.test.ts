import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allImages } from "../../src/build/images/all-images.ts";
import { embedTargets } from "../../src/build/site/embed-targets.ts";
import { storyRoutes } from "../../src/build/site/routes.ts";
import {
  EMBED_MODES,
  type EmbedTarget,
  frameHeight,
  IMAGE_FORMATS,
  SANDBOX,
  snippetHtml,
  THEME_CHOICES,
} from "../../src/core/embed/snippet.ts";
import { realStory } from "../pictures/real-story.ts";
import { everyElement, type Parsed, parsed } from "../html-tree.ts";

const HOME = "https://news.example.org/anyuan/";
const story = realStory();
const all = embedTargets(story);
const pictures = new Map(allImages(story, () => null).map((plate) => [plate.file, plate]));

/** The code as a browser sees it: the figure, what is in it, and what follows. */
function read(
  code: string,
): Readonly<Record<"figure" | "link" | "image" | "frame" | "caption" | "script", Parsed | undefined>> {
  const every = everyElement(parsed(code));
  const find = (name: string): Parsed | undefined => every.find((one) => one.name === name);
  return {
    figure: find("figure"),
    link: find("a"),
    image: find("img"),
    frame: find("iframe"),
    caption: find("figcaption"),
    script: find("script"),
  };
}

test("there is a part for every address", () => {
  expect(all.map(({ path }) => path)).toEqual(storyRoutes(story).map(({ path }) => path));
});

describe.each(all)("the code for /$path", (extent) => {
  test.each(["frame", "inline"] as const)(
    "in mode %s is a picture, a link and a credit that the loader may replace",
    (mode) => {
      const { figure, link, image, caption, script } = read(
        snippetHtml(extent, { home: HOME, name: story.site.name }, mode),
      );
      const { "data-height": heights, ...attributes } = figure?.attributes ?? {};
      expect(attributes).toEqual({
        "data-anyuan": HOME,
        "data-mode": mode,
        ...(extent.chapter === null ? {} : { "data-chapter": extent.chapter }),
        ...(extent.step === null ? {} : { "data-step": extent.step }),
      });
      if (extent.step === null) expect(heights).toBeUndefined();
      else expect(heights).toMatch(/^\d+px@320(?:,\d+px@\d+)+$/);
      expect(link?.attributes).toEqual({ href: HOME + extent.path });
      expect(image?.attributes["alt"]).toBe(extent.alt);
      expect(caption?.text).toBe(`${extent.title} · ${extent.credit}`);
      expect(script?.attributes).toEqual({ async: "", src: `${HOME}embed/v1/loader.js` });
      expect(script?.text).toBe("");
    },
  );

  test("in cards is a frame that may run its script and open links, no more", () => {
    const { frame, caption, script } = read(snippetHtml(extent, { home: HOME, name: story.site.name }, "cards"));
    expect(frame?.attributes["src"]).toBe(`${HOME}embed/${extent.path}${extent.step === null ? "?mode=cards" : ""}`);
    expect(frame?.attributes).toMatchObject({
      sandbox: SANDBOX,
      title: extent.title,
      loading: "lazy",
      scrolling: "no",
      height: String(frameHeight(extent)),
    });
    expect(SANDBOX).not.toMatch(/same-origin|top-navigation|forms/);
    expect(caption?.children.map(({ attributes }) => attributes)).toEqual([{ href: HOME + extent.path }]);
    expect(script).toBeUndefined();
  });

  test("a host that runs nothing gets a poster in a link", () => {
    const code = snippetHtml(extent, { home: HOME, name: story.site.name }, "static", { theme: "night", top: 60 });
    const { figure, link, image } = read(code);
    expect(figure?.attributes).toEqual({});
    expect(link?.attributes).toEqual({ href: HOME + extent.path });
    expect(image?.attributes["src"]).toMatch(/posters\/[a-z0-9-]+\.png$/);
    expect(everyElement(parsed(code)).map(({ name }) => name)).toEqual(["figure", "a", "img", "figcaption", "a"]);
  });

  test("names pictures that there are, in their own proportions", () => {
    const codes = [
      ...EMBED_MODES.map((mode) => snippetHtml(extent, { home: HOME, name: story.site.name }, mode)),
      ...IMAGE_FORMATS.flatMap((format) =>
        THEME_CHOICES.map((theme) =>
          snippetHtml(extent, { home: HOME, name: story.site.name }, format, { theme, top: 0 }),
        ),
      ),
    ];
    for (const { attributes } of codes
      .flatMap((code) => everyElement(parsed(code)))
      .filter(({ name }) => name === "img")) {
      const { src = "", width, height, alt } = attributes;
      const [, file = "", format] = /^(.*)\.(svg|png)$/.exec(src.replace(HOME, "")) ?? [];
      const plate = pictures.get(file);
      expect(plate?.formats, src).toContain(format);
      expect(Number(width) / Number(height), src).toBeCloseTo((plate?.size.width ?? 0) / (plate?.size.height ?? 1), 2);
      expect(alt).toBe(extent.alt);
    }
  });
});

test("no code is like another", () => {
  const codes = all.flatMap((extent) => [
    ...EMBED_MODES.map((mode) => snippetHtml(extent, { home: HOME, name: story.site.name }, mode)),
    ...(extent.picture === null
      ? []
      : IMAGE_FORMATS.flatMap((format) =>
          THEME_CHOICES.map((theme) =>
            snippetHtml(extent, { home: HOME, name: story.site.name }, format, { theme, top: 0 }),
          ),
        )),
  ]);
  expect(new Set(codes).size).toBe(codes.length);
});

test("theme and room for the host's own head are written only where they are asked for", () => {
  const [whole] = all;
  if (whole === undefined) throw new Error("a story without an address");
  const chosen = { theme: "night", top: 60 } as const;
  expect(
    read(snippetHtml(whole, { home: HOME, name: story.site.name }, "frame", chosen)).figure?.attributes,
  ).toMatchObject({
    "data-theme": "night",
    "data-top": "60",
  });
  expect(
    read(snippetHtml(whole, { home: HOME, name: story.site.name }, "cards", chosen)).frame?.attributes["src"],
  ).toBe(`${HOME}embed/?mode=cards&theme=night`);
});

test("hostile titles, credits, descriptions and files end as text", () => {
  const hostile = fc.oneof(
    fc
      .string({ unit: "binary" })
      .map((text) => text.replace(/[\0\r]|\p{Surrogate}|\p{Noncharacter_Code_Point}|\p{Cc}/gu, "")),
    fc.constantFrom(
      '"><script>alert(1)</script>',
      "</figcaption></figure><img src=x onerror=alert(1)>",
      "' onload='alert(1)",
      "&quot;&lt;",
      "<!--",
      "]]>",
    ),
  );
  const part = fc.record({ title: hostile, credit: hostile, alt: hostile, id: hostile });
  fc.assert(
    fc.property(part, fc.constantFrom(...EMBED_MODES), ({ title, credit, alt, id }, mode) => {
      const shown = { file: `posters/${id}.png`, width: 1, height: 1 };
      const extent: EmbedTarget = {
        path: `${id}/`,
        chapter: id,
        step: id,
        title,
        credit,
        alt,
        still: shown,
        poster: shown,
        picture: null,
        heights: [[320, 500]],
      };
      const plain = { ...extent, path: "a/", chapter: "a", step: "a", title: "t", credit: "c", alt: "a" };
      const names = (one: EmbedTarget) =>
        everyElement(parsed(snippetHtml(one, { home: HOME, name: story.site.name }, mode))).map(
          ({ name, attributes }) => [name, Object.keys(attributes)],
        );
      expect(names(extent)).toEqual(names(plain));
      const { image, caption, frame } = read(snippetHtml(extent, { home: HOME, name: story.site.name }, mode));
      expect(caption?.text).toBe(`${title} · ${credit}`);
      if (mode === "cards") expect(frame?.attributes["title"]).toBe(title);
      else expect(image?.attributes["alt"]).toBe(alt);
    }),
  );
});
