import { chooseVoice } from "./choose-voice.ts";
import type { SpokenLine } from "./lines.ts";
import type { Outcome, Source } from "./source.ts";

/** Longest wait for a voice to begin, ms: a remote one comes over the network. */
const BEGIN = 8000;
/** Slack for the end of an utterance, ms, and the slowest voice's characters per second at a rate of 1. */
const END = 5000;
const SLOWEST = 2;
/** Rest between `cancel` and `speak`, ms: Safari and Android drop an utterance that comes at once. */
const REST = 60;

/** Errors of an engine that was taken away, by the system or by another page. */
const TAKEN = ["canceled", "interrupted", "not-allowed", "audio-busy"];

export function createVoice(view: Window, synthesis: SpeechSynthesis): Source<SpokenLine> {
  // Held here: engines collect an utterance without other references, and its end never comes.
  let current: SpeechSynthesisUtterance | null = null;
  let timer = 0;

  function stop(): void {
    view.clearTimeout(timer);
    if (current === null) return;
    current = null;
    synthesis.cancel();
  }

  function say(text: string, rate: number, heard: (outcome: Outcome) => void): void {
    const busy = current !== null;
    stop();
    const utterance = new SpeechSynthesisUtterance(text);
    const voice = chooseVoice(synthesis.getVoices());
    if (voice !== null) utterance.voice = voice;
    utterance.lang = voice?.lang ?? "zh-CN";
    utterance.rate = rate;
    current = utterance;
    const length = END + (text.length / SLOWEST / rate) * 1000;

    function finish(outcome: Outcome): void {
      if (current !== utterance) return;
      view.clearTimeout(timer);
      current = null;
      if (outcome === "stalled") synthesis.cancel();
      heard(outcome);
    }

    function expect(within: number, otherwise: Outcome): void {
      if (current !== utterance) return;
      view.clearTimeout(timer);
      // A hidden page's timers are late, and its engine may rest: silence there is a pause.
      timer = view.setTimeout(() => finish(view.document.hidden ? "interrupted" : otherwise), within);
    }

    utterance.addEventListener("start", () => expect(length, "stalled"));
    utterance.addEventListener("boundary", () => expect(length, "stalled"));
    utterance.addEventListener("end", () => finish("ended"));
    utterance.addEventListener("error", ({ error }) => finish(TAKEN.includes(error) ? "interrupted" : "failed"));

    function speak(): void {
      if (current !== utterance) return;
      // Another page may have left the engine paused.
      if (synthesis.paused) synthesis.resume();
      synthesis.speak(utterance);
      expect(BEGIN + length, "failed");
    }

    if (busy) timer = view.setTimeout(speak, REST);
    else speak();
  }

  return {
    play: ({ spoken }, { rate }, heard) => say(spoken, rate, heard),
    stop,
    isPlaying: () => synthesis.speaking || synthesis.pending,
    elapsed: () => 0,
    share: () => 1,
  };
}
