import type { DynamoDBRecord } from 'aws-lambda';

/**
 * The prefix of the keys under which Lambda stores records that are too old.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export const EXPIRED_PREFIX = 'aws/lambda/';

/** Returns the key of a record that a function set aside: the same one each time that the record is delivered. */
export function setAsideKey(entry: string, { dynamodb }: DynamoDBRecord): string {
  return `${entry}/${encodeURIComponent(dynamodb?.Keys?.orderId?.S ?? 'unknown')}/${dynamodb?.SequenceNumber}.json`;
}

/** Builds the text of a set-aside record, with `payload` in the form of Lambda's own. */
export function setAsideText(record: DynamoDBRecord, error: Error): string {
  return JSON.stringify({ error: error.message, payload: JSON.stringify({ Records: [record] }) });
}
