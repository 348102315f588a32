/** Trusted Types as far as they are used here: not every browser has them, nor does the compiler. */
interface Policies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

function isPolicies(value: unknown): value is Policies {
  return typeof value === "object" && value !== null && "createPolicy" in value;
}

/** The address of the one script that the policy `name` lets through, as the browser wants it. To be asked once a page. */
export function trusted(view: Window, name: string, script: string): string {
  const found: unknown = "trustedTypes" in view ? view.trustedTypes : undefined;
  if (!isPolicies(found)) return script;
  const policy = found.createPolicy(name, {
    createScriptURL(address) {
      if (address !== script) throw new TypeError(`not the story's: ${address}`);
      return address;
    },
  });
  return policy.createScriptURL(script);
}
