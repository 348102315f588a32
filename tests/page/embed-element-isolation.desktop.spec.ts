import { expect, type HostPage, test } from "./element-host.ts";
import type { ElementStory } from "./element-story.ts";
import { PARTS } from "./parts.ts";

test.use({ site: "fixture" });

/** Styles of the story's parts as they are computed. */
async function computedStyles(story: ElementStory): Promise<readonly unknown[]> {
  const names = [
    "elementRoot",
    "paragraph",
    "factLink",
    "chapterOpening",
    "text",
    "stage",
    "picture",
    "pictureText",
    "progressStop",
    "sourceDialog",
  ] as const;
  const properties =
    "color,font-size,font-family,font-weight,line-height,letter-spacing,text-align,direction,writing-mode,box-sizing,display,position,max-width,overflow-x,background-color,visibility,text-transform,width";
  const styles: unknown[] = [];
  for (const name of names)
    styles.push(
      await story
        .part(name)
        .first()
        .evaluate(
          (node, [about, list]) => {
            const style = getComputedStyle(node);
            return [about, ...list.split(",").map((property) => style.getPropertyValue(property))];
          },
          [name, properties] as const,
        ),
    );
  return styles;
}

const hosts: readonly (readonly [name: string, host: HostPage])[] = [
  [
    "that styles every element with !important",
    {
      css: `*{line-height:3!important;box-sizing:content-box!important;letter-spacing:.2em}p{color:red!important}svg{max-width:50px!important}
        :root{--own-sticky-top:500px;--background:lime;--pin:99px;--view:10px}
        ${PARTS.element}{display:inline!important;overflow:hidden!important;writing-mode:vertical-rl!important;text-transform:uppercase;visibility:visible}`,
    },
  ],
  [
    "with a rem of 100 px, right to left and with content-visibility",
    {
      css: "html{font-size:100px}#around{content-visibility:auto;contain-intrinsic-size:auto 9000px}",
      around: 'dir="rtl"',
    },
  ],
  [
    "whose policy allows the story's script alone",
    {
      story: 'theme="day" worker="none"',
      policy:
        "default-src 'none'; script-src 'self' SITE; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  ],
  [
    "with a gsap of its own and overflow-x hidden",
    {
      css: "body{overflow-x:hidden}#around{transform:translateX(0)}",
      script: 'window.gsap={version:"3.4.0",registerPlugin(){},to(){throw Error("not yours")}};',
    },
  ],
];

let plain: readonly unknown[] | undefined;
for (const [name, host] of hosts)
  test(`${name} the element looks and scrolls as on a plain one`, async ({ openHost }) => {
    if (plain === undefined) {
      const { story } = await openHost({ story: 'theme="day"' });
      await story.drawnAt("boats");
      plain = await computedStyles(story);
    }
    const { story, faults } = await openHost({ story: 'theme="day"', ...host });
    const { offset } = await story.scrollPast(100);
    expect(offset, "px that the stage is off its place").toBeLessThan(1);
    for (const id of ["cover", "ships", "boats"]) expect((await story.drawnAt(id)).length).toBeGreaterThan(0);
    expect(await computedStyles(story)).toEqual(plain);
    expect(faults).toEqual([]);
  });

test("the element leaves names, styles, address and history of the page as they were", async ({ page, openHost }) => {
  const state = (): Promise<unknown> =>
    page.evaluate(() => [
      Object.keys(window).sort(),
      [document.documentElement, document.body, document.querySelector(".own")].map((node) => [
        node?.getAttributeNames(),
        node && [...getComputedStyle(node)].map((name) => getComputedStyle(node).getPropertyValue(name)).join(),
      ]),
      [document.styleSheets.length, document.adoptedStyleSheets.length, document.title, location.href, history.length],
      [...document.head.children].map((node) => node.outerHTML),
    ]);
  const { story } = await openHost({
    script: 'customElements.define("late-story",class extends HTMLElement{});',
  });
  await story.scrollPast(100);
  await story.drawnAt("ships");
  const withStory = JSON.stringify(await state());
  await page.route("**/inline.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.reload();
  await expect(story.part("elementRoot")).toHaveCount(0);
  const without = JSON.stringify(await state());
  // Without the story the article is shorter, and so is what its page computes: lengths are not compared.
  expect(withStory.replace(/[\d.]+px/g, "")).toBe(without.replace(/[\d.]+px/g, ""));
});
