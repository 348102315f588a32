import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import type { Story } from "../../src/core/model/story.ts";
import { BASE, BASE_SCENES } from "./base.ts";

const FOLDER = new URL("cases/", import.meta.url);
const names = readdirSync(FOLDER).filter((name) => !name.endsWith(".txt"));

function compiled(sources: ReadonlyMap<string, string>): Story {
  const { story } = compileStory(sources, BASE_SCENES);
  if (story === null) throw new Error("the story does not compile");
  return story;
}

/** The base story with one file replaced by that of a case. */
function withCase(number: string): Story {
  const name = names.find((one) => one.startsWith(number)) ?? "";
  const file = `story/${name.split(".").slice(1).join(".")}`;
  return compiled(new Map([...BASE, [file, readFileSync(new URL(name, FOLDER), "utf8")]]));
}

const base = compiled(BASE);

/** The base story with other values of one step. */
function withStep(id: string, values: Partial<Story["steps"][number]>): Story {
  return { ...base, steps: base.steps.map((step) => (step.id === id ? { ...step, ...values } : step)) };
}

describe("an accepted deviation", () => {
  test.each(names.filter((name) => /^(?:13[6-9]|142|170|173|174)-/.test(name)))(
    "does not change the story: %s",
    (name) => {
      expect(withCase(name.slice(0, 3))).toEqual(base);
    },
  );

  test("of full-width signs changes nothing but the full-width sign in a text", () => {
    expect(withCase("140")).toEqual(withStep("depletion", { change: "颗粒由实变空\uFF01" }));
  });

  test("of a full-width formula gives the value of its sum", () => {
    const facts = base.facts.map((fact) =>
      fact.id === "average"
        ? {
            ...fact,
            formula:
              "\uFF08\uFF5Bloans\uFF5D\u00D7\uFF11\uFF10\uFF10\uFF10\uFF10\uFF0B\uFF10\uFF0E\uFF10\uFF0D\uFF10\uFF09\uFF0F\uFF5Bfirms\uFF5D\uFF0A\uFF11",
            working: "（5.87亿元 × 10000 + 0.0 − 0） ÷ 157家 × 1",
          }
        : fact,
    );
    expect(withCase("141")).toEqual({ ...base, facts });
  });

  test("of bold words beside punctuation makes them bold", () => {
    const [paragraph] = withCase("143").steps[1]?.text ?? [];
    expect(paragraph).toMatchObject({
      children: [
        { text: "主持人说它是“" },
        { text: "老矿区" },
        { text: "”，" },
        { type: "strong", children: [{ text: "没有给出年份。" }] },
        { text: "后面" },
        { type: "strong", children: [{ text: "“也没有”" }] },
        { text: "给出。" },
      ],
    });
  });

  test("of folded text joins its lines", () => {
    expect(withCase("144")).toEqual(withStep("depletion", { alt: "一粒接一粒变空，Alt: 没有刻度。" }));
  });

  test("of a bar in a word keeps the bar", () => {
    expect(withCase("145")).toEqual(
      withStep("depletion", {
        labels: { left: "还亮着的|3%左右|之前", gone: "空了的" },
        facts: ["mine", "growth"],
        drawn: ["mine", "growth"],
      }),
    );
  });

  test("of numerals in names prints them", () => {
    const [paragraph] = withCase("146").steps[1]?.text ?? [];
    expect(paragraph).toMatchObject({
      children: [{}, {}, {}, {}, { text: "给出年份。“十四五”和“一五十”是名字，“六稳”也是。" }],
    });
  });

  test("of another address of WeChat's script is kept", () => {
    expect(withCase("171").site.wechat).toEqual({
      signature: "https://api.example.org:8443/wechat/sign.php",
      sdk: "https://res2.wx.qq.com/open/js/jweixin-1.6.0.js",
    });
  });
});
