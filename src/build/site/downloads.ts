import type { Element } from "hast";
import { h } from "hastscript";
import { EMBED_BUILDER_PATH, stepImageFile } from "../../core/model/files.ts";
import type { Theme } from "../../core/model/picture.ts";
import type { Step, Story } from "../../core/model/story.ts";
import { longImageFiles } from "../images/long-image.ts";
import { THEMES } from "../images/step-image.ts";
import { DATA_FILES } from "./data-files.ts";

const THEME_NAMES: Readonly<Record<Theme, string>> = { day: "日", night: "夜" };

const FORMATS = ["svg", "png"] as const;

/** Builds links to a picture's four files. Screen readers list links out of context, so each label has the title. */
function picture(step: Step, title: string): Element {
  const links = THEMES.flatMap((theme) =>
    FORMATS.map((format) => {
      const words = `${THEME_NAMES[theme]} ${format.toUpperCase()}`;
      const href = `${stepImageFile(step, theme)}.${format}`;
      return h("a", { href, download: true, "aria-label": `${title} ${words}` }, words);
    }),
  );
  return h("li", h("span", title), ...links);
}

export function downloadList(story: Story): readonly Element[] {
  const data = FILES.map(([format, words]) =>
    h("a", { href: DATA_FILES[format], download: `${story.title}.${format}` }, words),
  );
  const pictures = story.steps.map((step) => picture(step, step.chapter === null ? story.title : step.title));
  const long = longImageFiles(story).map((file, index) =>
    h(
      "a",
      { href: `${file}.png`, download: true, "aria-label": `长图第${index + 1}张` },
      index === 0 ? "长图 1" : String(index + 1),
    ),
  );
  return [
    h("p.files", ...data),
    h("p.files.long", ...long),
    h("p.elsewhere", h("a", { href: EMBED_BUILDER_PATH }, "嵌入：放进别的网页")),
    h("details.pictures", h("summary", "逐幅下载图"), h("ul", ...pictures)),
  ];
}

const FILES = [
  ["csv", "总表 CSV"],
  ["json", "总表 JSON"],
] as const;

export function licenceLinks(): readonly Element[] {
  return [
    h(
      "p.files",
      h("a", { href: "OFL.txt" }, "字体许可全文"),
      h("a", { href: "licences-of-libraries.md" }, "程序许可全文"),
    ),
  ];
}
