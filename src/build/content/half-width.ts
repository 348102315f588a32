const WIDE = /[\uFF01-\uFF5E\u3000]/gu;
const SHIFT = 0xfee0;

/**
 * Converts full-width signs, as Chinese keyboards write them, and the ideographic space to ASCII. Preserves the length,
 * so that offsets stay valid.
 */
export function halfWidth(text: string): string {
  return text.replace(WIDE, (sign) => (sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - SHIFT)));
}
