/** Trusted Types as far as they are used here: not every browser has them, nor does the compiler. */
interface Window {
  readonly trustedTypes?: {
    readonly createPolicy: (
      name: string,
      rules: { readonly createScriptURL: (address: string) => string },
    ) => { readonly createScriptURL: (address: string) => string };
  };
}
