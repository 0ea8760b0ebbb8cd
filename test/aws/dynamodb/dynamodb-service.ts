import { JsonService } from '../json-service.ts';
import type { DynamoDb } from './dynamodb.ts';

interface Input {
  readonly TableName?: string;
  readonly RequestItems?: object;
  readonly TransactItems?: readonly Readonly<Record<string, { readonly TableName: string }>>[];
}

/** DynamoDB behind its protocol. */
export function dynamoDbService(answer: DynamoDb['answer']): JsonService {
  return new JsonService('DynamoDB', tableIn, answer);
}

/** The table of a request; the first one, if it has several. */
function tableIn({ TableName, RequestItems = {}, TransactItems = [] }: Input): string {
  const [first] = Object.values(TransactItems[0] ?? {});
  return TableName ?? first?.TableName ?? Object.keys(RequestItems)[0] ?? '';
}
