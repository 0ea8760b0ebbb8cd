/** Digits as on a payment card, with or without gaps. https://www.iso.org/standard/70484.html */
const DIGITS = /(?:\d[ -]?){12,19}/;

/** Returns true if a text contains a possible payment card number. Such texts are rejected and never repeated. */
export function looksLikeCardNumber(text: string): boolean {
  return DIGITS.test(text);
}
