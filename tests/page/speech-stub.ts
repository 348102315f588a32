import type { Page } from "@playwright/test";

export interface StubOptions {
  /** Tags of the voices' languages. */
  readonly voices?: readonly string[];
  /** Each utterance begins and ends by itself; otherwise `endUtterance` ends it. */
  readonly flows?: boolean;
  /** Divides the page's long timers, for which nobody wants to wait. */
  readonly hurry?: number;
}

export interface Uttered {
  readonly text: string;
  readonly rate: number;
  readonly voice: string;
  /** Id of the step whose picture is shown then. */
  readonly shown: string;
}

interface Stub extends EventTarget {
  readonly said: readonly Uttered[];
  readonly cancels: number;
  readonly speaking: boolean;
  /**
   * Ends the utterance that is spoken with `end`, with `boundary` goes on, with another word as an error of that name.
   */
  readonly tell: (outcome: string) => void;
  readonly hush: () => void;
  readonly setVoices: (tags: readonly string[]) => void;
  readonly actions: ReadonlyMap<string, () => void>;
  readonly states: readonly string[];
  readonly plays: readonly string[];
  /** Audio element of the player. */
  readonly audio: HTMLAudioElement | null;
}

declare global {
  interface Window {
    speechStub: Stub;
  }
}

/** Runs in the page before its scripts. */
function install({ voices = ["zh-CN"], flows = false, hurry = 1 }: StubOptions): void {
  class Utterance extends EventTarget {
    voice: { readonly name: string } | null = null;
    lang = "";
    rate = 1;
    constructor(readonly text: string) {
      super();
    }
  }
  const toVoice = (lang: string) => ({
    lang,
    name: lang,
    voiceURI: lang,
    localService: !lang.endsWith("-remote"),
    default: false,
  });
  const said: Uttered[] = [];
  const actions = new Map<string, () => void>();
  const states: string[] = [];
  const plays: string[] = [];
  let tags = voices;
  let queue: Utterance[] = [];

  function fire(utterance: Utterance, name: string, error = ""): void {
    utterance.dispatchEvent(Object.assign(new Event(name), { error, charIndex: 0 }));
  }

  class Synthesis extends EventTarget {
    said = said;
    actions = actions;
    states = states;
    plays = plays;
    audio: HTMLAudioElement | null = null;
    cancels = 0;
    paused = false;
    pending = false;
    get speaking(): boolean {
      return queue.length > 0;
    }
    getVoices() {
      return tags.map(toVoice);
    }
    speak(utterance: Utterance): void {
      if (utterance.text === "") throw new Error("Chromium with speech-dispatcher says nothing after it");
      queue.push(utterance);
      if (queue.length === 1) this.begin(utterance);
    }
    begin(utterance: Utterance): void {
      const shown = document.querySelector(".stage svg")?.getAttribute("data-step") ?? "";
      said.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice?.name ?? "", shown });
      setTimeout(() => {
        if (queue[0] !== utterance) return;
        fire(utterance, "start");
        if (flows) setTimeout(() => queue[0] === utterance && this.tell("end"));
      });
    }
    tell(outcome: string): void {
      const [utterance] = queue;
      if (utterance === undefined) throw new Error("nothing is spoken");
      if (outcome === "boundary") return fire(utterance, "boundary");
      queue = queue.slice(1);
      const [next] = queue;
      if (outcome === "end") fire(utterance, "end");
      else fire(utterance, "error", outcome);
      if (next !== undefined && queue[0] === next) this.begin(next);
    }
    /** Drops the utterance without an event. */
    hush(): void {
      queue = [];
    }
    cancel(): void {
      this.cancels += 1;
      const dropped = queue;
      queue = [];
      for (const utterance of dropped) setTimeout(() => fire(utterance, "error", "interrupted"));
    }
    pause(): void {
      throw new Error("Android takes it for cancel");
    }
    resume(): void {
      throw new Error("nothing was paused");
    }
    setVoices(next: readonly string[]): void {
      tags = next;
      this.dispatchEvent(new Event("voiceschanged"));
    }
  }

  const stub = new Synthesis();
  Object.defineProperty(window, "speechStub", { value: stub });
  Object.defineProperty(window, "speechSynthesis", { value: stub });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  const session = {
    metadata: null,
    setActionHandler: (name: string, handler: (() => void) | null) =>
      handler === null ? actions.delete(name) : actions.set(name, handler),
    set playbackState(state: string) {
      states.push(state);
    },
  };
  Object.defineProperty(navigator, "mediaSession", { value: session });
  const RealAudio = Audio;
  const toldAudio = function toldAudio(source: string): HTMLAudioElement {
    const audio = new RealAudio(source);
    stub.audio = audio;
    const play = audio.play.bind(audio);
    audio.play = () => {
      plays.push(audio.src.slice(0, 5));
      return play();
    };
    return audio;
  };
  Object.defineProperty(window, "Audio", { value: toldAudio });
  if (hurry !== 1) {
    const wait = window.setTimeout.bind(window);
    const quick = (run: TimerHandler, delay = 0, ...rest: unknown[]): number =>
      wait(run, delay > 2000 ? delay / hurry : delay, ...rest);
    Object.defineProperty(window, "setTimeout", { value: quick });
  }
}

/** Puts a voice into every page that is opened from now on: one that records and speaks when it is told to. */
export async function stubSpeech(page: Page, options: StubOptions = {}): Promise<void> {
  await page.addInitScript(install, options);
}

export function uttered(page: Page): Promise<readonly Uttered[]> {
  return page.evaluate(() => window.speechStub.said);
}

export async function tellVoice(page: Page, outcome: string): Promise<void> {
  await page.evaluate((word) => window.speechStub.tell(word), outcome);
}
