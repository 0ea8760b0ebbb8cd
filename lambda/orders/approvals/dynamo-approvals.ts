import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type ConditionalUpdate, conditionHolds } from '../../platform/conditional-update.ts';
import { documentClient } from '../../platform/document-client.ts';
import { type Page, pageOf } from '../../platform/page.ts';
import type { Settings } from '../../platform/settings.ts';
import {
  type Approval,
  type ApprovalEnd,
  type Approvals,
  FORGOTTEN_AT,
  type NeverRequested,
  type Undecided,
} from './approvals.ts';

/** The retention of an approval after its end: longer than its workflow can request it again. */
const KEPT_DAYS = 30;
const DAY_IN_SECONDS = 86_400;

/** Approvals in DynamoDB. */
export class DynamoApprovals implements Approvals {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #now: () => Date;

  constructor(client: DynamoDBDocumentClient, table: string, now = () => new Date()) {
    this.#client = client;
    this.#table = table;
    this.#now = now;
  }

  async open(request: Approval & { readonly token: string }): Promise<Approval | NeverRequested> {
    const { orderId, token, attempt, requestedAt, expiresAt } = request;
    const opened = await this.#update(orderId, {
      UpdateExpression:
        'SET #token = :token, attempt = :attempt, requestedAt = if_not_exists(requestedAt, :requestedAt), expiresAt = :expiresAt',
      // A delayed request does not replace a newer one, whose token the workflow waits for. Clocks may differ: they do not decide.
      ConditionExpression: 'attribute_not_exists(#end) AND (attribute_not_exists(attempt) OR attempt <= :attempt)',
      ExpressionAttributeNames: { '#token': 'token', '#end': 'end' },
      ExpressionAttributeValues: {
        ...{ ':token': token, ':attempt': attempt },
        ...{ ':requestedAt': requestedAt, ':expiresAt': expiresAt },
      },
    });
    return opened as Approval | NeverRequested;
  }

  async find(orderId: string): Promise<Approval | NeverRequested | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { orderId }, ConsistentRead: true }),
    );
    return Item as Approval | NeverRequested | undefined;
  }

  async end(orderId: string, end: Undecided, by: string): Promise<Approval | NeverRequested | undefined> {
    return this.#update(orderId, this.ending(orderId, end, by));
  }

  async forgetToken(orderId: string, token: string): Promise<void> {
    await conditionHolds(
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { orderId },
          UpdateExpression: 'REMOVE #token',
          // A later attempt to request the approval waits for its own answer.
          ConditionExpression: '#token = :token',
          ExpressionAttributeNames: { '#token': 'token' },
          ExpressionAttributeValues: { ':token': token },
        }),
      ),
    );
  }

  /** The update that ends an approval unless it has ended; with `now`, only if it was requested and has not expired by then. */
  ending(orderId: string, end: ApprovalEnd, by: string, now?: string) {
    const forgottenAt = Math.floor(this.#now().getTime() / 1_000) + KEPT_DAYS * DAY_IN_SECONDS;
    return {
      TableName: this.#table,
      Key: { orderId },
      UpdateExpression: `SET #end = :end, decidedBy = :by, ${FORGOTTEN_AT} = :forgottenAt`,
      ConditionExpression: `attribute_not_exists(#end)${now ? ' AND expiresAt > :now' : ''}`,
      ExpressionAttributeNames: { '#end': 'end' },
      ExpressionAttributeValues: { ':end': end, ':by': by, ':forgottenAt': forgottenAt, ...(now && { ':now': now }) },
    };
  }

  async pending(now: string, limit: number, after?: string): Promise<Page<Approval>> {
    const pending: Approval[] = [];
    const scan = {
      TableName: this.#table,
      FilterExpression: 'attribute_not_exists(#end) AND expiresAt > :now',
      ExpressionAttributeNames: { '#end': 'end' },
      ExpressionAttributeValues: { ':now': now },
    };
    const from = { client: this.#client, ...(after && { startingToken: { orderId: after } }) };
    for await (const { Items } of paginateScan(from, scan)) {
      pending.push(...((Items ?? []) as Approval[]));
      if (pending.length > limit) break;
    }
    return pageOf(pending, limit, ({ orderId }) => orderId);
  }

  /** Changes an approval if the condition holds, and returns the stored approval in either case. */
  async #update(orderId: string, change: ConditionalUpdate): Promise<Approval | NeverRequested | undefined> {
    try {
      const { Attributes } = await this.#client.send(
        new UpdateCommand({ TableName: this.#table, Key: { orderId }, ReturnValues: 'ALL_NEW', ...change }),
      );
      return Attributes as Approval | NeverRequested;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return this.find(orderId);
    }
  }
}

/** The approvals that a function's settings name. */
export function approvals({ APPROVALS_TABLE }: Settings<'APPROVALS_TABLE'>): DynamoApprovals {
  return new DynamoApprovals(documentClient(), APPROVALS_TABLE);
}
