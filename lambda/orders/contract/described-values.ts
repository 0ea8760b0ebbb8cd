/** The description of an enumeration in the OpenAPI document: a sentence, then each value with its meaning. */
export function describedValues(sentence: string, meanings: Readonly<Record<string, string>>): string {
  const values = Object.entries(meanings).map(([value, meaning]) => `\`${value}\`: ${meaning}.`);
  return [sentence, ...values].join(' ');
}
