declare global {
  /** The part of Trusted Types used here: neither every browser nor TypeScript's DOM library has it. */
  interface Window {
    readonly trustedTypes?: {
      readonly defaultPolicy: object | null;
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (address: string) => string },
      ) => { readonly createScriptURL: (address: string) => string };
    };
  }
}

/**
 * Makes these URLs, and no other, fit to be run. Call once per page and name: a second policy of the same name may
 * throw, and so does the first where the page allows none.
 */
export function trustScriptUrls(view: Window, name: string, scripts: readonly string[]): (script: string) => string {
  const policy = view.trustedTypes?.createPolicy(name, {
    createScriptURL(address) {
      if (!scripts.includes(address)) throw new TypeError(`not the story's: ${address}`);
      return address;
    },
  });
  return (script) => policy?.createScriptURL(script) ?? script;
}

export function trustedScriptUrl(view: Window, name: string, script: string): string {
  return trustScriptUrls(view, name, [script])(script);
}
