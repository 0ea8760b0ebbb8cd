import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';

type Expressions = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/** A change of an item that is only made under a condition. */
export type ConditionalUpdate = Readonly<Required<Expressions>>;
