import type { Page, Worker } from "@playwright/test";
import type { Host } from "../embed/hosts/template.ts";
import { ELEMENT_HOSTS, FRAME_HOSTS } from "./host-sites.ts";
import type { PARTS } from "./parts.ts";
import { expect } from "./story-test.ts";

/** Hosts by how the embed's document begins its worker. */
export const WORKER_HOSTS = [
  { name: "H1-clean", by: "by its address", worker: /^http:.*\/embed\/v1\/stage\.js\?[0-9a-f]+$/ },
  { name: "H18-sandbox", by: "from a blob, without an origin", worker: /^blob:/ },
] as const;

export function hostNamed(name: string): Host {
  const host = [...FRAME_HOSTS, ...ELEMENT_HOSTS].find((one) => one.name === name);
  if (host === undefined) throw new Error(`no host ${name}`);
  return host;
}

/** The one worker of the page. */
export async function onlyWorker(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length).toBe(1);
  const [worker] = page.workers();
  if (worker === undefined) throw new Error("no worker");
  return worker;
}

/** Runs in an embed's document: tells how its stage is drawn. */
export function easelState(): string | undefined {
  return document.querySelector<HTMLElement>(".stage:has(canvas)")?.dataset["easel"];
}

/** Runs in a host's page: tells how the stage of each of its elements is drawn. */
export function elementEasels({ element, stage }: typeof PARTS): readonly (string | undefined)[] {
  return [...document.querySelectorAll(element)].map(
    (story) => story.shadowRoot?.querySelector<HTMLElement>(stage)?.dataset["easel"],
  );
}
