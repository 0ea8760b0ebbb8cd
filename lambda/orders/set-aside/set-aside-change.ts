import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { schema } from '../../platform/schema.ts';

/** Returns the prefix of the records that a function set aside. */
export function setAsidePrefix(entry: string): string {
  return `${entry}/`;
}

/**
 * Returns the prefix of the records that Lambda set aside because they were too old.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export function expiredPrefix(mappingId: string): string {
  return `aws/lambda/${mappingId}/`;
}

/** Returns the key of a record that a function sets aside: the same one each time that the record is delivered. */
export function setAsideKey(entry: string, { dynamodb }: DynamoDBRecord): string {
  const orderId = encodeURIComponent(dynamodb?.Keys?.orderId?.S ?? 'unknown');
  return `${setAsidePrefix(entry)}${orderId}/${dynamodb?.SequenceNumber}.json`;
}

/** Builds the text of a record that is set aside, with `payload` in the form of Lambda's own. */
export function setAsideText(record: DynamoDBRecord, error: Error): string {
  return JSON.stringify({ error: error.message, payload: JSON.stringify({ Records: [record] }) });
}

const text = /* @__PURE__ */ schema(() => z.object({ payload: z.string() }));
const payload = /* @__PURE__ */ schema(() =>
  z.object({
    Records: z.array(
      z.looseObject({
        dynamodb: z.looseObject({
          Keys: z.looseObject({ orderId: z.object({ S: z.string() }) }),
          NewImage: z.record(z.string(), z.unknown()),
        }),
      }),
    ),
  }),
);

/** A stream record that was set aside. */
export type SetAsideRecord = DynamoDBRecord & {
  readonly dynamodb: { readonly NewImage: NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']> };
};

/**
 * Reads the records from the text of an object, which a function or Lambda wrote.
 *
 * @throws ZodError or SyntaxError for another text
 */
export function setAsideRecords(content: string): SetAsideRecord[] {
  return payload.parse(JSON.parse(text.parse(JSON.parse(content)).payload)).Records as SetAsideRecord[];
}
