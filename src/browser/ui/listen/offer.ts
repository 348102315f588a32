import { LISTEN_WORDS as WORDS } from "../../../core/model/strings.ts";
import { createElement } from "../../lib/dom.ts";
import { hasVoice } from "./choose-voice.ts";
import type { listen, ListenContext } from "./listen.ts";

/**
 * Adds a row to the menu of view modes where a chapter has a recording, or as soon as the device has a voice of
 * Mandarin. The player loads as the menu opens.
 */
export function offerListening(context: ListenContext): void {
  const { view, menu, signal } = context;
  const { speechSynthesis: synthesis } = view;
  const list = menu.querySelector("fieldset");
  if (list === null) return;
  const recorded = view.document.querySelector("[data-recording]") !== null;
  const control = createElement(
    view.document,
    "button",
    { type: "button", class: "listen" },
    createElement(view.document, "b", {}, WORDS.name),
    " ",
    createElement(view.document, "span", {}, WORDS.offer),
  );

  let begin: typeof listen | null = null;

  function look(): void {
    if (!recorded && !hasVoice(view)) control.remove();
    else if (!control.isConnected) list?.append(control);
  }

  function open(): void {
    look();
    // Loaded before the tap, the player speaks within it: iOS hears a page for the first time only then.
    if (menu.open && control.isConnected) void load();
  }

  async function load(): Promise<void> {
    try {
      ({ listen: begin } = await import("./listen.ts"));
    } catch {
      control.remove();
    }
  }

  async function press(): Promise<void> {
    if (begin === null) await load();
    begin?.(context);
  }

  control.addEventListener("click", () => void press());
  // Voices come late; Android has them without an event.
  if (synthesis !== undefined && "addEventListener" in synthesis)
    synthesis.addEventListener("voiceschanged", look, { signal });
  menu.addEventListener("toggle", open, { signal });
  signal.addEventListener("abort", () => control.remove());
  look();
}
