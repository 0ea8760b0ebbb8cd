import { UserError } from '../../ops/user-error.ts';

/** Values of a running platform, by the name of their placeholder; some take an argument, such as a status. */
export type PlaceholderValues = Readonly<Record<string, (argument?: string) => Promise<unknown>>>;

const PLACEHOLDER = /\{\{(\w+)(?: (\w+))?\}\}/;

/**
 * Fills in the placeholders of an event, such as `{{orderId SHIPPED}}`.
 *
 * An object with the only field `$json` becomes a JSON text, as in the body of a message; with `$base64`, one in Base64.
 *
 * @throws UserError if there is no such placeholder, or the platform has no value for it
 */
export async function fillPlaceholders(event: unknown, values: PlaceholderValues): Promise<unknown> {
  if (typeof event === 'string') return await fillText(event, values);
  if (typeof event !== 'object' || event === null) return event;
  if (Array.isArray(event)) return await Promise.all(event.map((each) => fillPlaceholders(each, values)));
  const fields = await Promise.all(
    Object.entries(event).map(async ([name, value]) => [name, await fillPlaceholders(value, values)] as const),
  );
  const [[name, value] = [], ...others] = fields;
  if (others.length === 0 && name === '$json') return JSON.stringify(value);
  if (others.length === 0 && name === '$base64') return Buffer.from(JSON.stringify(value)).toString('base64');
  return Object.fromEntries(fields);
}

/** Returns the value of a text that is a placeholder, which may be an object, or else the text with its placeholders filled in. */
async function fillText(text: string, values: PlaceholderValues): Promise<unknown> {
  const match = PLACEHOLDER.exec(text);
  if (!match) return text;
  const [placeholder, name = '', argument] = match;
  const value = values[name];
  if (!value) {
    throw new UserError(`${placeholder} is no placeholder of an event: ${Object.keys(values).sort().join(', ')}`);
  }
  const filled = await value(argument);
  if (placeholder === text) return filled;
  const before = text.slice(0, match.index);
  return `${before}${filled}${await fillText(text.slice(match.index + placeholder.length), values)}`;
}
