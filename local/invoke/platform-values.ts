import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { DemoPartner } from '../../client/partner.ts';
import { type StackOutputs, stackOutputs } from '../../client/stack-outputs.ts';
import { invoiceKey } from '../../lambda/documents/invoice-key.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import type { StoredOrder } from '../../lambda/orders/domain/order.ts';
import { orderOfItem } from '../../lambda/orders/store/order-item.ts';
import { local } from '../../lib/stages/local.ts';
import { UserError } from '../../ops/user-error.ts';
import type { PlaceholderValues } from './placeholders.ts';

type Item = Record<string, unknown>;

/** The values that samples take from a running platform. Each is read when a sample needs it, once. */
export class PlatformValues {
  readonly #outputs: StackOutputs;
  readonly #secrets = new SecretsManagerClient();
  #orders: Promise<Item[]> | undefined;
  #approvals: Promise<Item[]> | undefined;
  #partner: Promise<DemoPartner> | undefined;

  private constructor(outputs: StackOutputs) {
    this.#outputs = outputs;
  }

  static async ofRunningPlatform(): Promise<PlatformValues> {
    return new PlatformValues(await stackOutputs(local));
  }

  /** The values by the name of their placeholder. Those of an order take a status: the latest order with it is meant. */
  get all() {
    return {
      ...orderValues((status) => this.#latestItem(status)),
      approvedOrderId: async () => (await this.#latestApproval('APPROVED')).orderId,
      waitingOrderId: async () => (await this.#latestApproval()).orderId,
      waitingOrderToken: async () => (await this.#latestApproval()).token,
      now: async () => new Date().toISOString(),
      uuid: async () => randomUUID(),
      partnerToken: async () => {
        this.#partner ??= DemoPartner.of(local, this.#outputs);
        return await (await this.#partner).tokens.sign();
      },
      paymentCredential: async () => {
        return (await this.#secrets.send(new GetSecretValueCommand(this.#paymentSecret))).SecretString;
      },
      paymentSecretArn: async () => this.#paymentSecret.SecretId,
      paymentSecretVersion: async () => {
        const { VersionIdsToStages = {} } = await this.#secrets.send(new DescribeSecretCommand(this.#paymentSecret));
        return Object.keys(VersionIdsToStages).find((id) => VersionIdsToStages[id]?.includes('AWSCURRENT'));
      },
    } satisfies PlaceholderValues;
  }

  /** Removes what was created for a sample. */
  async release(): Promise<void> {
    await (await this.#partner)?.leave();
  }

  get #paymentSecret() {
    return { SecretId: this.#outputs.get('PaymentCredentialSecret') };
  }

  async #latestItem(status?: string): Promise<Item> {
    this.#orders ??= this.#read('OrdersTable');
    const found = (await this.#orders).findLast((item) => status === undefined || item.status === status);
    return found ?? missing(status ? `order in the status ${status}` : 'order');
  }

  /** Returns the latest approval that ended so, by default one that waits for an operator. */
  async #latestApproval(end?: 'APPROVED'): Promise<Item> {
    this.#approvals ??= this.#read('ApprovalsTable');
    const found = (await this.#approvals).findLast((approval) => approval.end === end);
    return found ?? missing(end ? 'order that was approved' : 'order that waits for approval');
  }

  /** Reads a table of items of orders, that of the latest order last. */
  async #read(output: string): Promise<Item[]> {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient());
    const items: Item[] = [];
    const table = { TableName: this.#outputs.get(output), ConsistentRead: true };
    for await (const { Items = [] } of paginateScan({ client }, table)) items.push(...Items);
    return items.sort((left, right) => `${left.orderId}`.localeCompare(`${right.orderId}`));
  }
}

function missing(what: string): never {
  throw new UserError(
    `There is no ${what}, which the sample takes: place one as the demo of npm start does, or give an event file of your own`,
  );
}

/** Returns the values that are made of the item of an order. */
export function orderValues(latestItem: (status?: string) => Promise<Item>) {
  const ofOrder = (value: (order: StoredOrder) => unknown) => async (status?: string) =>
    value(orderOfItem(await latestItem(status)));
  return {
    orderId: ofOrder(({ orderId }) => orderId),
    customerId: ofOrder(({ customerId }) => customerId),
    invoiceKey: ofOrder(invoiceKey),
    orderEvent: ofOrder(orderEventOf),
    orderImage: async (status?: string) => marshall(await latestItem(status)),
  } satisfies PlaceholderValues;
}
