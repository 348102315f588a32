import type { CDPSession } from "@playwright/test";

/**
 * Returns a function that collects garbage in a page's dedicated workers and resolves to the bytes of their heaps that
 * are in use.
 */
export async function watchWorkers(session: CDPSession): Promise<() => Promise<number>> {
  const workers = new Set<string>();
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.add(sessionId);
  });
  session.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  // Playwright's sessions address no other target; answers of a target that is not flat come as text.
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let sent = 0;

  function ask(sessionId: string, method: string): Promise<string> {
    sent += 1;
    const id = sent;
    const answered = new Promise<string>((done) => {
      const hear = (heard: { readonly sessionId: string; readonly message: string }): void => {
        if (heard.sessionId !== sessionId || !heard.message.startsWith(`{"id":${id},`)) return;
        session.off("Target.receivedMessageFromTarget", hear);
        done(heard.message);
      };
      session.on("Target.receivedMessageFromTarget", hear);
    });
    return session
      .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) })
      .then(() => answered);
  }

  return async () => {
    let bytes = 0;
    for (const sessionId of workers) {
      await ask(sessionId, "HeapProfiler.collectGarbage");
      bytes += usedSize(await ask(sessionId, "Runtime.getHeapUsage"));
    }
    return bytes;
  };
}

/** Bytes in use by an answer to `Runtime.getHeapUsage`. Throws RangeError for another answer. */
export function usedSize(answer: string): number {
  const [, bytes] = /"usedSize":(\d+)/.exec(answer) ?? [];
  if (bytes === undefined) throw new RangeError(`no size of a heap in ${answer}`);
  return Number(bytes);
}
