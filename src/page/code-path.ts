/** Where the codes for other pages are handed out, relative to the story's home. */
export const CODE_PATH = "embed/code/";

/** Stands for the public address as long as there is none. */
export const UNKNOWN_HOME = "https://公开网址未定/";
