declare global {
  /** The part of Trusted Types used here: neither every browser nor TypeScript's DOM library has it. */
  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (address: string) => string },
      ) => { readonly createScriptURL: (address: string) => string };
    };
  }
}

/** Allows only this URL. Call once per page and name: a second policy of the same name may throw. */
export function trustedScriptUrl(view: Window, name: string, script: string): string {
  const policy = view.trustedTypes?.createPolicy(name, {
    createScriptURL(address) {
      if (address !== script) throw new TypeError(`not the story's: ${address}`);
      return address;
    },
  });
  return policy?.createScriptURL(script) ?? script;
}
