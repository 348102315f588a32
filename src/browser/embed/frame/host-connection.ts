import {
  type FrameMessage,
  HELLO,
  type HostMessage,
  parseHostMessage,
  parseWelcome,
  type Welcome,
} from "../../../core/embed/protocol.ts";

/** How often a host is greeted, ms, and how many times: its loader may come later than the frame. */
const PATIENCE = 250;
const TIMES = 20;

/** What the frame may say to a host that has answered. */
export type SendToHost = (report: FrameMessage) => void;

/** What a frame does when its host answers, orders, or never answers. */
export interface ConnectionHandlers {
  /** Answered: returns who hears the host's orders. */
  readonly onConnect: (welcome: Welcome, tell: SendToHost) => (order: HostMessage) => void;
  /** There is no host that speaks this language, or no host at all. */
  readonly onNoHost: () => void;
}

/**
 * Greets the page around until it answers with a port; from then on only the port is heard, the last if there are several: a second greeting
 * may be on its way when the first is answered, and the host takes it for a new beginning. Only the window that holds the frame can answer.
 * Returns its undo.
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
    // The greeting says nothing that is not known to everybody; a frame cannot know its host's origin.
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
