import {
  type FrameMessage,
  HELLO,
  type HostMessage,
  parseHostMessage,
  parseWelcome,
  type Welcome,
} from "../../../core/embed/protocol.ts";

/** Interval, ms, and number of HELLO messages: the host's loader may start later than the iframe. */
const PATIENCE = 250;
const TIMES = 20;

export type SendToHost = (report: FrameMessage) => void;

export interface ConnectionHandlers {
  readonly onConnect: (welcome: Welcome, tell: SendToHost) => (order: HostMessage) => void;
  readonly onNoHost: () => void;
}

/**
 * Sends HELLO until the parent window, and no other, answers with a MessagePort. The latest port wins: a second HELLO
 * may already be on its way, and the host answers it with a new port.
 */
export function connectToHost(view: Window, { onConnect, onNoHost }: ConnectionHandlers): () => void {
  const host = view.parent;
  let port: MessagePort | undefined;
  let times = 0;
  let timer = 0;

  function hello(): void {
    if (host === view || times === TIMES) {
      onNoHost();
      return;
    }
    times += 1;
    // An iframe cannot know its host's origin. HELLO carries nothing confidential.
    host.postMessage(HELLO, "*");
    timer = view.setTimeout(hello, PATIENCE);
  }

  function answered({ source, data, ports }: MessageEvent): void {
    if (source !== host) return;
    const welcome = parseWelcome(data);
    const [given] = ports;
    if (welcome === null || given === undefined) return;
    view.clearTimeout(timer);
    port?.close();
    port = given;
    const hear = onConnect(welcome, (report) => given.postMessage(report));
    given.onmessage = (event: MessageEvent) => {
      const order = parseHostMessage(event.data);
      if (order !== null) hear(order);
    };
  }

  view.addEventListener("message", answered);
  hello();
  return () => {
    view.clearTimeout(timer);
    view.removeEventListener("message", answered);
    port?.close();
  };
}
