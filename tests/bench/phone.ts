import { chromium, type Browser, type CDPSession, type Page } from "@playwright/test";

/** A slow phone: how much slower than this machine, and its network. */
export interface Phone {
  readonly slowdown: number;
  /** Milliseconds added to every request. */
  readonly latency: number;
  readonly bitsPerSecond: number;
}

export const SLOW_PHONE: Phone = { slowdown: 4, latency: 150, bitsPerSecond: 1_600_000 };

export interface Handset {
  readonly page: Page;
  readonly session: CDPSession;
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath });
}

/** Runs `use` with a fresh page of a phone, its cache cold, and closes it. */
export async function withPhone<T>(browser: Browser, phone: Phone, use: (handset: Handset) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
    locale: "zh-CN",
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Performance.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: phone.latency,
      downloadThroughput: phone.bitsPerSecond / 8,
      uploadThroughput: phone.bitsPerSecond / 8,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: phone.slowdown });
    return await use({ page, session });
  } finally {
    await context.close();
  }
}
