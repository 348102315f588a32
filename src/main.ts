import story, { wechat } from "virtual:story";
import { env } from "./reader/env.ts";
import { offline } from "./reader/offline.ts";

const root = document.documentElement;

/** Lets the browser paint and hear the reader between two pieces of work. */
function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

async function start(): Promise<void> {
  const { mount } = await import("./mount.ts");
  await pause();
  mount(story, document, root, env(window));
  if (import.meta.env.PROD) offline(window, import.meta.url);
}

wechat?.(window);

// Whatever fails, the text and the still pictures are there.
start().catch((error: unknown) => {
  root.classList.remove("live");
  delete root.dataset["mode"];
  throw error;
});
