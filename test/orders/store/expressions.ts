import { unmarshall } from '@aws-sdk/util-dynamodb';

/** An item as a plain object. */
export type Item = Record<string, unknown>;

/** The expressions of a request to DynamoDB. */
export interface Expressions {
  readonly ConditionExpression?: string;
  readonly KeyConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, never>;
}

const COMPARISONS: Record<string, (left: never, right: never) => boolean> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
};

/** Evaluates a condition; there are no parentheses around alternatives. */
export function isTrue(condition = '', item: Item | undefined, request: Expressions): boolean {
  const value = valuesOf(item, request);
  const clause = (text: string): boolean => {
    const absent = /^attribute_not_exists\((.*)\)$/.exec(text)?.[1];
    if (absent !== undefined) return value(absent) === undefined;
    const [left = '', comparison = '', right = '', ...more] = text.split(' ');
    const compare = COMPARISONS[comparison];
    if (!compare || more.length > 0) throw new Error(`the condition '${text}' is not simulated`);
    return compare(value(left) as never, value(right) as never);
  };
  if (condition === '') return true;
  return condition.split(' OR ').some((alternative) => alternative.split(' AND ').every(clause));
}

/** Returns an item after an update of sums and differences. */
export function updated(item: Item | undefined, request: Expressions): Item {
  const value = valuesOf(item, request);
  const assignments = (request.UpdateExpression ?? '').replace('SET ', '').split(', ');
  const changes = assignments.map((assignment) => {
    const [target = '', , left = '', sign, right = ''] = assignment.split(' ');
    const [one, other] = [Number(value(left)), Number(value(right))];
    return [request.ExpressionAttributeNames?.[target] ?? target, sign === '-' ? one - other : one + other];
  });
  return { ...item, ...Object.fromEntries(changes) };
}

function valuesOf(
  item: Item | undefined,
  { ExpressionAttributeNames: names, ExpressionAttributeValues: values }: Expressions,
) {
  const given = unmarshall(values ?? {});
  return (operand: string) => (operand.startsWith(':') ? given[operand] : item?.[names?.[operand] ?? operand]);
}
