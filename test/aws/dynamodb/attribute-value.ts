/** A value of an attribute, as DynamoDB sends and receives it: `{ S: 'text' }`. */
export type AttributeValue = Readonly<Record<string, unknown>>;

/** An item of a table. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** The value as JavaScript compares it; undefined for a type that DynamoDB does not order. */
function ordered(value: AttributeValue | undefined): string | number | undefined {
  if (value === undefined) return undefined;
  return 'N' in value ? Number(value.N) : (value.S as string | undefined);
}

/** Returns true if two values are of the same type and equal. */
export function isEqual(left: AttributeValue | undefined, right: AttributeValue | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if ('N' in left && 'N' in right) return Number(left.N) === Number(right.N);
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The order of two values: negative if the first is less, undefined if they cannot be compared. */
export function compared(left: AttributeValue | undefined, right: AttributeValue | undefined): number | undefined {
  const [one, other] = [ordered(left), ordered(right)];
  if (one === undefined || other === undefined || typeof one !== typeof other) return undefined;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The size of a value: the length of a text, or the number of elements. */
export function sizeOf(value: AttributeValue | undefined): AttributeValue | undefined {
  const [content] = Object.values(value ?? {});
  if (content === undefined) return undefined;
  if (typeof content === 'string' || Array.isArray(content)) return { N: String(content.length) };
  throw new Error(`the size of ${JSON.stringify(value)} is not simulated`);
}

/** The sum of two numbers, or their difference. */
export function added(left: AttributeValue | undefined, right: AttributeValue | undefined, sign = 1): AttributeValue {
  if (!left || !right || !('N' in left) || !('N' in right)) throw new Error('an operand of a sum is no number');
  return { N: String(Number(left.N) + sign * Number(right.N)) };
}

/** The value after ADD: a sum, or the union of two sets of texts. */
export function increased(value: AttributeValue | undefined, by: AttributeValue): AttributeValue {
  if ('N' in by) return added(value ?? { N: '0' }, by);
  if (!('SS' in by)) throw new Error(`to add ${JSON.stringify(by)} is not simulated`);
  return { SS: [...new Set([...((value?.SS as string[] | undefined) ?? []), ...(by.SS as string[])])] };
}
