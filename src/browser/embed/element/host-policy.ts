/** Directives that decide about workers: the first that a policy has. */
const DIRECTIVES = ["worker-src", "child-src", "script-src", "default-src"];

/** Tells whether a content security policy lets a page begin a worker from a blob. */
export function allowsBlobWorkers(policy: string): boolean {
  const written = policy.split(";").map((directive) => {
    const [name = "", ...sources] = directive.trim().toLowerCase().split(/\s+/);
    return [name, sources] as const;
  });
  // Of two directives of one name a browser takes the first.
  const directives = new Map(written.reverse());
  const name = DIRECTIVES.find((one) => directives.has(one));
  return name === undefined || directives.get(name)?.includes("blob:") === true;
}

/**
 * Tells whether a host's page may let the story begin a worker from a blob. A refused one costs the host a report, and
 * a policy in a header cannot be read: nonces and a default policy of Trusted Types speak of a strict one.
 */
export function mayBeginWorker(page: Document): boolean {
  const policies = [...page.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]')];
  const isStrict = [...page.scripts].some(({ nonce }) => nonce !== undefined && nonce !== "");
  const hasDefault = Boolean(page.defaultView?.trustedTypes?.defaultPolicy);
  return !isStrict && !hasDefault && policies.every(({ content }) => allowsBlobWorkers(content));
}
