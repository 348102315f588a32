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

/** Reports the height of the body, px, which must not depend on the iframe's own. */
export function reportHeight(view: Window, told: (height: number) => void): void {
  const { body } = view.document;
  const words = heightMessages(view.location);
  let last = 0;

  function tell(): void {
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    told(height);
    // An iframe cannot know its host's origin. A height is not confidential.
    if (view.parent !== view) for (const say of words) view.parent.postMessage(say(height), "*");
  }

  new ResizeObserver(tell).observe(body);
}
