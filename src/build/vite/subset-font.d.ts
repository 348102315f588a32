/** The package has no types of its own; these cover the options used here. */
declare module "subset-font" {
  interface Options {
    readonly targetFormat?: "woff2" | "truetype";
    readonly dropTables?: readonly string[];
    readonly noHinting?: boolean;
  }
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
