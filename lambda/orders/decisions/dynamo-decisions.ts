import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../platform/document-client.ts';
import type { Settings } from '../../platform/settings.ts';
import {
  DECISION_EXPIRES_AT,
  type DECISION_SETTINGS,
  type DecisionRecord,
  type Decisions,
  type ProductDecision,
} from './decision-record.ts';

const SECONDS_IN_YEAR = 365.25 * 86_400;

/** The id of the decision on an approval, under the order: an approval is decided once. */
const ONLY_DECISION = 'approval';

/** The table of decisions. */
export interface DecisionTable {
  readonly name: string;
  /** The retention of a decision. */
  readonly years: number;
}

/** The part of a transaction that records a decision; the transaction fails rather than replace a recorded one. */
export function recording({ name, years }: DecisionTable, decision: DecisionRecord) {
  const { at } = decision;
  const Item = {
    subject: 'sku' in decision ? productSubject(decision.sku) : `order#${decision.orderId}`,
    id:
      decision.kind === 'ORDER_APPROVED' || decision.kind === 'ORDER_DENIED' ? ONLY_DECISION : `${at}#${randomUUID()}`,
    ...decision,
    [DECISION_EXPIRES_AT]: Math.floor(Date.parse(at) / 1_000 + years * SECONDS_IN_YEAR),
  };
  return { TableName: name, Item, ConditionExpression: 'attribute_not_exists(subject)' };
}

function productSubject(sku: string): string {
  return `product#${sku}`;
}

/** Decisions in DynamoDB. */
export class DynamoDecisions implements Decisions {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: DecisionTable;

  constructor(client: DynamoDBDocumentClient, table: DecisionTable) {
    this.#client = client;
    this.#table = table;
  }

  async record(decision: DecisionRecord): Promise<void> {
    await this.#client.send(new PutCommand(recording(this.#table, decision)));
  }

  async onProduct(sku: string, since: string): Promise<ProductDecision[]> {
    const found: ProductDecision[] = [];
    const query = {
      TableName: this.#table.name,
      KeyConditionExpression: 'subject = :subject AND id >= :since',
      ExpressionAttributeValues: { ':subject': productSubject(sku), ':since': since },
      // An operator who has just changed a price must not approve an order of it.
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      found.push(...(Items as ProductDecision[]));
    }
    return found;
  }
}

/** The table of decisions that a function's settings name. */
export function decisionTable(settings: Settings<(typeof DECISION_SETTINGS)[number]>): DecisionTable {
  return { name: settings.DECISIONS_TABLE, years: Number(settings.DECISION_YEARS) };
}

/** The decisions that a function's settings name. */
export function decisions(settings: Settings<(typeof DECISION_SETTINGS)[number]>): DynamoDecisions {
  return new DynamoDecisions(documentClient(), decisionTable(settings));
}
