/** Whether the wide matrices run: every size, and more random cases. `npm test` runs a stated part of each. */
export const WIDE = process.env["WIDE"] === "1";
