/** What pym puts between the parts of its messages. */
const PYM = "xPYMx";

/** One message to the page around, in the words of one dialect. */
type Dialect = (height: number) => unknown;

/** A plain name, as a host may put it into an address; empty for anything else. */
function name(text: string | null | undefined): string {
  return /^[\w-]{1,64}$/.exec(text ?? "")?.[0] ?? "";
}

/** The dialects of hosts that make frames as tall as what is in them: AMP always; pym and WordPress where the address bears their mark. */
export function heightMessages({ search, hash }: Pick<Location, "search" | "hash">): readonly Dialect[] {
  const child = name(new URLSearchParams(search).get("childId"));
  const secret = name(/[#?&]secret=([^&]*)/.exec(hash)?.[1]);
  return [
    (height) => ({ sentinel: "amp", type: "embed-size", height }),
    ...(child === "" ? [] : [(height: number) => ["pym", child, "height", height].join(PYM)]),
    ...(secret === "" ? [] : [(value: number) => ({ message: "height", value, secret })]),
  ];
}

/**
 * Tells the page around how tall the document's content is, px, now and whenever that changes, in every dialect; `told` hears it too.
 * The content's height must not depend on the window's. Returns its undo.
 */
export function reportHeight(view: Window, told: (height: number) => void): () => void {
  const { body } = view.document;
  const words = heightMessages(view.location);
  let last = 0;

  function tell(): void {
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    told(height);
    // A height is no secret, and a frame cannot know its host's origin.
    if (view.parent !== view) for (const say of words) view.parent.postMessage(say(height), "*");
  }

  const observer = new ResizeObserver(tell);
  observer.observe(body);
  return () => observer.disconnect();
}
