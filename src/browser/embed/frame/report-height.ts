const PYM = "xPYMx";

type Dialect = (height: number) => unknown;

function name(text: string | null | undefined): string {
  return /^[\w-]{1,64}$/.exec(text ?? "")?.[0] ?? "";
}

/** Returns messages for AMP always, for pym.js with `childId` in the query, for WordPress with `secret` in the hash. */
export function heightMessages({ search, hash }: Pick<Location, "search" | "hash">): readonly Dialect[] {
  const child = name(new URLSearchParams(search).get("childId"));
  const secret = name(/[#?&]secret=([^&]*)/.exec(hash)?.[1]);
  return [
    (height) => ({ sentinel: "amp", type: "embed-size", height }),
    ...(child === "" ? [] : [(height: number) => ["pym", child, "height", height].join(PYM)]),
    ...(secret === "" ? [] : [(value: number) => ({ message: "height", value, secret })]),
  ];
}

/** Tells whether a message is of WordPress's script, which may come after the iframe: it then asks for the height. */
function asksForHeight(data: unknown): boolean {
  return typeof data === "object" && data !== null && "message" in data && data.message === "ready";
}

/** Reports the height of the body, px, which must not depend on the iframe's own, for as long as the document lives. */
export function reportHeight(view: Window, told: (height: number) => void): void {
  const { body } = view.document;
  let last = 0;

  /** An iframe cannot know its host's origin. A height is not confidential. */
  function tellOthers(): void {
    if (view.parent === view) return;
    // WordPress's script may write its secret into the hash only now.
    for (const say of heightMessages(view.location)) view.parent.postMessage(say(last), "*");
  }

  function tell(): void {
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    told(height);
    tellOthers();
  }

  new ResizeObserver(tell).observe(body);
  view.addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source === view.parent && last > 0 && asksForHeight(data)) tellOthers();
  });
}
