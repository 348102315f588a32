import { once } from "node:events";
import { createServer } from "node:http";
import { extract } from "@extractus/oembed-extractor";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { buildHead } from "../../src/build/site/head.ts";
import { parsePage, toHtml } from "../../src/build/site/html.ts";
import { oembedFile, oembedFiles } from "../../src/build/site/oembed.ts";
import { type RenderedSite, renderSite } from "../../src/build/site/render-site.ts";
import { fillShell, rebaseLinks } from "../../src/build/vite/page-shell.ts";
import { realStory } from "../pictures/real-story.ts";
import { everyElement, parsed } from "../html-tree.ts";

const FRAME = parsePage('<!DOCTYPE html><html lang="zh-CN"><head><!--head--></head><body><!--body--></body></html>');

/** What the specification asks of a rich response, and the types it gives its optional parts. */
const RICH = z.strictObject({
  type: z.literal("rich"),
  version: z.literal("1.0"),
  html: z.string().min(1),
  width: z.int().positive(),
  height: z.int().positive(),
  title: z.string().min(1),
  author_name: z.string().min(1),
  provider_name: z.string().min(1),
  provider_url: z.url(),
  cache_age: z.int().positive(),
  thumbnail_url: z.url(),
  thumbnail_width: z.int().positive(),
  thumbnail_height: z.int().positive(),
});

/** Attributes of a frame that WordPress leaves in what an unknown provider answers. */
const WORDPRESS = new Set([
  "src",
  "width",
  "height",
  "frameborder",
  "marginwidth",
  "marginheight",
  "scrolling",
  "title",
]);

const story = realStory();
let home = "";
let rendered: RenderedSite;
/** Pages and responses by their paths. */
let files: ReadonlyMap<string, string> = new Map();
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", home).pathname.slice("/anyuan/".length);
  const body = files.get(path);
  response.writeHead(body === undefined ? 404 : 200, {
    "content-type": path.endsWith(".json") ? "application/json" : "text/html; charset=utf-8",
  });
  response.end(body);
});

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const place = server.address();
  if (place === null || typeof place === "string") throw new Error("the server has no port");
  home = `http://127.0.0.1:${place.port}/anyuan/`;
  rendered = renderSite(story, home);
  files = new Map([
    ...rendered.addresses.map(
      (address) =>
        [address.path, toHtml(rebaseLinks(fillShell(FRAME, rendered.page(address), ""), address.path))] as const,
    ),
    ...oembedFiles(story, home),
  ]);
});
afterAll(() => void server.close());

describe("a consumer of oEmbed", () => {
  test("finds every address's response and takes it", async () => {
    const seen = new Set<string>();
    for (const { path, title, card } of rendered.addresses) {
      const { method, ...answer } = await extract(home + path, { maxwidth: 600 });
      expect(method).toBe("auto-discovery");
      const { html, ...told } = RICH.parse(answer);
      expect(told).toMatchObject({ title, provider_url: home, thumbnail_url: home + card.wide.file });
      const [frame, ...more] = parsed(html);
      expect(more).toEqual([]);
      expect([frame?.name, frame?.children, frame?.text]).toEqual(["iframe", [], ""]);
      expect(frame?.attributes["src"]).toMatch(new RegExp(`^${home}embed/${path}(?:\\?mode=cards)?$`));
      expect(frame?.attributes["height"]).toBe(String(told.height));
      expect(Object.keys(frame?.attributes ?? {}).filter((name) => !WORDPRESS.has(name))).toEqual(["sandbox"]);
      seen.add(html);
    }
    expect(seen.size).toBe(rendered.addresses.length);
  });

  test("finds the link among the first characters of a page, once, and with its title", () => {
    for (const address of rendered.addresses) {
      const [, markup = ""] = /<head>([^]*?)<\/head>/.exec(files.get(address.path) ?? "") ?? [];
      const links = everyElement(parsed(markup)).filter(
        ({ attributes }) => attributes["type"] === "application/json+oembed",
      );
      expect(links.map(({ attributes }) => attributes)).toEqual([
        {
          rel: "alternate",
          type: "application/json+oembed",
          href: home + oembedFile(address.path),
          title: address.title,
        },
      ]);
    }
  });
});

test("without a public address there is neither a response nor a link to one", () => {
  const bare = renderSite(story, "");
  expect([...bare.files().keys()].filter((file) => file.startsWith("oembed/"))).toEqual([]);
  expect(bare.addresses).toHaveLength(rendered.addresses.length);
  for (const address of bare.addresses)
    expect(toHtml([...buildHead(story, address, { home: "", elevation: 0 })]), address.path).not.toContain("oembed");
});
