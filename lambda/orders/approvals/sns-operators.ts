import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Operators } from './approvals.ts';

/** Notifies the operators through the topic they subscribe to. */
export class SnsOperators implements Operators {
  readonly #client: SNSClient;
  readonly #topicArn: string;

  constructor(client: SNSClient, topicArn: string) {
    this.#client = client;
    this.#topicArn = topicArn;
  }

  async notify(orderId: string, expiresAt: string): Promise<void> {
    const Message = `Order ${orderId} waits for your approval until ${expiresAt}.`;
    await this.#client.send(new PublishCommand({ TopicArn: this.#topicArn, Subject: 'Approval of an order', Message }));
  }
}
