import type { Files } from "../site.ts";
import { fixtureFiles } from "./public-fixture.ts";
import { servePublicSite } from "./public-site.ts";
import { expect, test } from "./story-test.ts";
import { storageKeys } from "./parts.ts";
import { ANDROID, IPHONE, SDK, SIGNING, stubWeChat } from "./wechat.ts";

const site = servePublicSite();

// A chat's reader gets cards unless she has chosen; the address follows a scroll.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    storageKeys("fixture").mode,
    "scroll",
  ] as const);
});

/** Rules of the start page's policy, without the hashes of its own scripts. */
function policyRules(from: Files): readonly string[] {
  const page = new TextDecoder().decode(from.get("/"));
  const policy = /Content-Security-Policy" content="([^"]*)/.exec(page)?.[1] ?? "";
  return policy.replaceAll(/ 'sha256-[^']*'/g, "").split("; ");
}

test("the policy allows WeChat's script and the publisher's server where they are configured, and a build without them has no such code", async () => {
  const plain = await fixtureFiles("unaddressed");
  const [configured, without] = [policyRules(site.files), policyRules(plain)];
  expect(without).toHaveLength(13);
  expect(configured.filter((rule) => !without.includes(rule))).toEqual([
    `script-src 'self' ${SDK}`,
    `connect-src 'self' ${SIGNING}`,
    "trusted-types harbour-worker harbour-stage harbour-wechat",
  ]);
  expect(configured).toHaveLength(13);
  const scripts = (from: Files): string =>
    [...from]
      .filter(([path]) => path.endsWith(".js"))
      .map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`)
      .join("\n");
  for (const word of ["jweixin", "-wechat", "updateTimelineShareData"]) {
    expect(scripts(site.files)).toContain(word);
    expect(scripts(plain)).not.toContain(word);
  }
});

test("no other browser asks WeChat or the publisher's server", async ({ page, story }) => {
  const wechat = await stubWeChat(page);
  await page.clock.install();
  await story.open(`${site.address}night/ships/`);
  await story.goTo("boats", 0.9);
  await page.clock.fastForward(5000);
  await story.settled();
  expect(wechat.requests).toEqual([]);
});

test.describe("on an iPhone", () => {
  test.use({ userAgent: IPHONE, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("WeChat is told the reader's place, signed for the address the page was entered with", async ({
    page,
    story,
  }) => {
    const wechat = await stubWeChat(page);
    await story.open(`${site.address}night/ships/?from=timeline&isappinstalled=0#ships`);
    const entered = `${site.address}night/ships/?from=timeline&isappinstalled=0`;
    const ships = {
      title: expect.stringMatching(/^.+ · 样例港的灯塔$/),
      link: `${site.address}night/ships/?mode=cards`,
      imgUrl: `${site.address}cards/ships-square.png`,
    };
    await expect
      .poll(() => wechat.readCalls())
      .toEqual([
        [
          "config",
          {
            debug: false,
            appId: "wx1",
            timestamp: 1600000000,
            nonceStr: "n",
            signature: `of ${entered}`,
            jsApiList: ["updateAppMessageShareData", "updateTimelineShareData"],
          },
        ],
        ["updateAppMessageShareData", { ...ships, desc: expect.stringMatching(/.{10,}/) }],
        ["updateTimelineShareData", ships],
      ]);
    for (const [id, path] of [
      ["boats", "dawn/boats/"],
      ["cover", ""],
    ] as const) {
      await story.jump(await story.offsetOf(id, 0.9));
      await expect(page).toHaveURL(site.address + path);
      await expect
        .poll(async () => (await wechat.readCalls()).at(-1))
        .toEqual([
          "updateTimelineShareData",
          {
            title: await page.title(),
            link: `${site.address}${path}?mode=cards`,
            imgUrl: `${site.address}cards/${id}-square.png`,
          },
        ]);
    }
    for (const id of ["ships", "boats", "cover"]) expect(site.files.has(`/cards/${id}-square.png`)).toBe(true);
    expect(wechat.requests).toEqual([`${SIGNING}?url=${encodeURIComponent(entered)}`, SDK]);
    expect(wechat.faults).toEqual([]);
  });

  test("the reader sees nothing of a failure of WeChat or the publisher's server", async ({ page, story }) => {
    const wechat = await stubWeChat(page);
    await page.clock.install();
    for (const [answers, count] of [
      [{ signature: "refused" }, 1],
      [{ signature: "none" }, 1],
      [{ signature: "late" }, 1],
      [{ sdk: "fails" }, 2],
      [{ sdk: "other" }, 2],
      [{ sdk: "throws" }, 2],
      [{ sdk: "refuses" }, 2],
      [{ sdk: "late" }, 2],
    ] as const) {
      const message = JSON.stringify(answers);
      wechat.setAnswers(answers);
      await story.open(`${site.address}night/ships/?${message}`);
      // A picture that has not come when the clock leaps would be late.
      await story.settled();
      await page.clock.fastForward(2500);
      await expect.poll(() => wechat.requests.length, message).toBe(count);
      await page.clock.fastForward(4500);
      await wechat.release();
      if ("sdk" in answers && answers.sdk !== "fails") await page.waitForFunction(() => "wx" in window);
      await story.settled();
      expect(wechat.requests, message).toHaveLength(count);
      expect(await wechat.readCalls(), message).toEqual([]);
    }
    await story.goTo("boats", 0.9);
    expect(await story.shownStep()).toBe("boats");
    await expect(page).toHaveURL(`${site.address}dawn/boats/`);
    expect(await wechat.readCalls()).toEqual([]);
    expect(wechat.faults).toEqual([]);
  });
});

test.describe("on Android", () => {
  test.use({ userAgent: ANDROID, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("WeChat's cards are signed for the address that the reader has come to meanwhile", async ({ page, story }) => {
    const wechat = await stubWeChat(page);
    wechat.setAnswers({ sdk: "late" });
    await story.open(`${site.address}night/ships/`);
    await story.goTo("boats", 0.9);
    const boats = `${site.address}dawn/boats/`;
    await expect(page).toHaveURL(boats);
    await expect.poll(() => wechat.requests.length).toBe(2);
    await wechat.release();
    await expect
      .poll(async () => (await wechat.readCalls())[0])
      .toEqual(["config", expect.objectContaining({ signature: `of ${boats}` })]);
    expect(wechat.requests).toHaveLength(3);
    expect(wechat.faults).toEqual([]);
  });
});
