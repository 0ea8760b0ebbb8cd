/** Digits as on a payment card, with or without gaps. https://www.iso.org/standard/70484.html */
const DIGITS = /(?:\d[ -]?){12,19}/;

/** Whether a text contains what looks like the number of a payment card: such a thing is refused, and shown to nobody. */
export function looksLikeCardNumber(text: string): boolean {
  return DIGITS.test(text);
}
