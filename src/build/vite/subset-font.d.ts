declare module "subset-font" {
  interface Options {
    readonly targetFormat?: "woff2" | "truetype";
    readonly dropTables?: readonly string[];
    readonly keepFeatures?: readonly string[];
    readonly noHinting?: boolean;
  }
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
