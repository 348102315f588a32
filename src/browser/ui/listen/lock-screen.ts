import type { Mount } from "../../lib/defer.ts";

export interface LockScreenEvents {
  readonly play: () => void;
  readonly pause: () => void;
  readonly skip: (by: 1 | -1) => void;
}

export interface LockScreen {
  /** `sounding`: an audio element plays what is heard. */
  readonly show: (about: MediaMetadataInit, playing: boolean, sounding: boolean) => void;
}

const RATE = 8000;
/** Browsers show no controls for a sound shorter than five seconds. */
const SECONDS = 10;
const HEADER = 44;

/** Returns a WAV file of silence: 8 bits, one channel. */
export function silence(): Blob {
  const size = RATE * SECONDS;
  const data = new DataView(new ArrayBuffer(HEADER + size));
  const put = (at: number, text: string): void =>
    [...text].forEach((sign, index) => data.setUint8(at + index, sign.charCodeAt(0)));
  put(0, "RIFF");
  data.setUint32(4, HEADER - 8 + size, true);
  put(8, "WAVEfmt ");
  data.setUint32(16, 16, true);
  data.setUint16(20, 1, true);
  data.setUint16(22, 1, true);
  data.setUint32(24, RATE, true);
  data.setUint32(28, RATE, true);
  data.setUint16(32, 1, true);
  data.setUint16(34, 8, true);
  put(36, "data");
  data.setUint32(40, size, true);
  new Uint8Array(data.buffer, HEADER).fill(128);
  return new Blob([data.buffer], { type: "audio/wav" });
}

/**
 * Shows controls on the lock screen. A browser gives them to a page whose audio element plays, and speech is none: the
 * element plays silence beside it, and where the browser refuses that, there are no controls.
 */
export function createLockScreen(
  { view, signal }: Mount,
  audio: HTMLAudioElement,
  events: LockScreenEvents,
): LockScreen {
  const { mediaSession: session } = view.navigator;
  if (session === undefined || !("MediaMetadata" in view)) return { show: () => undefined };
  const address = URL.createObjectURL(silence());
  let wanted = false;

  const actions: readonly (readonly [MediaSessionAction, MediaSessionActionHandler])[] = [
    ["play", events.play],
    ["pause", events.pause],
    ["previoustrack", () => events.skip(-1)],
    ["nexttrack", () => events.skip(1)],
  ];

  function handle(on: boolean): void {
    for (const [action, handler] of actions)
      try {
        session.setActionHandler(action, on ? handler : null);
      } catch {
        // The browser does not have this action.
      }
  }

  // A call or another player pauses every sound of the page but the voice.
  audio.addEventListener("pause", () => {
    if (wanted && audio.paused) events.pause();
  });
  signal.addEventListener("abort", () => {
    wanted = false;
    URL.revokeObjectURL(address);
    session.metadata = null;
    session.playbackState = "none";
    handle(false);
  });
  handle(true);
  return {
    show(about, playing, sounding) {
      session.metadata = new MediaMetadata(about);
      session.playbackState = playing ? "playing" : "paused";
      const silent = playing && !sounding;
      if (silent === wanted) return;
      wanted = silent;
      if (silent) {
        audio.loop = true;
        if (audio.src !== address) audio.src = address;
        audio.play().catch(() => undefined);
      } else if (audio.src === address) audio.pause();
    },
  };
}
